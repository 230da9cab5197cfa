#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/objects.h"
#include "core/text/chat_template/jinja/representation.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

Result<Value> length(const Invocation& call) {
    TRY(const auto count, length_of(call.self));
    return Value(count);
}

Result<Value> fallback(const Invocation& call) {
    const bool is_missing = call.self.is_undefined() || (call.truth(1, false) && !truth_of(call.self));
    return is_missing ? call.value(0, constant_text("")) : call.self;
}

Result<Value> first(const Invocation& call) {
    const auto nothing = undefined("No first item, sequence was empty.");
    if (auto* generator = dynamic_cast<Generator*>(call.self.object()))
        return generator->next().value_or(nothing);
    TRY(const auto items, items_of(call.sandbox, call.self));
    return items->items.empty() ? nothing : items->items.front();
}

bool is_reversible(const Value& value) {
    const auto* object = value.object();
    return value.is_undefined() || value.text() || value.list() || value.dict() ||
           (object && object->length());
}

Result<Value> last(const Invocation& call) {
    if (!is_reversible(call.self))
        return template_error(fmt::format("'{}' object is not reversible", type_name(call.self)));
    TRY(const auto items, items_of(call.sandbox, call.self));
    return items->items.empty() ? undefined("No last item, sequence was empty.") : items->items.back();
}

Result<Value> list(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, call.self));
    return call.sandbox.list(items->items);
}

Result<Value> join(const Invocation& call) {
    TRY(const auto separator, call.text(0));
    TRY(const auto items, items_of(call.sandbox, call.self));
    std::string text;
    bool is_first = true;
    for (const auto& item : items->items) {
        TRY(const auto value, follow_path(call.sandbox, item, call[1]));
        TRY(const auto piece, display(call.sandbox, value));
        TRY_VOID(call.sandbox.check_text(text.size() + separator.size() + piece.size()));
        text += (std::exchange(is_first, false) ? "" : separator) + piece;
    }
    return call.sandbox.text(std::move(text));
}

Result<Value> reverse(const Invocation& call) {
    if (const auto* text = call.self.text()) {
        std::string backwards;
        for (std::size_t at = text->bytes.size(); at > 0;) {
            const auto piece = code_point_before(text->bytes, at);
            at -= piece.length;
            backwards += text->bytes.substr(at, piece.length);
        }
        return call.sandbox.text(std::move(backwards));
    }
    const auto* object = call.self.object();
    if (!is_reversible(call.self) && !(object && object->is_iterable()))
        return template_error("argument must be iterable");
    TRY(const auto items, items_of(call.sandbox, call.self));
    std::vector<Value> backwards(items->items.rbegin(), items->items.rend());
    return is_reversible(call.self) ? make_generator(call.sandbox, std::move(backwards))
                                    : call.sandbox.list(std::move(backwards));
}

/// The keys that the items are sorted by: an attribute, or several with commas between them.
Result<Value> sort_key(const Invocation& call, const Value& item, bool case_sensitive,
                       const Value* attribute) {
    const auto* text = attribute ? attribute->text() : nullptr;
    if (!text || text->bytes.find(',') == std::string::npos) {
        TRY(const auto value, follow_path(call.sandbox, item, attribute));
        return comparison_key(call.sandbox, value, case_sensitive);
    }
    std::vector<Value> keys;
    for (const auto part : split(text->bytes, ",", -1)) {
        const auto path = constant_text(std::string(part));
        TRY(const auto value, follow_path(call.sandbox, item, &path));
        TRY(auto key, comparison_key(call.sandbox, value, case_sensitive));
        keys.push_back(std::move(key));
    }
    return call.sandbox.list(std::move(keys));
}

Result<Value> sort(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, call.self));
    std::vector<Value> keys;
    for (const auto& item : items->items) {
        TRY(auto key, sort_key(call, item, call.truth(1, false), call[2]));
        keys.push_back(std::move(key));
    }
    TRY(const auto order, sorted_order(call.sandbox, keys, call.truth(0, false)));
    std::vector<Value> sorted;
    for (const auto at : order)
        sorted.push_back(items->items[at]);
    return call.sandbox.list(std::move(sorted));
}

Result<Value> unique(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, call.self));
    std::vector<Value> seen;
    std::vector<Value> kept;
    for (const auto& item : items->items) {
        TRY(const auto value, follow_path(call.sandbox, item, call[1]));
        TRY(auto key, comparison_key(call.sandbox, value, call.truth(0, false)));
        TRY_VOID(check_key(key));
        bool known = false;
        for (std::size_t i = 0; !known && i < seen.size(); ++i) {
            TRY(known, equal(call.sandbox, seen[i], key));
        }
        if (known)
            continue;
        seen.push_back(std::move(key));
        kept.push_back(item);
    }
    return make_generator(call.sandbox, std::move(kept));
}

