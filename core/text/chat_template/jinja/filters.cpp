#include "core/text/chat_template/jinja/filters.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/access.h"
#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/text.h"
#include "core/text/chat_template/jinja/value_tests.h"

namespace tunebench::jinja {
namespace {

bool is_index(std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Value> path_key(Sandbox& sandbox, std::string_view part) {
    if (const auto number = is_index(part) ? parse_integer(part) : std::nullopt)
        return Value(*number);
    return sandbox.text(part);
}

}  // namespace

const Builtin* find_filter(std::string_view name) {
    for (const auto table :
         {text_filters(), markup_filters(), number_filters(), sequence_filters(), selection_filters()})
        if (const auto* found = find_builtin(table, name))
            return found;
    return nullptr;
}

Result<Value> Evaluator::apply_filter(std::string_view name, const Value& value, const Arguments& arguments) {
    const auto* filter = find_filter(name);
    if (!filter)
        return template_error(fmt::format("No filter named '{}'.", name));
    return invoke(*filter, *this, sandbox_, value, arguments);
}

Result<bool> Evaluator::apply_test(std::string_view name, const Value& value, const Arguments& arguments) {
    const auto* test = find_test(name);
    if (!test)
        return template_error(fmt::format("No test named '{}'.", name));
    TRY(const auto passed, invoke(*test, *this, sandbox_, value, arguments));
    return truth_of(passed);
}

Result<Value> follow_path(Sandbox& sandbox, const Value& value, const Value* path, const Value* fallback) {
    if (!path || path->is_none())
        return value;
    std::vector<Value> keys;
    if (const auto* text = path->text()) {
        for (const auto part : split(text->bytes, ".", -1)) {
            TRY(auto key, path_key(sandbox, part));
            keys.push_back(std::move(key));
        }
    } else {
        keys.push_back(*path);
    }
    Value found = value;
    for (const auto& key : keys) {
        TRY(found, get_item(sandbox, found, key));
        if (fallback && !fallback->is_none() && found.is_undefined())
            found = *fallback;
    }
    return found;
}

Result<Value> comparison_key(Sandbox& sandbox, const Value& value, bool case_sensitive) {
    if (case_sensitive || !value.text())
        return value;
    TRY_VOID(sandbox.pass_over_letters(value.text()->bytes.size()));
    return sandbox.text(lower(value.text()->bytes));
}

Result<std::vector<std::size_t>> sorted_order(Sandbox& sandbox, const std::vector<Value>& keys,
                                              bool reverse) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::optional<Error> failure;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (failure)
            return false;
        const auto less = reverse ? in_order(sandbox, Order::Less, keys[b], keys[a])
                                  : in_order(sandbox, Order::Less, keys[a], keys[b]);
        if (!less)
            failure = less.error();
        return less && *less;
    });
    if (failure)
        return *failure;
    return order;
}

}  // namespace tunebench::jinja
