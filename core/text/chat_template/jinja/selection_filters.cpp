#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/access.h"
#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/objects.h"

namespace tunebench::jinja {
namespace {

const Value* named(const Arguments& arguments, std::string_view name) {
    const auto found = std::ranges::find(arguments.named, name, &std::pair<std::string, Value>::first);
    return found == arguments.named.end() ? nullptr : &found->second;
}

Arguments without_first(const Arguments& arguments, std::size_t count) {
    return {{arguments.positional.begin() + static_cast<std::ptrdiff_t>(count), arguments.positional.end()},
            arguments.named};
}

Result<std::string_view> name_argument(const Invocation& call, std::size_t at, std::string_view kind) {
    const auto* name = call.arguments.positional[at].text();
    if (!name)
        return template_error(fmt::format("the name of a {} is a text", kind));
    return std::string_view(name->bytes);
}

/// Jinja asks for items only where the value is true: none.map(...) is empty.
Result<ListRef> items_if_true(const Invocation& call) {
    return truth_of(call.self) ? items_of(call.sandbox, call.self)
                               : Result<ListRef>(std::make_shared<const List>());
}

Result<Value> map_item(const Invocation& call, const Value& item) {
    const auto& arguments = call.arguments;
    if (const auto* attribute = named(arguments, "attribute"))
        return follow_path(call.sandbox, item, attribute, named(arguments, "default"));
    TRY(const auto name, name_argument(call, 0, "filter"));
    return call.evaluator.apply_filter(name, item, without_first(arguments, 1));
}

Result<void> check_map(const Arguments& arguments) {
    if (!arguments.positional.empty())
        return {};
    if (!named(arguments, "attribute"))
        return template_error("map requires a filter argument");
    for (const auto& [name, value] : arguments.named)
        if (name != "attribute" && name != "default")
            return template_error(fmt::format("Unexpected keyword argument '{}'", name));
    return {};
}

Result<Value> map(const Invocation& call) {
    TRY_VOID(check_map(call.arguments));
    std::vector<Value> results;
    TRY(const auto items, items_if_true(call));
    for (const auto& item : items->items) {
        TRY(auto result, map_item(call, item));
        results.push_back(std::move(result));
    }
    return make_generator(call.sandbox, std::move(results));
}

/// Whether the item, or its attribute, passes the test that the arguments name; without a test: is true.
Result<bool> passes(const Invocation& call, const Value& item, bool of_attribute) {
    const auto& arguments = call.arguments;
    const std::size_t at = of_attribute ? 1 : 0;
    Value tested = item;
    if (of_attribute) {
        TRY(tested, follow_path(call.sandbox, item, &arguments.positional.front()));
    }
    if (arguments.positional.size() <= at)
        return truth_of(tested);
    TRY(const auto name, name_argument(call, at, "test"));
    return call.evaluator.apply_test(name, tested, without_first(arguments, at + 1));
}

template <bool kKeep, bool kOfAttribute>
Result<Value> select(const Invocation& call) {
    if (kOfAttribute && call.arguments.positional.empty())
        return template_error("Missing parameter for attribute name");
    std::vector<Value> kept;
    TRY(const auto items, items_if_true(call));
    for (const auto& item : items->items) {
        TRY(const bool passed, passes(call, item, kOfAttribute));
        if (passed == kKeep)
            kept.push_back(item);
    }
    return make_generator(call.sandbox, std::move(kept));
}

Result<Value> attribute(const Invocation& call) {
    const auto* name = call[0]->text();
    if (!name)
        return template_error("the name of an attribute is a text");
    return get_own_attribute(call.sandbox, call.self, name->bytes);
}

Result<Value> groupby(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, call.self));
    const bool case_sensitive = call.truth(2, false);
    std::vector<Value> groupers;
    std::vector<Value> keys;
    for (const auto& item : items->items) {
        TRY(auto grouper, follow_path(call.sandbox, item, call[0], call[1]));
        TRY(auto key, comparison_key(call.sandbox, grouper, case_sensitive));
        groupers.push_back(std::move(grouper));
        keys.push_back(std::move(key));
    }
    TRY(const auto order, sorted_order(call.sandbox, keys, /*reverse=*/false));
    std::vector<Value> groups;
    for (std::size_t i = 0; i < order.size();) {
        const auto begin = i;
        std::vector<Value> members;
        for (bool same = true; same && i < order.size();) {
            TRY(same, equal(call.sandbox, keys[order[begin]], keys[order[i]]));
            if (same)
                members.push_back(items->items[order[i++]]);
        }
        TRY(auto list, call.sandbox.list(std::move(members)));
        TRY(auto group, call.sandbox.group(groupers[order[begin]], std::move(list)));
        groups.push_back(std::move(group));
    }
    return call.sandbox.list(std::move(groups));
}

constexpr Builtin kSelectionFilters[] = {
    {.name = "map", .body = map, .takes_any = true},
    {.name = "select", .body = select<true, false>, .takes_any = true},
    {.name = "reject", .body = select<false, false>, .takes_any = true},
    {.name = "selectattr", .body = select<true, true>, .takes_any = true},
    {.name = "rejectattr", .body = select<false, true>, .takes_any = true},
    {.name = "attr", .body = attribute, .parameters = {"name"}, .required = 1},
    {.name = "groupby",
     .body = groupby,
     .parameters = {"attribute", "default", "case_sensitive"},
     .required = 1},
};

}  // namespace

std::span<const Builtin> selection_filters() {
    return kSelectionFilters;
}

}  // namespace tunebench::jinja
