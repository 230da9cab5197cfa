#include "core/text/chat_template/jinja/access.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/methods.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/objects.h"
#include "core/text/chat_template/jinja/representation.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

/// How Jinja's messages call the object: "dict object".
std::string described(const Value& object) {
    if (object.is_none())
        return "None";
    const auto type = type_name(object);
    const char* module = type == "Namespace"     ? "jinja2.utils."
                         : type == "LoopContext" ? "jinja2.runtime."
                                                 : "";
    return module + type + " object";
}

Value missing_attribute(const Value& object, std::string_view name) {
    return undefined(fmt::format("'{}' has no attribute {}", described(object), quoted_text(name)));
}

Result<Value> missing_item(Sandbox& sandbox, const Value& object, const Value& key) {
    if (const auto* name = key.text())
        return missing_attribute(object, name->bytes);
    TRY(const auto text, representation(sandbox, key));
    return undefined(fmt::format("{} has no element {}", described(object), text));
}

Value unsafe_attribute(const Value& object, std::string_view name) {
    return undefined(fmt::format("access to attribute {} of '{}' object is unsafe.", quoted_text(name),
                                 type_name(object)));
}

bool is_internal(std::string_view name) {
    return name.size() > 4 && name.starts_with("__") && name.ends_with("__");
}

/// A method or an attribute, but no entry.
Result<std::optional<Value>> own_attribute(Sandbox& sandbox, const Value& object, std::string_view name) {
    if (const auto* list = object.list(); list && list->is_group && (name == "grouper" || name == "list"))
        return std::optional(list->items[name == "list" ? 1 : 0]);
    if (const auto* method = find_method(object, name))
        return std::optional(Value(ObjectRef(std::make_shared<Function>(*method, object))));
    if (is_mutating_method(object, name) || is_internal(name))
        return std::optional(unsafe_attribute(object, name));
    return object.object() ? object.object()->attribute(sandbox, name)
                           : Result<std::optional<Value>>(std::optional<Value>());
}

/// The position of an index that may count from the end; no value outside.
std::optional<std::size_t> position(std::int64_t index, std::size_t count) {
    const auto length = static_cast<std::int64_t>(count);
    const auto at = index < 0 ? index + length : index;
    return at >= 0 && at < length ? std::optional(static_cast<std::size_t>(at)) : std::nullopt;
}

Result<std::optional<Value>> item_at(Sandbox& sandbox, const Value& object, std::int64_t index) {
    if (const auto* text = object.text()) {
        const auto at = position(index, text->length);
        if (!at)
            return std::optional<Value>();
        TRY_VOID(sandbox.pass_over(text->is_ascii() ? 0 : text->bytes.size()));
        TRY(auto piece, sandbox.text(part_of(*text, *at, *at + 1)));
        return std::optional(std::move(piece));
    }
    if (!object.list() && !(object.object() && object.object()->is_sequence()))
        return std::optional<Value>();
    TRY(const auto list, items_of(sandbox, object));
    const auto at = position(index, list->items.size());
    return at ? std::optional(list->items[*at]) : std::optional<Value>();
}

struct Bounds {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t step = 1;
};

Result<std::optional<std::int64_t>> bound_of(const Value& value) {
    if (value.is_none())
        return std::optional<std::int64_t>();
    if (const auto number = integer_of(value))
        return number;
    return template_error("slice indices must be integers or None or have an __index__ method");
}

/// Python's slice.indices().
Result<Bounds> resolved(const SliceBounds& bounds, std::int64_t count) {
    TRY(const auto step, bound_of(bounds.step));
    TRY(const auto begin, bound_of(bounds.begin));
    TRY(const auto end, bound_of(bounds.end));
    Bounds result;
    result.step = std::max(step.value_or(1), -std::numeric_limits<std::int64_t>::max());
    if (result.step == 0)
        return template_error("slice step cannot be zero");
    const bool backwards = result.step < 0;
    const auto lowest = backwards ? std::int64_t{-1} : 0;
    const auto highest = backwards ? count - 1 : count;
    const auto clamped = [&](std::int64_t at) {
        return std::clamp(at < 0 ? at + count : at, lowest, highest);
    };
    result.begin = begin ? clamped(*begin) : (backwards ? highest : lowest);
    result.end = end ? clamped(*end) : (backwards ? lowest : highest);
    return result;
}

