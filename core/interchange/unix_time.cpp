#include "core/interchange/unix_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr double kYear9999 = 253402300799.0;

/// The number in a part of the text; -1 when it is none.
int number_at(std::string_view text, std::size_t begin, std::size_t size) {
    int number = -1;
    const char* const first = text.data() + begin;
    const auto [end, error] = std::from_chars(first, first + size, number);
    return error == std::errc() && end == first + size ? number : -1;
}

}  // namespace

std::string timestamp_of(double unix_seconds) {
    using namespace std::chrono;
    const double bounded = std::isfinite(unix_seconds) ? std::clamp(unix_seconds, 0.0, kYear9999) : 0.0;
    const sys_time<milliseconds> time(milliseconds(std::llround(bounded * 1000.0)));
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

std::optional<double> unix_seconds_of(std::string_view timestamp) {
    using namespace std::chrono;
    if (timestamp.size() < 19)
        return {};
    const std::array<int, 6> numbers = {number_at(timestamp, 0, 4),  number_at(timestamp, 5, 2),
                                        number_at(timestamp, 8, 2),  number_at(timestamp, 11, 2),
                                        number_at(timestamp, 14, 2), number_at(timestamp, 17, 2)};
    if (std::ranges::min(numbers) < 0)
        return {};
    const year_month_day date{year{numbers[0]}, month{static_cast<unsigned>(numbers[1])},
                              day{static_cast<unsigned>(numbers[2])}};
    if (!date.ok())
        return {};
    const auto time = sys_days(date) + hours(numbers[3]) + minutes(numbers[4]) + seconds(numbers[5]);
    const int thousandths = timestamp.size() >= 23 ? std::max(0, number_at(timestamp, 20, 3)) : 0;
    return static_cast<double>(time.time_since_epoch().count()) + thousandths / 1000.0;
}

}  // namespace tunebench
