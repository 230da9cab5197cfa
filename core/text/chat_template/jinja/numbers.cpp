#include "core/text/chat_template/jinja/numbers.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;

std::partial_ordering opposite(std::partial_ordering ordering) {
    return 0 <=> ordering;
}

/// Exact: a double of 2^53 and more would round the integer.
std::partial_ordering compare(std::int64_t left, double right) {
    if (std::isnan(right))
        return std::partial_ordering::unordered;
    if (right >= kTwoTo63)
        return std::partial_ordering::less;
    if (right < -kTwoTo63)
        return std::partial_ordering::greater;
    const auto whole = static_cast<std::int64_t>(right);
    if (left != whole)
        return left <=> whole;
    return 0.0 <=> right - std::trunc(right);
}

int digit_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

/// Takes "0x", "0o" or "0b" off the digits; the base they are written in.
int take_prefix(std::string_view& digits, int base) {
    if (digits.size() < 2 || digits[0] != '0')
        return base == 0 ? 10 : base;
    const char letter = static_cast<char>(digits[1] | 0x20);
    const int named = letter == 'x' ? 16 : (letter == 'o' ? 8 : (letter == 'b' ? 2 : 0));
    if (named == 0 || (base != 0 && base != named))
        return base == 0 ? 10 : base;
    digits.remove_prefix(2);
    if (digits.starts_with('_'))
        digits.remove_prefix(1);
    return named;
}

/// Takes out underscores, each of which must stand between two digits.
std::optional<std::string> without_underscores(std::string_view digits) {
    std::string plain;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] != '_') {
            plain += digits[i];
            continue;
        }
        if (i == 0 || i + 1 == digits.size() || digit_value(digits[i - 1]) > 9 ||
            digit_value(digits[i + 1]) > 35)
            return std::nullopt;
    }
    return plain;
}

bool takes_sign(std::string_view& text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+'))
        text.remove_prefix(1);
    return is_negative;
}

std::optional<double> named_real(std::string_view name) {
    if (name == "inf" || name == "infinity")
        return std::numeric_limits<double>::infinity();
    if (name == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}

}  // namespace

bool is_number(const Value& value) {
    return value.get<bool>() || value.get<std::int64_t>() || value.get<double>();
}

std::optional<std::int64_t> integer_of(const Value& value) {
    if (const auto* truth = value.get<bool>())
        return *truth ? 1 : 0;
    const auto* number = value.get<std::int64_t>();
    return number ? std::optional(*number) : std::nullopt;
}

double real_of(const Value& value) {
    if (const auto* number = value.get<double>())
        return *number;
    return static_cast<double>(integer_of(value).value_or(0));
}

std::partial_ordering compare_numbers(const Value& left, const Value& right) {
    const auto left_integer = integer_of(left);
    const auto right_integer = integer_of(right);
    if (left_integer && right_integer)
        return *left_integer <=> *right_integer;
    if (left_integer)
        return compare(*left_integer, real_of(right));
    if (right_integer)
        return opposite(compare(*right_integer, real_of(left)));
    return real_of(left) <=> real_of(right);
}

std::optional<std::int64_t> parse_integer(std::string_view text, int base) {
    text = stripped(text, Side::Both);
    const bool is_negative = takes_sign(text);
    base = take_prefix(text, base);
    const auto digits = without_underscores(text);
    if (!digits || digits->empty())
        return std::nullopt;
    std::int64_t number = 0;
    for (const char c : *digits) {
        const int digit = digit_value(c);
        if (digit >= base || __builtin_mul_overflow(number, std::int64_t{base}, &number) ||
            __builtin_sub_overflow(number, std::int64_t{digit}, &number))
            return std::nullopt;
    }
    if (is_negative)
        return number;
    return number == std::numeric_limits<std::int64_t>::min() ? std::nullopt : std::optional(-number);
}

std::optional<double> parse_real(std::string_view text) {
    text = stripped(text, Side::Both);
    const bool is_negative = takes_sign(text);
    const auto plain = without_underscores(text);
    if (!plain || plain->empty())
        return std::nullopt;
    double number = 0.0;
    if (const auto named = named_real(lower(*plain))) {
        number = *named;
    } else {
        if (plain->find_first_not_of("0123456789.eE+-") != std::string::npos)
            return std::nullopt;
        const auto [end, failure] = std::from_chars(plain->data(), plain->data() + plain->size(), number);
        if (end != plain->data() + plain->size() || failure == std::errc::invalid_argument)
            return std::nullopt;
        if (failure == std::errc::result_out_of_range)
            number = std::strtod(plain->c_str(), nullptr);
    }
    return is_negative ? -number : number;
}

Result<std::int64_t> truncated(double number) {
    if (std::isnan(number))
        return template_error("cannot convert float NaN to integer");
    if (std::isinf(number))
        return template_error("cannot convert float infinity to integer");
    if (number >= kTwoTo63 || number < -kTwoTo63)
        return template_error("an integer is larger than 64 bits");
    return static_cast<std::int64_t>(number);
}

}  // namespace tunebench::jinja