std::vector<std::size_t> positions(const Bounds& bounds) {
    std::vector<std::size_t> chosen;
    if (bounds.step > 0)
        for (auto at = bounds.begin; at < bounds.end;) {
            chosen.push_back(static_cast<std::size_t>(at));
            if (bounds.step > bounds.end - at)
                break;
            at += bounds.step;
        }
    else
        for (auto at = bounds.begin; at > bounds.end;) {
            chosen.push_back(static_cast<std::size_t>(at));
            if (bounds.step < bounds.end - at)
                break;
            at += bounds.step;
        }
    return chosen;
}

Result<Value> text_slice(Sandbox& sandbox, const Text& text, const Bounds& bounds) {
    TRY_VOID(sandbox.pass_over(text.bytes.size()));
    if (bounds.step == 1)
        return sandbox.text(part_of(text, static_cast<std::size_t>(bounds.begin),
                                    static_cast<std::size_t>(std::max(bounds.begin, bounds.end))));
    TRY_VOID(sandbox.check_items(text.length));
    std::vector<std::string_view> pieces;
    for (const auto piece : CodePoints(text.bytes))
        pieces.push_back(piece);
    std::string result;
    for (const auto at : positions(bounds))
        result += pieces[at];
    return sandbox.text(std::move(result));
}

Error not_subscriptable(const Value& object) {
    if (object.is_undefined())
        return undefined_error(object);
    return template_error(object.dict() ? "unhashable type: 'slice'"
                                        : fmt::format("'{}' object is not subscriptable", type_name(object)));
}

}  // namespace

Result<Value> get_attribute(Sandbox& sandbox, const Value& object, std::string_view name) {
    TRY_VOID(sandbox.step());
    if (object.is_undefined())
        return undefined_error(object);
    TRY(auto own, own_attribute(sandbox, object, name));
    if (own)
        return *std::move(own);
    if (const auto* dict = object.dict()) {
        TRY_VOID(sandbox.step(dict->entries.size() / 16));
        if (const auto* entry = dict->find(name))
            return *entry;
    }
    return missing_attribute(object, name);
}

Result<Value> get_own_attribute(Sandbox& sandbox, const Value& object, std::string_view name) {
    if (object.is_undefined())
        return undefined_error(object);
    TRY(auto own, own_attribute(sandbox, object, name));
    return own ? *std::move(own) : missing_attribute(object, name);
}

Result<Value> get_item(Sandbox& sandbox, const Value& object, const Value& key) {
    TRY_VOID(sandbox.step());
    if (object.is_undefined())
        return undefined_error(object);
    if (const auto* dict = object.dict(); dict && check_key(key)) {
        TRY(const auto* entry, find_entry(sandbox, *dict, key));
        if (entry)
            return *entry;
    } else if (const auto index = integer_of(key)) {
        TRY(auto item, item_at(sandbox, object, *index));
        if (item)
            return *std::move(item);
    }
    if (const auto* name = key.text()) {
        TRY(auto own, own_attribute(sandbox, object, name->bytes));
        if (own)
            return *std::move(own);
    }
    return missing_item(sandbox, object, key);
}

Result<Value> get_slice(Sandbox& sandbox, const Value& object, const SliceBounds& bounds) {
    TRY_VOID(sandbox.step());
    if (const auto* text = object.text()) {
        TRY(const auto ends, resolved(bounds, static_cast<std::int64_t>(text->length)));
        return text_slice(sandbox, *text, ends);
    }
    if (!object.list() && !(object.object() && object.object()->is_sequence()))
        return not_subscriptable(object);
    TRY(const auto list, items_of(sandbox, object));
    TRY(const auto ends, resolved(bounds, static_cast<std::int64_t>(list->items.size())));
    const auto chosen = positions(ends);
    if (const auto* range = dynamic_cast<const Range*>(object.object()))
        return range->part(ends.begin, ends.end, ends.step, chosen.size());
    std::vector<Value> items;
    for (const auto at : chosen)
        items.push_back(list->items[at]);
    return list->is_tuple ? sandbox.tuple(std::move(items)) : sandbox.list(std::move(items));
}

}  // namespace tunebench::jinja
