// Python's numbers: booleans count as 0 and 1, integers that leave 64 bits are an error.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

bool is_number(const Value& value);  // booleans too

/// The integer or boolean; no value for the rest.
std::optional<std::int64_t> integer_of(const Value& value);

/// Of a number; 0 for the rest.
double real_of(const Value& value);

/// Both are numbers.
std::partial_ordering compare_numbers(const Value& left, const Value& right);

enum class Operator { Add, Subtract, Multiply, Divide, FloorDivide, Modulo, Power };

/// left <operator> right, on numbers, strings, lists and what else Python defines it for.
Result<Value> arithmetic(Sandbox& sandbox, Operator op, const Value& left, const Value& right);

Result<Value> negative(const Value& value);

/// int(): of a text with digits ("-1_000", " 7 "); no value where Python raises ValueError. `base` 0 takes
/// the text's prefix.
std::optional<std::int64_t> parse_integer(std::string_view text, int base = 10);

/// float() of a text.
std::optional<double> parse_real(std::string_view text);

/// int() of a float; an error where it has none or leaves 64 bits.
Result<std::int64_t> truncated(double number);

}  // namespace tunebench::jinja
