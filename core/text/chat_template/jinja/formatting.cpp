#include "core/text/chat_template/jinja/formatting.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

constexpr int kMaxPrecision = 400;

/// A separator between groups of digits before the point.
std::string grouped(std::string digits, char separator, std::size_t group) {
    const auto end = std::min(digits.find_first_not_of("0123456789abcdefABCDEF"), digits.size());
    for (std::size_t at = end; at > group; at -= group)
        digits.insert(at - group, 1, separator);
    return digits;
}

std::string digits_of(std::uint64_t number, char type) {
    switch (type) {
        case 'x':
            return fmt::format("{:x}", number);
        case 'X':
            return fmt::format("{:X}", number);
        case 'o':
            return fmt::format("{:o}", number);
        case 'b':
            return fmt::format("{:b}", number);
        default:
            return std::to_string(number);
    }
}

std::string prefix_of(char type) {
    constexpr std::string_view kBased = "xXob";
    return kBased.find(type) == std::string_view::npos ? "" : std::string{'0', type};
}

/// A float's digits without its sign.
std::string real_digits(double number, const FieldFormat& format) {
    const double size = std::fabs(number);
    if (!std::isfinite(size)) {
        const std::string name = std::isnan(size) ? "nan" : "inf";
        return format.type >= 'A' && format.type <= 'Z' ? upper(name) : name;
    }
    const int precision = format.precision < 0 ? 6 : format.precision;
    switch (format.type) {
        case 'e':
            return fmt::format("{:.{}e}", size, precision);
        case 'E':
            return fmt::format("{:.{}E}", size, precision);
        case 'f':
        case 'F':
            return fmt::format("{:.{}f}", size, precision);
        case '%':
            return fmt::format("{:.{}f}%", size * 100, precision);
        case 'g':
        case 'n':
            return fmt::format("{:.{}g}", size, std::max(precision, 1));
        case 'G':
            return fmt::format("{:.{}G}", size, std::max(precision, 1));
        default:
            break;
    }
    if (format.precision < 0)
        return float_text(size);
    auto text = fmt::format("{:.{}g}", size, std::max(precision, 1));
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string sign_of(bool is_negative, char sign) {
    if (is_negative)
        return "-";
    return sign == '-' ? "" : std::string(1, sign);
}

/// Sign, prefix and digits in their field.
std::string padded(const std::string& before, const std::string& digits, const FieldFormat& format,
                   char natural_align) {
    const char align = format.align == '\0' ? natural_align : format.align;
    const auto length = Text(before + digits).length;
    const auto missing = format.width > length ? format.width - length : 0;
    const auto left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    std::string fill_left;
    std::string fill_right;
    for (std::size_t i = 0; i < missing; ++i)
        (i < left ? fill_left : fill_right) += format.fill;
    return align == '=' ? before + fill_left + digits : fill_left + before + digits + fill_right;
}

Error bad_code(char type, const Value& value) {
    return template_error(fmt::format("Unknown format code '{}' for object of type '{}'",
                                      static_cast<char>(type), type_name(value)));
}

Result<std::string> integer_field(const Value& value, std::int64_t number, const FieldFormat& format) {
    constexpr std::string_view kReal = "eEfFgG%";
    if (kReal.find(format.type) != std::string_view::npos && format.type != '\0') {
        auto digits = real_digits(static_cast<double>(number), format);
        if (format.grouping)
            digits = grouped(std::move(digits), format.grouping, 3);
        return padded(sign_of(number < 0, format.sign), digits, format, '>');
    }
    if (format.type == 'c') {
        if (number < 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF))
            return template_error("%c arg not in range(0x110000)");
        std::string letter;
        append_utf8(letter, static_cast<char32_t>(number));
        return padded("", letter, format, '<');
    }
    constexpr std::string_view kInteger = "dnxXob";
    if (format.type != '\0' && kInteger.find(format.type) == std::string_view::npos)
        return bad_code(format.type, value);
    const auto size = number < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(number)
                                 : static_cast<std::uint64_t>(number);
    auto digits = digits_of(size, format.type);
    if (format.grouping)
        digits = grouped(std::move(digits), format.grouping, prefix_of(format.type).empty() ? 3 : 4);
    const auto before = sign_of(number < 0, format.sign) + (format.alternate ? prefix_of(format.type) : "");
    return padded(before, digits, format, '>');
}

Result<std::string> text_field(const Value& value, const std::string& text, const FieldFormat& format) {
    if (format.type != '\0' && format.type != 's')
        return bad_code(format.type, value);
    const Text whole(text);
    const auto kept = format.precision < 0 ? std::string_view(text)
                                           : part_of(whole, 0, static_cast<std::size_t>(format.precision));
    return padded("", std::string(kept), format, '<');
}

}  // namespace

Result<std::string> formatted_field(Sandbox& sandbox, const Value& value, const FieldFormat& format) {
    TRY_VOID(sandbox.check_text(format.width * format.fill.size()));
    TRY_VOID(sandbox.pass_over(format.width));
    if (format.precision > kMaxPrecision && !value.text())
        return template_error("the precision of a number is too large");
    const bool is_plain_truth = value.get<bool>() && format.type == '\0';
    if (const auto number = integer_of(value); number && !is_plain_truth)
        return integer_field(value, *number, format);
    if (const auto* number = value.get<double>()) {
        constexpr std::string_view kReal = "eEfFgGn%";
        if (format.type != '\0' && kReal.find(format.type) == std::string_view::npos)
            return bad_code(format.type, value);
        auto digits = real_digits(*number, format);
        if (format.grouping)
            digits = grouped(std::move(digits), format.grouping, 3);
        return padded(sign_of(std::signbit(*number) && !std::isnan(*number), format.sign), digits, format,
                      '>');
    }
    TRY(const auto text, display(sandbox, value));
    return text_field(value, text, format);
}

Result<FieldFormat> parse_field_format(Sandbox& sandbox, std::string_view specification) {
    FieldFormat format;
    const auto invalid = [] { return template_error("Invalid format specifier"); };
    const auto take = [&](std::string_view of) {
        if (specification.empty() || of.find(specification.front()) == std::string_view::npos)
            return '\0';
        const char taken = specification.front();
        specification.remove_prefix(1);
        return taken;
    };
    const auto take_number = [&](std::size_t& number) {
        const auto [end, failure] =
            std::from_chars(specification.data(), specification.data() + specification.size(), number);
        specification.remove_prefix(static_cast<std::size_t>(end - specification.data()));
        return failure != std::errc::result_out_of_range;
    };
    if (!specification.empty()) {
        const auto fill = code_point_at(specification, 0).length;
        if (specification.size() > fill &&
            std::string_view("<>=^").find(specification[fill]) != std::string_view::npos) {
            format.fill = specification.substr(0, fill);
            specification.remove_prefix(fill);
        }
    }
    format.align = take("<>=^");
    if (const char sign = take("+- "))
        format.sign = sign;
    format.alternate = take("#") != '\0';
    if (take("0") && format.align == '\0') {
        format.fill = "0";
        format.align = '=';
    }
    if (!take_number(format.width))
        return invalid();
    format.grouping = take(",_");
    if (take(".")) {
        std::size_t precision = 0;
        if (specification.empty() || !take_number(precision) || precision > sandbox.limits().text_bytes)
            return invalid();
        format.precision = static_cast<int>(precision);
    }
    format.type = take("bcdeEfFgGnosxX%");
    if (!specification.empty())
        return invalid();
    return format;
}

}  // namespace tunebench::jinja
