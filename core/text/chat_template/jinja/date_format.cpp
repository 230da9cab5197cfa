#include "core/text/chat_template/jinja/date_format.h"

#include <array>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/sandbox.h"

namespace tunebench::jinja {
namespace {

constexpr std::size_t kMaxFormatBytes = 1024;

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

struct Parts {
    int year = 0;
    int month = 1;
    int day = 1;
    int weekday = 0;  // from Sunday
    int day_of_year = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

Parts parts_of(Moment moment) {
    const auto days = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss time(moment - days);
    const auto new_year = std::chrono::sys_days(date.year() / std::chrono::January / 1);
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(std::chrono::weekday(days).c_encoding()),
            static_cast<int>((days - new_year).count()) + 1,
            static_cast<int>(time.hours().count()),
            static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count())};
}

std::string number(int value, int width, bool is_plain, char pad = '0') {
    if (is_plain)
        return std::to_string(value);
    return pad == '0' ? fmt::format("{:0{}}", value, width) : fmt::format("{:{}}", value, width);
}

/// Empty for a letter that is none of strftime's.
std::string field(char letter, const Parts& parts, bool is_plain) {
    const auto& month = kMonths[static_cast<std::size_t>(parts.month - 1)];
    const auto& day = kDays[static_cast<std::size_t>(parts.weekday)];
    const int hour12 = parts.hour % 12 == 0 ? 12 : parts.hour % 12;
    switch (letter) {
        case 'Y':
            return std::to_string(parts.year);
        case 'y':
            return number(parts.year % 100, 2, is_plain);
        case 'm':
            return number(parts.month, 2, is_plain);
        case 'd':
            return number(parts.day, 2, is_plain);
        case 'e':
            return number(parts.day, 2, is_plain, ' ');
        case 'j':
            return number(parts.day_of_year, 3, is_plain);
        case 'B':
            return std::string(month);
        case 'b':
        case 'h':
            return std::string(month.substr(0, 3));
        case 'A':
            return std::string(day);
        case 'a':
            return std::string(day.substr(0, 3));
        case 'w':
            return std::to_string(parts.weekday);
        case 'u':
            return std::to_string(parts.weekday == 0 ? 7 : parts.weekday);
        case 'H':
            return number(parts.hour, 2, is_plain);
        case 'I':
            return number(hour12, 2, is_plain);
        case 'M':
            return number(parts.minute, 2, is_plain);
        case 'S':
            return number(parts.second, 2, is_plain);
        case 'f':
            return "000000";
        case 'p':
            return parts.hour < 12 ? "AM" : "PM";
        default:
            return {};
    }
}

/// What letters that stand for several fields stand for.
std::string_view composed(char letter) {
    switch (letter) {
        case 'F':
            return "%Y-%m-%d";
        case 'T':
        case 'X':
            return "%H:%M:%S";
        case 'R':
            return "%H:%M";
        case 'D':
        case 'x':
            return "%m/%d/%y";
        case 'c':
            return "%a %b %e %H:%M:%S %Y";
        case '%':
            return "%%";
        case 'n':
            return "\n";
        case 't':
            return "\t";
        default:
            return {};
    }
}

std::string formatted(std::string_view format, const Parts& parts) {
    std::string text;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            text += format[i];
            continue;
        }
        const bool is_plain = format[i + 1] == '-' && i + 2 < format.size();
        const char letter = format[i + (is_plain ? 2 : 1)];
        const auto value = field(letter, parts, is_plain);
        const auto several = composed(letter);
        if (letter == '%')
            text += '%';
        else if (!several.empty())
            text += formatted(several, parts);
        else if (letter == 'z' || letter == 'Z')
            ;  // a moment without a time zone has neither
        else
            text += value.empty() ? std::string(format.substr(i, is_plain ? 3 : 2)) : value;
        i += is_plain ? 2 : 1;
    }
    return text;
}

}  // namespace

Result<std::string> format_date(std::string_view format, Moment moment) {
    if (format.size() > kMaxFormatBytes)
        return template_error(
            fmt::format("the format of a date goes over the limit of {} bytes", kMaxFormatBytes));
    return formatted(format, parts_of(moment));
}

}  // namespace tunebench::jinja
