#include "core/text/chat_template/jinja/comparison.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/object.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

std::string_view symbol_of(Order order) {
    constexpr std::string_view kSymbols[] = {"<", "<=", ">", ">="};
    return kSymbols[static_cast<std::size_t>(order)];
}

template <class T>
bool holds(Order order, const T& left, const T& right) {
    switch (order) {
        case Order::Less:
            return left < right;
        case Order::LessEqual:
            return left <= right;
        case Order::Greater:
            return left > right;
        case Order::GreaterEqual:
            return left >= right;
    }
    return false;
}

Result<bool> equal_lists(Sandbox& sandbox, const List& left, const List& right) {
    if (left.is_tuple != right.is_tuple || left.items.size() != right.items.size())
        return false;
    for (std::size_t i = 0; i < left.items.size(); ++i) {
        TRY(const bool same, equal(sandbox, left.items[i], right.items[i]));
        if (!same)
            return false;
    }
    return true;
}

Result<bool> equal_dicts(Sandbox& sandbox, const Dict& left, const Dict& right) {
    if (left.entries.size() != right.entries.size())
        return false;
    for (const auto& [key, value] : left.entries) {
        TRY(const auto* other, find_entry(sandbox, right, key));
        if (!other)
            return false;
        TRY(const bool same, equal(sandbox, value, *other));
        if (!same)
            return false;
    }
    return true;
}

/// Lists are ordered by their first items that differ.
Result<bool> lists_in_order(Sandbox& sandbox, Order order, const List& left, const List& right) {
    const auto count = std::min(left.items.size(), right.items.size());
    for (std::size_t i = 0; i < count; ++i) {
        TRY(const bool same, equal(sandbox, left.items[i], right.items[i]));
        if (!same)
            return in_order(sandbox, order, left.items[i], right.items[i]);
    }
    return holds(order, left.items.size(), right.items.size());
}

Error not_iterable(const Value& value) {
    return template_error(fmt::format("'{}' object is not iterable", type_name(value)));
}

