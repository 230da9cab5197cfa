#include "core/base/byte_units.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace tunebench {

namespace {

constexpr double kKibi = 1024.0;

struct Unit {
    std::string_view name = {};  // lower case
    double bytes = 1.0;
};

constexpr std::array<Unit, 14> kUnits = {{{"", 1.0},
                                          {"b", 1.0},
                                          {"k", kKibi},
                                          {"kb", 1e3},
                                          {"kib", kKibi},
                                          {"m", kKibi* kKibi},
                                          {"mb", 1e6},
                                          {"mib", kKibi* kKibi},
                                          {"g", kKibi* kKibi* kKibi},
                                          {"gb", 1e9},
                                          {"gib", kKibi* kKibi* kKibi},
                                          {"t", kKibi* kKibi* kKibi* kKibi},
                                          {"tb", 1e12},
                                          {"tib", kKibi* kKibi* kKibi* kKibi}}};

const Unit* find_unit(std::string_view text) {
    std::string name;
    for (const char c : text)
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const Unit& unit : kUnits)
        if (unit.name == name)
            return &unit;
    return nullptr;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

Error not_a_size(std::string_view text) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("\"{}\" is not a size of memory.", text),
            .hint = "Write a number and a unit, for example 24GiB, 8 GB or 512MiB."};
}

}  // namespace

std::string format_bytes(std::uint64_t bytes) {
    const auto value = static_cast<double>(bytes);
    if (bytes < 1024)
        return fmt::format("{} B", bytes);
    if (value < kKibi * kKibi)
        return fmt::format("{:.2f} KiB", value / kKibi);
    if (value < kKibi * kKibi * kKibi)
        return fmt::format("{:.2f} MiB", value / (kKibi * kKibi));
    return fmt::format("{:.2f} GiB", value / (kKibi * kKibi * kKibi));
}

Result<std::uint64_t> parse_bytes(std::string_view text) {
    const std::string_view content = trimmed(text);
    double number = 0.0;
    const auto [rest, error] =
        std::from_chars(content.data(), content.data() + content.size(), number, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(number) || std::signbit(number))
        return not_a_size(text);
    const auto read = static_cast<std::size_t>(rest - content.data());
    const Unit* unit = find_unit(trimmed(content.substr(read)));
    if (unit == nullptr)
        return not_a_size(text);
    // A double holds every whole number of bytes up to 2^53 (8 PiB): more than any machine has.
    constexpr double kMaxBytes = 9007199254740992.0;
    const double bytes = std::round(number * unit->bytes);
    if (bytes > kMaxBytes)
        return not_a_size(text);
    return static_cast<std::uint64_t>(bytes);
}

std::string format_count(std::uint64_t count) {
    struct Scale {
        double size = 1.0;
        char letter = ' ';
    };
    constexpr std::array<Scale, 4> kScales = {{{1e3, 'k'}, {1e6, 'M'}, {1e9, 'B'}, {1e12, 'T'}}};
    if (count < 1000)
        return fmt::format("{}", count);
    const auto value = static_cast<double>(count);
    for (const Scale& scale : kScales)
        if (value / scale.size < 999.95 || scale.letter == 'T')  // 999.95 would print as 1000.0
            return fmt::format("{:.1f} {}", value / scale.size, scale.letter);
    return {};
}

std::string format_duration(double seconds) {
    constexpr double kMax = 1e12;
    if (!std::isfinite(seconds) || seconds < 0.0 || seconds > kMax)
        return "unknown";
    if (seconds < 9.995)
        return fmt::format("{:.2f} s", seconds);
    const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
    if (whole < 60)
        return fmt::format("{} s", whole);
    if (whole < 3600)
        return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    if (whole < 86400)
        return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
    return fmt::format("{} d {:02} h", whole / 86400, whole / 3600 % 24);
}

}  // namespace tunebench
