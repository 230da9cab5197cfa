#include "core/formats/parquet/value_json.h"

#include <bit>
#include <chrono>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/formats/parquet/decimal_text.h"
#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::int64_t kJulianDayOfEpoch = 2440588;  // 1 January 1970
constexpr std::int64_t kFirstDay = -719162;          // 1 January 1
constexpr std::int64_t kLastDay = 2932896;           // 31 December 9999

/// Rounded down, and what is left.
struct Division {
    std::int64_t quotient = 0;
    std::int64_t rest = 0;
};
Division divide(std::int64_t number, std::int64_t divisor) {
    const auto rest = number % divisor;
    return rest < 0 ? Division{number / divisor - 1, rest + divisor} : Division{number / divisor, rest};
}

bool is_in_calendar(std::int64_t day) {
    return day >= kFirstDay && day <= kLastDay;
}

std::string date_text(std::int64_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// With as many digits behind the second as its unit has, or none when they are zero.
std::string time_text(std::int64_t second, std::int64_t tick, std::int64_t ticks_per_second) {
    auto text = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if (tick > 0)
        text += fmt::format(".{:0{}}", tick,
                            ticks_per_second == 1000           ? 3
                            : ticks_per_second == kNanoseconds ? 9
                                                               : 6);
    return text;
}

OrderedJson timestamp_json(std::int64_t ticks, const ValueType& type) {
    const auto [seconds, tick] = divide(ticks, type.ticks_per_second);
    const auto [day, second] = divide(seconds, kSecondsOfDay);
    if (!is_in_calendar(day))
        return ticks;
    return fmt::format("{}T{}{}", date_text(day), time_text(second, tick, type.ticks_per_second),
                       type.is_utc ? "Z" : "");
}

OrderedJson time_json(std::int64_t ticks, const ValueType& type) {
    const auto [second, tick] = divide(ticks, type.ticks_per_second);
    if (second < 0 || second >= kSecondsOfDay)
        return ticks;
    return time_text(second, tick, type.ticks_per_second);
}

/// Nanoseconds of the day, then the Julian day.
Result<OrderedJson> int96_json(std::string_view stored) {
    ByteCursor cursor(std::as_bytes(std::span(stored)));
    const auto nanoseconds = cursor.number<std::int64_t>().value_or(0);
    const auto day = cursor.number<std::int32_t>().value_or(0) - kJulianDayOfEpoch;
    const auto [second, nanosecond] = divide(nanoseconds, kNanoseconds);
    const auto [days_more, second_of_day] = divide(second, kSecondsOfDay);
    if (!is_in_calendar(day + days_more))
        return corrupt(fmt::format("a timestamp lies on the Julian day {}", day + kJulianDayOfEpoch));
    return OrderedJson(
        fmt::format("{}T{}", date_text(day + days_more), time_text(second_of_day, nanosecond, kNanoseconds)));
}

/// IEEE 754 binary16.
double half_of(std::string_view stored) {
    const auto bits = ByteCursor(std::as_bytes(std::span(stored))).number<std::uint16_t>().value_or(0);
    const int exponent = bits >> 10 & 0x1F;
    const double fraction = bits & 0x3FF;
    const double sign = (bits & 0x8000) != 0 ? -1 : 1;
    if (exponent == 0x1F)
        return fraction > 0 ? std::numeric_limits<double>::quiet_NaN()
                            : sign * std::numeric_limits<double>::infinity();
    return sign * (exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25));
}

std::string uuid_text(std::string_view stored) {
    std::string text;
    for (std::size_t i = 0; i < stored.size(); ++i)
        text += fmt::format("{}{:02x}", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
                            static_cast<unsigned char>(stored[i]));
    return text;
}

Result<OrderedJson> text_json(const ValueType& type, std::string_view bytes) {
    if (is_valid_utf8(bytes))
        return OrderedJson(bytes);
    if (type.meaning == Meaning::Text)
        return corrupt("the text is not UTF-8");
    return unsupported("it holds bytes that are no text", "Leave the column out, or store text in it.");
}

Result<OrderedJson> number_json(const ValueType& type, std::int64_t number) {
    switch (type.meaning) {
        case Meaning::Unsigned:
            if (type.physical == PhysicalType::Int32)
                return OrderedJson(static_cast<std::uint32_t>(number));
            return OrderedJson(static_cast<std::uint64_t>(number));
        case Meaning::Decimal:
            return decimal_json(big_endian(number), type);
        case Meaning::Date:
            return is_in_calendar(number) ? OrderedJson(date_text(number)) : OrderedJson(number);
        case Meaning::Time:
            return time_json(number, type);
        case Meaning::Timestamp:
            return timestamp_json(number, type);
        default:
            return OrderedJson(number);
    }
}

Result<OrderedJson> bytes_json(const ValueType& type, std::string_view bytes) {
    switch (type.meaning) {
        case Meaning::Decimal:
            return decimal_json(std::string(bytes), type);
        case Meaning::Timestamp:
            return int96_json(bytes);
        case Meaning::Float16:
            return OrderedJson(half_of(bytes));
        case Meaning::Uuid:
            return OrderedJson(uuid_text(bytes));
        default:
            return text_json(type, bytes);
    }
}

}  // namespace

Result<OrderedJson> json_of(const ValueType& type, const StoredValue& value) {
    if (const auto* truth = std::get_if<bool>(&value))
        return OrderedJson(*truth);
    if (const auto* number = std::get_if<double>(&value))
        return OrderedJson(*number);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return number_json(type, *number);
    return bytes_json(type, std::get<std::string_view>(value));
}

}  // namespace tunebench::parquet