Result<std::vector<Value>> code_points(Sandbox& sandbox, const Text& text) {
    TRY_VOID(sandbox.check_items(text.length));
    std::vector<Value> items;
    items.reserve(text.length);
    for (const auto piece : CodePoints(text.bytes)) {
        TRY(auto item, sandbox.text(piece));
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace

Error undefined_error(const Value& value) {
    return template_error(*value.get<Undefined>()->message);
}

bool truth_of(const Value& value) {
    if (value.is_undefined() || value.is_none())
        return false;
    if (const auto* truth = value.get<bool>())
        return *truth;
    if (const auto* number = value.get<std::int64_t>())
        return *number != 0;
    if (const auto* number = value.get<double>())
        return *number != 0.0;
    if (const auto* text = value.text())
        return !text->bytes.empty();
    if (const auto* list = value.list())
        return !list->items.empty();
    if (const auto* dict = value.dict())
        return !dict->entries.empty();
    return value.object()->truth();
}

Result<bool> equal(Sandbox& sandbox, const Value& left, const Value& right) {
    TRY_VOID(sandbox.step());
    if (is_number(left) && is_number(right))
        return compare_numbers(left, right) == std::partial_ordering::equivalent;
    if (left.data().index() != right.data().index())
        return false;
    if (const auto* text = left.text()) {
        TRY_VOID(sandbox.pass_over(text->bytes.size()));
        return text->bytes == right.text()->bytes;
    }
    if (const auto* list = left.list())
        return equal_lists(sandbox, *list, *right.list());
    if (const auto* dict = left.dict())
        return equal_dicts(sandbox, *dict, *right.dict());
    return left.object() == right.object();
}

Result<bool> in_order(Sandbox& sandbox, Order order, const Value& left, const Value& right) {
    TRY_VOID(sandbox.step());
    for (const auto* side : {&left, &right})
        if (side->is_undefined())
            return undefined_error(*side);
    if (is_number(left) && is_number(right)) {
        const auto ordering = compare_numbers(left, right);
        return ordering != std::partial_ordering::unordered &&
               holds(order, ordering < 0 ? -1 : (ordering > 0 ? 1 : 0), 0);
    }
    if (left.text() && right.text()) {
        TRY_VOID(sandbox.pass_over(left.text()->bytes.size()));
        return holds(order, left.text()->bytes.compare(right.text()->bytes), 0);
    }
    if (left.list() && right.list() && left.list()->is_tuple == right.list()->is_tuple)
        return lists_in_order(sandbox, order, *left.list(), *right.list());
    return template_error(fmt::format("'{}' not supported between instances of '{}' and '{}'",
                                      symbol_of(order), type_name(left), type_name(right)));
}

Result<bool> contains(Sandbox& sandbox, const Value& container, const Value& item) {
    TRY_VOID(sandbox.step());
    if (const auto* text = container.text()) {
        if (item.is_undefined())
            return template_error("'in <string>' requires string as left operand, not Undefined");
        if (!item.text())
            return template_error(
                fmt::format("'in <string>' requires string as left operand, not {}", type_name(item)));
        TRY_VOID(sandbox.pass_over(text->bytes.size()));
        return find_first(text->bytes, item.text()->bytes).has_value();
    }
    if (const auto* dict = container.dict()) {
        TRY_VOID(check_key(item));
        TRY(const auto* found, find_entry(sandbox, *dict, item));
        return found != nullptr;
    }
    if (!container.list() && !container.is_undefined() &&
        !(container.object() && container.object()->is_iterable()))
        return template_error(fmt::format("argument of type '{}' is not iterable", type_name(container)));
    TRY(const auto items, items_of(sandbox, container));
    for (const auto& candidate : items->items) {
        TRY(const bool same, equal(sandbox, candidate, item));
        if (same)
            return true;
    }
    return false;
}

Result<std::int64_t> length_of(const Value& value) {
    if (value.is_undefined())
        return std::int64_t{0};
    if (const auto* text = value.text())
        return static_cast<std::int64_t>(text->length);
    if (const auto* list = value.list())
        return static_cast<std::int64_t>(list->items.size());
    if (const auto* dict = value.dict())
        return static_cast<std::int64_t>(dict->entries.size());
    if (const auto* object = value.object())
        if (const auto count = object->length())
            return static_cast<std::int64_t>(*count);
    return template_error(fmt::format("object of type '{}' has no len()", type_name(value)));
}

Result<ListRef> items_of(Sandbox& sandbox, const Value& value) {
    if (const auto* list = value.get<ListRef>())
        return *list;
    std::vector<Value> items;
    if (const auto* text = value.text()) {
        TRY(items, code_points(sandbox, *text));
    } else if (const auto* dict = value.dict()) {
        for (const auto& [key, entry] : dict->entries)
            items.push_back(key);
    } else if (auto* object = value.object(); object && object->is_iterable()) {
        TRY(items, object->items(sandbox));
    } else if (!value.is_undefined()) {
        return not_iterable(value);
    }
    TRY(const auto list, sandbox.list(std::move(items)));
    return *list.get<ListRef>();
}

Result<void> check_key(const Value& value) {
    const auto* list = value.list();
    if (value.dict() || (list && !list->is_tuple))
        return template_error(fmt::format("unhashable type: '{}'", type_name(value)));
    if (list)
        for (const auto& item : list->items)
            TRY_VOID(check_key(item));
    return {};
}

Result<const Value*> find_entry(Sandbox& sandbox, const Dict& dict, const Value& key) {
    TRY_VOID(sandbox.step(1 + dict.entries.size() / 16));
    if (const auto* text = key.text())
        return dict.find(text->bytes);
    for (const auto& [name, value] : dict.entries) {
        TRY(const bool same, equal(sandbox, name, key));
        if (same)
            return &value;
    }
    return static_cast<const Value*>(nullptr);
}

Result<void> put_entry(Sandbox& sandbox, std::vector<std::pair<Value, Value>>& entries, Value key,
                       Value value) {
    TRY_VOID(check_key(key));
    TRY_VOID(sandbox.step(entries.size() / 16));
    for (auto& [known, old] : entries) {
        TRY(const bool same, equal(sandbox, known, key));
        if (same) {
            old = std::move(value);
            return {};
        }
    }
    entries.emplace_back(std::move(key), std::move(value));
    return {};
}

}  // namespace tunebench::jinja
