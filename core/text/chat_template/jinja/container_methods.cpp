#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/methods.h"
#include "core/text/chat_template/jinja/objects.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

constexpr std::array<std::string_view, 8> kMutatingListMethods = {"append", "clear",  "extend",  "insert",
                                                                  "pop",    "remove", "reverse", "sort"};
constexpr std::array<std::string_view, 5> kMutatingDictMethods = {"clear", "pop", "popitem", "setdefault",
                                                                  "update"};

Result<Value> get(const Invocation& call) {
    TRY_VOID(check_key(*call[0]));
    TRY(const auto* entry, find_entry(call.sandbox, *call.self.dict(), *call[0]));
    return entry ? *entry : call.value(1);
}

enum class Part { Keys, Values, Items };

Result<Value> part_of_entry(Sandbox& sandbox, Part part, const std::pair<Value, Value>& entry) {
    if (part == Part::Items)
        return sandbox.tuple({entry.first, entry.second});
    return part == Part::Keys ? entry.first : entry.second;
}

template <Part kPart>
Result<Value> view(const Invocation& call) {
    constexpr std::array<const char*, 3> kTypes = {"dict_keys", "dict_values", "dict_items"};
    std::vector<Value> items;
    for (const auto& entry : call.self.dict()->entries) {
        TRY(auto item, part_of_entry(call.sandbox, kPart, entry));
        items.push_back(std::move(item));
    }
    TRY(const auto list, call.sandbox.list(std::move(items)));
    return Value(
        ObjectRef(std::make_shared<DictView>(kTypes[static_cast<std::size_t>(kPart)], *list.get<ListRef>())));
}

Result<Value> copy(const Invocation& call) {
    return call.self;
}

Result<Value> count(const Invocation& call) {
    std::int64_t count = 0;
    for (const auto& item : call.self.list()->items) {
        TRY(const bool same, equal(call.sandbox, item, *call[0]));
        count += same ? 1 : 0;
    }
    return Value(count);
}

Result<Value> index(const Invocation& call) {
    const auto& list = *call.self.list();
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        TRY(const bool same, equal(call.sandbox, list.items[i], *call[0]));
        if (same)
            return Value(static_cast<std::int64_t>(i));
    }
    TRY(const auto text, representation(call.sandbox, *call[0]));
    return template_error(list.is_tuple ? "tuple.index(x): x not in tuple" : text + " is not in list");
}

constexpr Builtin kDictMethods[] = {
    {.name = "get", .body = get, .parameters = {"key", "default"}, .required = 1},
    {.name = "items", .body = view<Part::Items>},
    {.name = "keys", .body = view<Part::Keys>},
    {.name = "values", .body = view<Part::Values>},
    {.name = "copy", .body = copy},
};

constexpr Builtin kListMethods[] = {
    {.name = "count", .body = count, .parameters = {"value"}, .required = 1},
    {.name = "index", .body = index, .parameters = {"value"}, .required = 1},
    {.name = "copy", .body = copy},
};

}  // namespace

std::span<const Builtin> list_methods() {
    return kListMethods;
}

std::span<const Builtin> tuple_methods() {
    return std::span(kListMethods).first(2);
}

std::span<const Builtin> dict_methods() {
    return kDictMethods;
}

const Builtin* find_method(const Value& value, std::string_view name) {
    if (value.text()) {
        const auto* method = find_builtin(text_methods(), name);
        return method ? method : find_builtin(text_search_methods(), name);
    }
    if (const auto* list = value.list())
        return find_builtin(list->is_tuple ? tuple_methods() : list_methods(), name);
    return value.dict() ? find_builtin(dict_methods(), name) : nullptr;
}

bool is_mutating_method(const Value& value, std::string_view name) {
    if (value.dict())
        return std::ranges::find(kMutatingDictMethods, name) != kMutatingDictMethods.end();
    const auto* list = value.list();
    return list && !list->is_tuple &&
           std::ranges::find(kMutatingListMethods, name) != kMutatingListMethods.end();
}

}  // namespace tunebench::jinja