Result<std::int64_t> positive(const Invocation& call, std::size_t parameter) {
    TRY(const auto number, call.integer(parameter, 1));
    if (number < 1)
        return template_error("the number of items must be positive");
    return number;
}

Result<Value> batch(const Invocation& call) {
    TRY(const auto size, positive(call, 0));
    TRY_VOID(call.sandbox.check_items(static_cast<std::size_t>(size)));
    TRY(const auto items, items_of(call.sandbox, call.self));
    std::vector<Value> batches;
    const auto width = static_cast<std::size_t>(size);
    for (std::size_t at = 0; at < items->items.size(); at += width) {
        const auto end = std::min(at + width, items->items.size());
        std::vector<Value> row(items->items.begin() + static_cast<std::ptrdiff_t>(at),
                               items->items.begin() + static_cast<std::ptrdiff_t>(end));
        if (call[1] && !call[1]->is_none())
            row.resize(width, *call[1]);
        TRY(auto list, call.sandbox.list(std::move(row)));
        batches.push_back(std::move(list));
    }
    return make_generator(call.sandbox, std::move(batches));
}

Result<Value> slice(const Invocation& call) {
    TRY(const auto number, positive(call, 0));
    TRY_VOID(call.sandbox.check_items(static_cast<std::size_t>(number)));
    TRY(const auto items, items_of(call.sandbox, call.self));
    const auto count = static_cast<std::size_t>(number);
    const auto each = items->items.size() / count;
    const auto with_one_more = items->items.size() % count;
    std::vector<Value> slices;
    auto at = items->items.begin();
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = static_cast<std::ptrdiff_t>(each + (i < with_one_more ? 1 : 0));
        std::vector<Value> part(at, at + size);
        at += size;
        if (call[1] && !call[1]->is_none() && i >= with_one_more)
            part.push_back(*call[1]);
        TRY(auto list, call.sandbox.list(std::move(part)));
        slices.push_back(std::move(list));
    }
    return make_generator(call.sandbox, std::move(slices));
}

Result<Value> entries_of(const Invocation& call) {
    std::vector<Value> items;
    if (!call.self.dict() && !call.self.is_undefined())
        return template_error("Can only get item pairs from a mapping.");
    if (const auto* dict = call.self.dict())
        for (const auto& [key, value] : dict->entries) {
            TRY(auto pair, call.sandbox.tuple({key, value}));
            items.push_back(std::move(pair));
        }
    return make_generator(call.sandbox, std::move(items));
}

Result<Value> dictsort(const Invocation& call) {
    TRY(const auto by, call.text(1, "key"));
    if (by != "key" && by != "value")
        return template_error("You can only sort by either \"key\" or \"value\"");
    if (!call.self.dict())
        return template_error(fmt::format("'{}' object has no attribute 'items'", type_name(call.self)));
    std::vector<Value> keys;
    const auto& entries = call.self.dict()->entries;
    for (const auto& [key, value] : entries) {
        TRY(auto sort_by, comparison_key(call.sandbox, by == "key" ? key : value, call.truth(0, false)));
        keys.push_back(std::move(sort_by));
    }
    TRY(const auto order, sorted_order(call.sandbox, keys, call.truth(2, false)));
    std::vector<Value> sorted;
    for (const auto at : order) {
        TRY(auto pair, call.sandbox.tuple({entries[at].first, entries[at].second}));
        sorted.push_back(std::move(pair));
    }
    return call.sandbox.list(std::move(sorted));
}

constexpr Builtin kSequenceFilters[] = {
    {.name = "length", .body = length},
    {.name = "count", .body = length},
    {.name = "default", .body = fallback, .parameters = {"default_value", "boolean"}},
    {.name = "d", .body = fallback, .parameters = {"default_value", "boolean"}},
    {.name = "first", .body = first},
    {.name = "last", .body = last},
    {.name = "list", .body = list},
    {.name = "join", .body = join, .parameters = {"d", "attribute"}},
    {.name = "reverse", .body = reverse},
    {.name = "sort", .body = sort, .parameters = {"reverse", "case_sensitive", "attribute"}},
    {.name = "unique", .body = unique, .parameters = {"case_sensitive", "attribute"}},
    {.name = "batch", .body = batch, .parameters = {"linecount", "fill_with"}, .required = 1},
    {.name = "slice", .body = slice, .parameters = {"slices", "fill_with"}, .required = 1},
    {.name = "items", .body = entries_of},
    {.name = "dictsort", .body = dictsort, .parameters = {"case_sensitive", "by", "reverse"}},
};

}  // namespace

std::span<const Builtin> sequence_filters() {
    return kSequenceFilters;
}

}  // namespace tunebench::jinja
