#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

Result<Value> absolute(const Invocation& call) {
    if (const auto integer = integer_of(call.self))
        return *integer < 0 ? negative(call.self) : Result<Value>(Value(*integer));
    if (const auto* number = call.self.get<double>())
        return Value(std::fabs(*number));
    return template_error(fmt::format("bad operand type for abs(): '{}'", type_name(call.self)));
}

Result<Value> to_integer(const Invocation& call) {
    if (call.self.is_undefined())
        return undefined_error(call.self);
    if (const auto integer = integer_of(call.self))
        return Value(*integer);
    const Value fallback = call.value(0, Value(std::int64_t{0}));
    std::optional<double> number;
    if (const auto* text = call.self.text()) {
        TRY(const auto base, call.integer(1, 10));
        if (base != 0 && (base < 2 || base > 36))
            return fallback;
        if (const auto parsed = parse_integer(text->bytes, static_cast<int>(base)))
            return Value(*parsed);
        number = parse_real(text->bytes);
    } else if (const auto* real = call.self.get<double>()) {
        number = *real;
    }
    if (!number || !std::isfinite(*number))
        return fallback;
    TRY(const auto integer, truncated(*number));
    return Value(integer);
}

Result<Value> to_real(const Invocation& call) {
    if (call.self.is_undefined())
        return undefined_error(call.self);
    if (is_number(call.self))
        return Value(real_of(call.self));
    const auto parsed = call.self.text() ? parse_real(call.self.text()->bytes) : std::nullopt;
    return parsed ? Value(*parsed) : call.value(0, Value(0.0));
}

/// round() of a float: the decimal number nearest to it, the even one of two.
double rounded(double number, std::int64_t digits) {
    if (!std::isfinite(number) || digits > 300)
        return number;
    if (digits < -300)
        return std::copysign(0.0, number);
    if (digits < 0) {
        const double unit = std::pow(10.0, static_cast<double>(-digits));
        return std::nearbyint(number / unit) * unit;
    }
    // The text of the exact value is rounded correctly; multiplying would round twice.
    return parse_real(fmt::format("{:.{}f}", number, digits)).value_or(number);
}

/// round() of an integer at a place before the point, half to even.
Result<Value> rounded_integer(std::int64_t number, std::int64_t digits) {
    if (digits >= 0)
        return Value(number);
    if (digits < -18)
        return Value(std::int64_t{0});
    std::int64_t unit = 1;
    for (; digits < 0; ++digits)
        unit *= 10;
    const auto rest = ((number % unit) + unit) % unit;
    std::int64_t down = 0;
    if (__builtin_sub_overflow(number, rest, &down))
        return template_error("an integer is larger than 64 bits");
    const bool up = rest > unit / 2 || (rest == unit / 2 && (down / unit) % 2 != 0);
    if (up && __builtin_add_overflow(down, unit, &down))
        return template_error("an integer is larger than 64 bits");
    return Value(down);
}

Result<Value> round(const Invocation& call) {
    TRY(const auto precision, call.integer(0, 0));
    TRY(const auto method, call.text(1, "common"));
    if (method != "common" && method != "ceil" && method != "floor")
        return template_error("method must be common, ceil or floor");
    if (!is_number(call.self))
        return template_error(fmt::format("type {} doesn't define __round__ method", type_name(call.self)));
    const auto integer = integer_of(call.self);
    if (method == "common")
        return integer ? rounded_integer(*integer, precision)
                       : Result<Value>(Value(rounded(real_of(call.self), precision)));
    const double scale = std::pow(10.0, static_cast<double>(precision));
    const double scaled = real_of(call.self) * scale;
    return Value((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale);
}

Result<Value> sum(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, call.self));
    Value total = call.value(1, Value(std::int64_t{0}));
    for (const auto& item : items->items) {
        TRY(const auto value, follow_path(call.sandbox, item, call[0]));
        TRY(total, arithmetic(call.sandbox, Operator::Add, total, value));
    }
    return total;
}

template <bool kGreatest>
Result<Value> extreme(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, call.self));
    if (items->items.empty())
        return undefined("No aggregated item, sequence was empty.");
    const Value* best = nullptr;
    Value best_key;
    for (const auto& item : items->items) {
        TRY(const auto value, follow_path(call.sandbox, item, call[1]));
        TRY(auto key, comparison_key(call.sandbox, value, call.truth(0, false)));
        bool is_better = best == nullptr;
        if (best) {
            TRY(is_better, in_order(call.sandbox, kGreatest ? Order::Greater : Order::Less, key, best_key));
        }
        if (is_better) {
            best = &item;
            best_key = std::move(key);
        }
    }
    return *best;
}

/// float() of what a number or a text says.
Result<double> real_argument(const Value& value) {
    if (value.is_undefined())
        return undefined_error(value);
    if (is_number(value))
        return real_of(value);
    if (!value.text())
        return template_error(
            fmt::format("float() argument must be a string or a real number, not '{}'", type_name(value)));
    const auto& text = value.text()->bytes;
    const auto parsed = parse_real(text);
    if (!parsed)
        return template_error(fmt::format("could not convert string to float: {}", quoted_text(text)));
    return *parsed;
}

Result<Value> filesizeformat(const Invocation& call) {
    constexpr std::array<long double, 8> kDecimal = {1e6L, 1e9L, 1e12L, 1e15L, 1e18L, 1e21L, 1e24L, 1e27L};
    constexpr std::string_view kPrefixes = "kMGTPEZY";
    TRY(const double bytes, real_argument(call.self));
    const bool is_binary = call.truth(0, false);
    const double base = is_binary ? 1024.0 : 1000.0;
    if (bytes == 1.0)
        return call.sandbox.text("1 Byte");
    if (bytes < base) {
        TRY(const auto whole, truncated(bytes));
        return call.sandbox.text(fmt::format("{} Bytes", whole));
    }
    std::size_t at = 0;
    const auto unit = [&] {  // as exact as Python's integers
        return is_binary ? std::ldexp(1.0L, 10 * (static_cast<int>(at) + 2)) : kDecimal[at];
    };
    while (at + 1 < kDecimal.size() && !(static_cast<long double>(bytes) < unit()))
        ++at;
    const auto prefix = is_binary && at == 0 ? 'K' : kPrefixes[at];
    return call.sandbox.text(fmt::format("{:.1f} {}{}B", base * bytes / static_cast<double>(unit()), prefix,
                                         is_binary ? "i" : ""));
}

constexpr Builtin kNumberFilters[] = {
    {.name = "abs", .body = absolute},
    {.name = "int", .body = to_integer, .parameters = {"default", "base"}},
    {.name = "float", .body = to_real, .parameters = {"default"}},
    {.name = "filesizeformat", .body = filesizeformat, .parameters = {"binary"}},
    {.name = "round", .body = round, .parameters = {"precision", "method"}},
    {.name = "sum", .body = sum, .parameters = {"attribute", "start"}},
    {.name = "min", .body = extreme<false>, .parameters = {"case_sensitive", "attribute"}},
    {.name = "max", .body = extreme<true>, .parameters = {"case_sensitive", "attribute"}},
};

}  // namespace

std::span<const Builtin> number_filters() {
    return kNumberFilters;
}

}  // namespace tunebench::jinja
