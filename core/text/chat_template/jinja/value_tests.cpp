#include "core/text/chat_template/jinja/value_tests.h"

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

template <bool (*kTest)(const Value&)>
Result<Value> simple(const Invocation& call) {
    return Value(kTest(call.self));
}

bool is_defined(const Value& value) {
    return !value.is_undefined();
}
bool is_undefined(const Value& value) {
    return value.is_undefined();
}
bool is_none(const Value& value) {
    return value.is_none();
}
bool is_boolean(const Value& value) {
    return value.get<bool>() != nullptr;
}
bool is_true(const Value& value) {
    return value.get<bool>() && *value.get<bool>();
}
bool is_false(const Value& value) {
    return value.get<bool>() && !*value.get<bool>();
}
bool is_integer(const Value& value) {
    return value.get<std::int64_t>() != nullptr;
}
bool is_real(const Value& value) {
    return value.get<double>() != nullptr;
}
bool is_string(const Value& value) {
    return value.text() != nullptr;
}
bool is_escaped(const Value& value) {
    return value.is_markup();
}
bool is_mapping(const Value& value) {
    return value.dict() != nullptr;
}
bool is_sequence(const Value& value) {
    return value.is_undefined() || value.text() || value.list() || value.dict() ||
           (value.object() && value.object()->is_sequence());
}
bool is_iterable(const Value& value) {
    return is_sequence(value) || (value.object() && value.object()->is_iterable());
}
bool is_callable(const Value& value) {
    return value.is_undefined() || (value.object() && value.object()->is_callable());
}

template <bool kUpper>
Result<Value> has_case(const Invocation& call) {
    TRY(const auto value, display(call.sandbox, call.self));
    const bool is_cased = upper(value) != lower(value);
    return Value(is_cased && (kUpper ? upper(value) : lower(value)) == value);
}

Result<Value> remainder(const Invocation& call, const Value& divisor) {
    return arithmetic(call.sandbox, Operator::Modulo, call.self, divisor);
}

template <std::int64_t kRemainder>
Result<Value> modulo_two(const Invocation& call) {
    TRY(const auto rest, remainder(call, Value(std::int64_t{2})));
    TRY(const bool is_it, equal(call.sandbox, rest, Value(kRemainder)));
    return Value(is_it);
}

Result<Value> divisible_by(const Invocation& call) {
    TRY(const auto rest, remainder(call, *call[0]));
    TRY(const bool is_it, equal(call.sandbox, rest, Value(std::int64_t{0})));
    return Value(is_it);
}

Result<Value> equals(const Invocation& call) {
    TRY(const bool same, equal(call.sandbox, call.self, *call[0]));
    return Value(same);
}

Result<Value> differs(const Invocation& call) {
    TRY(const bool same, equal(call.sandbox, call.self, *call[0]));
    return Value(!same);
}

template <Order kOrder>
Result<Value> ordered(const Invocation& call) {
    TRY(const bool holds, in_order(call.sandbox, kOrder, call.self, *call[0]));
    return Value(holds);
}

Result<Value> is_in(const Invocation& call) {
    TRY(const bool found, contains(call.sandbox, *call[0], call.self));
    return Value(found);
}

/// Values that are the same object: small ones are when they are equal and of one type.
Result<Value> same_as(const Invocation& call) {
    const auto& other = *call[0];
    if (call.self.data().index() != other.data().index())
        return Value(false);
    if (call.self.list() || call.self.dict())
        return Value(call.self.list() == other.list() && call.self.dict() == other.dict());
    return equals(call);
}

template <const Builtin* (*kFind)(std::string_view)>
Result<Value> is_known(const Invocation& call) {
    return Value(call.self.text() && kFind(call.self.text()->bytes) != nullptr);
}

constexpr Builtin with_other(std::string_view name, Result<Value> (*body)(const Invocation&)) {
    return {.name = name, .body = body, .parameters = {"other"}, .required = 1};
}

constexpr Builtin kTests[] = {
    {.name = "defined", .body = simple<is_defined>},
    {.name = "undefined", .body = simple<is_undefined>},
    {.name = "none", .body = simple<is_none>},
    {.name = "boolean", .body = simple<is_boolean>},
    {.name = "true", .body = simple<is_true>},
    {.name = "false", .body = simple<is_false>},
    {.name = "integer", .body = simple<is_integer>},
    {.name = "float", .body = simple<is_real>},
    {.name = "number", .body = simple<is_number>},
    {.name = "string", .body = simple<is_string>},
    {.name = "mapping", .body = simple<is_mapping>},
    {.name = "sequence", .body = simple<is_sequence>},
    {.name = "iterable", .body = simple<is_iterable>},
    {.name = "callable", .body = simple<is_callable>},
    {.name = "escaped", .body = simple<is_escaped>},
    {.name = "lower", .body = has_case<false>},
    {.name = "upper", .body = has_case<true>},
    {.name = "odd", .body = modulo_two<1>},
    {.name = "even", .body = modulo_two<0>},
    {.name = "divisibleby", .body = divisible_by, .parameters = {"num"}, .required = 1},
    with_other("eq", equals),
    with_other("equalto", equals),
    with_other("==", equals),
    with_other("ne", differs),
    with_other("!=", differs),
    with_other("lt", ordered<Order::Less>),
    with_other("lessthan", ordered<Order::Less>),
    with_other("<", ordered<Order::Less>),
    with_other("le", ordered<Order::LessEqual>),
    with_other("<=", ordered<Order::LessEqual>),
    with_other("gt", ordered<Order::Greater>),
    with_other("greaterthan", ordered<Order::Greater>),
    with_other(">", ordered<Order::Greater>),
    with_other("ge", ordered<Order::GreaterEqual>),
    with_other(">=", ordered<Order::GreaterEqual>),
    with_other("in", is_in),
    with_other("sameas", same_as),
    {.name = "filter", .body = is_known<find_filter>},
    {.name = "test", .body = is_known<find_test>},
};

}  // namespace

const Builtin* find_test(std::string_view name) {
    return find_builtin(kTests, name);
}

}  // namespace tunebench::jinja
