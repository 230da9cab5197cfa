// Filters for HTML and addresses.
#include <string>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/markup.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

Result<Value> escape(const Invocation& call) {
    TRY(auto text, escaped_display(call.sandbox, call.self));
    return call.sandbox.text(std::move(text), /*is_markup=*/true);
}

/// Even of what is marked.
Result<Value> force_escape(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    TRY_VOID(call.sandbox.pass_over(text.size()));
    return call.sandbox.text(escaped(text), /*is_markup=*/true);
}

Result<Value> safe(const Invocation& call) {
    TRY(auto text, display(call.sandbox, call.self));
    return call.sandbox.text(std::move(text), /*is_markup=*/true);
}

Result<std::string> attribute(Sandbox& sandbox, const Value& key, const Value& value) {
    if (!key.text())
        return template_error(fmt::format("expected string or bytes-like object, got '{}'", type_name(key)));
    const auto& name = key.text()->bytes;
    if (name.find_first_of(" \t\n\r\f\v/>=") != std::string::npos)
        return template_error(fmt::format("Invalid character in attribute name: {}", quoted_text(name)));
    TRY(const auto text, escaped_display(sandbox, value));
    return fmt::format("{}=\"{}\"", key.is_markup() ? name : escaped(name), text);
}

Result<Value> xmlattr(const Invocation& call) {
    if (call.self.is_undefined())
        return undefined_error(call.self);
    const auto* dict = call.self.dict();
    if (!dict)
        return template_error(fmt::format("'{}' object has no attribute 'items'", type_name(call.self)));
    const bool begins_with_space = call.truth(0, true);
    std::string result;
    for (const auto& [key, value] : dict->entries) {
        if (value.is_none() || value.is_undefined())
            continue;
        TRY(const auto text, attribute(call.sandbox, key, value));
        TRY_VOID(call.sandbox.check_text(result.size() + text.size()));
        if (begins_with_space || !result.empty())
            result += ' ';
        result += text;
    }
    return call.sandbox.text(std::move(result));
}

enum class AddressPart { Path, Query };

bool is_kept(char c, AddressPart part) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || c == '~' ||
           (c == '/' && part == AddressPart::Path);
}

Result<std::string> url_quoted(Sandbox& sandbox, const Value& value, AddressPart part) {
    TRY(const auto text, display(sandbox, value));
    TRY_VOID(sandbox.pass_over(text.size()));
    std::string result;
    for (const char c : text)
        if (is_kept(c, part))
            result += c;
        else if (c == ' ' && part == AddressPart::Query)
            result += '+';
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return result;
}

Result<void> append_to_query(Sandbox& sandbox, const Value& key, const Value& value, std::string& query) {
    TRY(const auto name, url_quoted(sandbox, key, AddressPart::Query));
    TRY(const auto content, url_quoted(sandbox, value, AddressPart::Query));
    TRY_VOID(sandbox.check_text(query.size() + name.size() + content.size()));
    query += fmt::format("{}{}={}", query.empty() ? "" : "&", name, content);
    return {};
}

bool is_collection(const Value& value) {
    return value.is_undefined() || value.list() || value.dict() ||
           (value.object() && value.object()->is_iterable());
}

Result<Value> urlencode(const Invocation& call) {
    if (!is_collection(call.self)) {
        TRY(auto text, url_quoted(call.sandbox, call.self, AddressPart::Path));
        return call.sandbox.text(std::move(text));
    }
    std::string query;
    if (const auto* dict = call.self.dict()) {
        for (const auto& [key, value] : dict->entries)
            TRY_VOID(append_to_query(call.sandbox, key, value, query));
        return call.sandbox.text(std::move(query));
    }
    TRY(const auto pairs, items_of(call.sandbox, call.self));
    for (const auto& item : pairs->items) {
        TRY(const auto pair, items_of(call.sandbox, item));
        if (pair->items.size() != 2)
            return template_error(
                fmt::format("urlencode takes pairs, and got {} values at once", pair->items.size()));
        TRY_VOID(append_to_query(call.sandbox, pair->items[0], pair->items[1], query));
    }
    return call.sandbox.text(std::move(query));
}

constexpr Builtin kMarkupFilters[] = {
    {.name = "escape", .body = escape},
    {.name = "e", .body = escape},
    {.name = "forceescape", .body = force_escape},
    {.name = "safe", .body = safe},
    {.name = "xmlattr", .body = xmlattr, .parameters = {"autospace"}},
    {.name = "urlencode", .body = urlencode},
};

}  // namespace

std::span<const Builtin> markup_filters() {
    return kMarkupFilters;
}

}  // namespace tunebench::jinja
