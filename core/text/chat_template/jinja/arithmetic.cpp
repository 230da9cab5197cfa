#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/formatting.h"
#include "core/text/chat_template/jinja/markup.h"
#include "core/text/chat_template/jinja/numbers.h"

namespace tunebench::jinja {
namespace {

std::string_view symbol_of(Operator op) {
    constexpr std::array<std::string_view, 7> kSymbols = {"+", "-", "*", "/", "//", "%", "** or pow()"};
    return kSymbols[static_cast<std::size_t>(op)];
}

Error unsupported(Operator op, const Value& left, const Value& right) {
    return template_error(fmt::format("unsupported operand type(s) for {}: '{}' and '{}'", symbol_of(op),
                                      type_name(left), type_name(right)));
}

Error too_large() {
    return template_error("an integer is larger than 64 bits");
}

Result<Value> negated(std::int64_t number) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(std::int64_t{0}, number, &result))
        return too_large();
    return Value(result);
}

/// Python rounds towards minus infinity, and the remainder has the divisor's sign.
std::int64_t floor_quotient(std::int64_t left, std::int64_t right) {
    const auto quotient = left / right;
    return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

Result<Value> integer_power(std::int64_t base, std::int64_t exponent) {
    if (exponent < 0) {
        if (base == 0)
            return template_error("0.0 cannot be raised to a negative power");
        return Value(std::pow(static_cast<double>(base), static_cast<double>(exponent)));
    }
    std::int64_t result = 1;
    if (base == 0 || base == 1)
        return Value(exponent == 0 ? std::int64_t{1} : base);
    if (base == -1)
        return Value(exponent % 2 == 0 ? std::int64_t{1} : base);
    for (; exponent > 0; --exponent)  // at most 63 times before it overflows
        if (__builtin_mul_overflow(result, base, &result))
            return too_large();
    return Value(result);
}

Result<Value> divide_integers(Operator op, std::int64_t left, std::int64_t right) {
    if (right == 0)
        return template_error(op == Operator::Divide   ? "division by zero"
                              : op == Operator::Modulo ? "integer modulo by zero"
                                                       : "integer division or modulo by zero");
    if (op == Operator::Divide)
        return Value(static_cast<double>(left) / static_cast<double>(right));
    if (right == -1)  // the one quotient that overflows
        return op == Operator::Modulo ? Result<Value>(std::int64_t{0}) : negated(left);
    const auto quotient = floor_quotient(left, right);
    return Value(op == Operator::Modulo ? left - quotient * right : quotient);
}

Result<Value> on_integers(Operator op, std::int64_t left, std::int64_t right) {
    std::int64_t result = 0;
    bool overflow = false;
    switch (op) {
        case Operator::Add:
            overflow = __builtin_add_overflow(left, right, &result);
            break;
        case Operator::Subtract:
            overflow = __builtin_sub_overflow(left, right, &result);
            break;
        case Operator::Multiply:
            overflow = __builtin_mul_overflow(left, right, &result);
            break;
        case Operator::Power:
            return integer_power(left, right);
        default:
            return divide_integers(op, left, right);
    }
    return overflow ? Result<Value>(too_large()) : Result<Value>(Value(result));
}

double floor_modulo(double left, double right) {
    const double rest = std::fmod(left, right);
    if (rest != 0.0)
        return (rest < 0) != (right < 0) ? rest + right : rest;
    return std::copysign(0.0, right);
}

Result<Value> on_reals(Operator op, double left, double right) {
    const bool divides = op == Operator::Divide || op == Operator::FloorDivide || op == Operator::Modulo;
    if (divides && right == 0.0)
        return template_error(op == Operator::Divide   ? "float division by zero"
                              : op == Operator::Modulo ? "float modulo"
                                                       : "float floor division by zero");
    switch (op) {
        case Operator::Add:
            return Value(left + right);
        case Operator::Subtract:
            return Value(left - right);
        case Operator::Multiply:
            return Value(left * right);
        case Operator::Divide:
            return Value(left / right);
        case Operator::FloorDivide:
            return Value(std::floor((left - floor_modulo(left, right)) / right + 0.25));
        case Operator::Modulo:
            return Value(floor_modulo(left, right));
        case Operator::Power:
            break;
    }
    if (left == 0.0 && right < 0)
        return template_error("0.0 cannot be raised to a negative power");
    if (left < 0 && std::isfinite(right) && right != std::trunc(right))
        return template_error("a negative number has no real power of a fraction");
    const double power = std::pow(left, right);
    if (std::isinf(power) && std::isfinite(left) && std::isfinite(right))
        return template_error("(34, 'Numerical result out of range')");
    return Value(power);
}

Result<Value> add(Sandbox& sandbox, const Value& left, const Value& right) {
    if (left.text() && right.text()) {
        TRY_VOID(sandbox.check_text(left.text()->bytes.size() + right.text()->bytes.size()));
        if (left.is_markup() == right.is_markup())
            return sandbox.text(left.text()->bytes + right.text()->bytes, left.is_markup());
        TRY(const auto first, escaped_display(sandbox, left));
        TRY(const auto second, escaped_display(sandbox, right));
        return sandbox.text(first + second, /*is_markup=*/true);
    }
    if (left.list() && right.list() && left.list()->is_tuple == right.list()->is_tuple) {
        TRY_VOID(sandbox.check_items(left.list()->items.size() + right.list()->items.size()));
        auto items = left.list()->items;
        items.insert(items.end(), right.list()->items.begin(), right.list()->items.end());
        return left.list()->is_tuple ? sandbox.tuple(std::move(items)) : sandbox.list(std::move(items));
    }
    if (right.is_undefined())
        return undefined_error(right);
    if (left.text() && !left.is_markup())
        return template_error(fmt::format("can only concatenate str (not \"{}\") to str", type_name(right)));
    if (const auto* list = left.list())
        return template_error(fmt::format("can only concatenate {0} (not \"{1}\") to {0}",
                                          list->is_tuple ? "tuple" : "list", type_name(right)));
    return unsupported(Operator::Add, left, right);
}

std::string repeated_text(const std::string& text, std::size_t times) {
    const auto size = text.size() * times;
    if (size == 0)
        return {};
    std::string result;
    result.reserve(size);
    result = text;
    while (result.size() * 2 <= size)
        result.append(result);
    return result.append(result, 0, size - result.size());
}

Result<Value> repeated(Sandbox& sandbox, const Value& value, std::int64_t count) {
    const auto times = static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
    if (const auto* text = value.text()) {
        if (!text->bytes.empty())
            TRY_VOID(
                sandbox.check_text(times > sandbox.limits().text_bytes ? times : times * text->bytes.size()));
        return sandbox.text(repeated_text(text->bytes, text->bytes.empty() ? 0 : times), text->is_markup);
    }
    const auto& list = *value.list();
    if (!list.items.empty())
        TRY_VOID(sandbox.check_items(times > sandbox.limits().items ? times : times * list.items.size()));
    std::vector<Value> items;
    for (std::size_t i = 0; !list.items.empty() && i < times; ++i)
        items.insert(items.end(), list.items.begin(), list.items.end());
    return list.is_tuple ? sandbox.tuple(std::move(items)) : sandbox.list(std::move(items));
}

Result<Value> multiply(Sandbox& sandbox, const Value& left, const Value& right) {
    const bool left_repeats = left.text() || left.list();
    const bool right_repeats = right.text() || right.list();
    if (left_repeats && integer_of(right))
        return repeated(sandbox, left, *integer_of(right));
    if (right_repeats && integer_of(left))
        return repeated(sandbox, right, *integer_of(left));
    if (left_repeats || right_repeats)
        return template_error(fmt::format("can't multiply sequence by non-int of type '{}'",
                                          type_name(left_repeats ? right : left)));
    return unsupported(Operator::Multiply, left, right);
}

}  // namespace

Result<Value> arithmetic(Sandbox& sandbox, Operator op, const Value& left, const Value& right) {
    TRY_VOID(sandbox.step());
    if (left.is_undefined())
        return undefined_error(left);
    if (op == Operator::Modulo && left.text())
        return percent_formatted(sandbox, left.text()->bytes, right);
    if (is_number(left) && is_number(right)) {
        const auto left_integer = integer_of(left);
        const auto right_integer = integer_of(right);
        if (left_integer && right_integer)
            return on_integers(op, *left_integer, *right_integer);
        return on_reals(op, real_of(left), real_of(right));
    }
    if (op == Operator::Add)
        return add(sandbox, left, right);
    if (right.is_undefined())
        return undefined_error(right);
    if (op == Operator::Multiply)
        return multiply(sandbox, left, right);
    return unsupported(op, left, right);
}

Result<Value> negative(const Value& value) {
    if (value.is_undefined())
        return undefined_error(value);
    if (const auto integer = integer_of(value))
        return negated(*integer);
    if (const auto* number = value.get<double>())
        return Value(-*number);
    return template_error(fmt::format("bad operand type for unary -: '{}'", type_name(value)));
}

}  // namespace tunebench::jinja
