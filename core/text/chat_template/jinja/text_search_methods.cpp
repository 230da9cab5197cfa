#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/methods.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

Result<std::string_view> needed_text(const Invocation& call, std::size_t parameter) {
    const auto* text = call[parameter]->text();
    if (!text)
        return template_error(fmt::format("must be str, not {}", type_name(*call[parameter])));
    return std::string_view(text->bytes);
}

/// The code points [start, end) that the second and third arguments name: as bytes of the text.
struct Region {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_empty_beyond = false;  // start > end: not even an empty text is found there
};

Result<Region> region_of(const Invocation& call) {
    const auto& text = call.self_text();
    const auto length = static_cast<std::int64_t>(text.length);
    const auto bound = [&](std::size_t parameter, std::int64_t fallback) -> Result<std::int64_t> {
        if (!call[parameter] || call[parameter]->is_none())
            return fallback;
        TRY(const auto given, call.integer(parameter, fallback));
        return given < 0 ? std::max<std::int64_t>(given + length, 0) : given;
    };
    TRY(const auto begin, bound(1, 0));
    TRY(const auto end, bound(2, length));
    return Region{byte_offset(text, static_cast<std::size_t>(begin)),
                  byte_offset(text, static_cast<std::size_t>(end)), begin > std::min(end, length)};
}

std::int64_t code_point_number(const Text& text, std::size_t byte) {
    return static_cast<std::int64_t>(text.is_ascii() ? byte : Text(text.bytes.substr(0, byte)).length);
}

/// find(), rfind(), index(), rindex().
template <bool kLast, bool kMustBeThere>
Result<Value> find(const Invocation& call) {
    TRY(const auto part, needed_text(call, 0));
    TRY(const auto region, region_of(call));
    const auto& text = call.self_text();
    TRY_VOID(call.sandbox.pass_over(text.bytes.size()));
    const auto within = std::string_view(text.bytes).substr(0, region.end);
    std::optional<std::size_t> found;
    if (!region.is_empty_beyond)
        found = kLast ? find_last(within, part) : find_first(within, part, region.begin);
    if (found && *found >= region.begin)
        return Value(code_point_number(text, *found));
    return kMustBeThere ? Result<Value>(template_error("substring not found")) : Value(std::int64_t{-1});
}

Result<Value> count_method(const Invocation& call) {
    TRY(const auto part, needed_text(call, 0));
    TRY(const auto region, region_of(call));
    if (region.is_empty_beyond)
        return Value(std::int64_t{0});
    const auto& bytes = call.self_text().bytes;
    TRY_VOID(call.sandbox.pass_over(bytes.size()));
    const auto within = std::string_view(bytes).substr(region.begin, region.end - region.begin);
    return Value(static_cast<std::int64_t>(count_of(within, part)));
}

bool has_affix(std::string_view text, std::string_view affix, bool is_start) {
    return is_start ? text.starts_with(affix) : text.ends_with(affix);
}

/// startswith() and endswith(): a text, or one of a tuple of them.
template <bool kStart>
Result<Value> affixed(const Invocation& call) {
    TRY(const auto region, region_of(call));
    const auto within = region.is_empty_beyond
                            ? std::string_view()
                            : std::string_view(call.self_text().bytes)
                                  .substr(region.begin, region.end - std::min(region.begin, region.end));
    const auto& affix = *call[0];
    if (const auto* text = affix.text())
        return Value(!region.is_empty_beyond && has_affix(within, text->bytes, kStart));
    const auto* several = affix.list();
    if (!several || !several->is_tuple)
        return template_error(fmt::format("{} first arg must be str or a tuple of str, not {}",
                                          kStart ? "startswith" : "endswith", type_name(affix)));
    for (const auto& one : several->items)
        if (const auto* text = one.text(); text && has_affix(within, text->bytes, kStart))
            return Value(true);
    return Value(false);
}

template <bool kPrefix>
Result<Value> without_affix(const Invocation& call) {
    TRY(const auto affix, needed_text(call, 0));
    std::string_view text = call.self_text().bytes;
    if (!has_affix(text, affix, kPrefix))
        return call.self;
    return call.sandbox.text(kPrefix ? text.substr(affix.size())
                                     : text.substr(0, text.size() - affix.size()));
}

Result<Value> list_of_texts(Sandbox& sandbox, const std::vector<std::string_view>& parts, bool as_tuple) {
    TRY_VOID(sandbox.check_items(parts.size()));
    std::vector<Value> items;
    items.reserve(parts.size());
    for (const auto part : parts) {
        TRY(auto item, sandbox.text(part));
        items.push_back(std::move(item));
    }
    return as_tuple ? sandbox.tuple(std::move(items)) : sandbox.list(std::move(items));
}

template <bool kFromRight>
Result<Value> split_text(const Invocation& call) {
    TRY(const auto separator, call.optional_text(0));
    TRY(const auto asked, call.integer(1, -1));
    if (separator && separator->empty())
        return template_error("empty separator");
    const auto& bytes = call.self_text().bytes;
    TRY_VOID(call.sandbox.pass_over(bytes.size()));
    const auto limit = static_cast<std::int64_t>(call.sandbox.limits().items) + 1;
    const auto cuts = asked < 0 ? limit : std::min(asked, limit);
    return list_of_texts(
        call.sandbox, kFromRight ? split_from_right(bytes, separator, cuts) : split(bytes, separator, cuts),
        /*as_tuple=*/false);
}

Result<Value> split_into_lines(const Invocation& call) {
    TRY_VOID(call.sandbox.pass_over(call.self_text().bytes.size()));
    const auto most = call.sandbox.limits().items + 1;
    return list_of_texts(call.sandbox, split_lines(call.self_text().bytes, call.truth(0, false), most),
                         /*as_tuple=*/false);
}

template <bool kLast>
Result<Value> partition(const Invocation& call) {
    TRY(const auto separator, needed_text(call, 0));
    if (separator.empty())
        return template_error("empty separator");
    const std::string_view text = call.self_text().bytes;
    TRY_VOID(call.sandbox.pass_over(text.size()));
    const auto at = kLast ? find_last(text, separator) : find_first(text, separator);
    if (!at)
        return list_of_texts(
            call.sandbox,
            kLast ? std::vector<std::string_view>{"", "", text} : std::vector<std::string_view>{text, "", ""},
            /*as_tuple=*/true);
    return list_of_texts(call.sandbox, {text.substr(0, *at), separator, text.substr(*at + separator.size())},
                         /*as_tuple=*/true);
}

Result<Value> replace_method(const Invocation& call) {
    TRY(const auto old, needed_text(call, 0));
    TRY(const auto with, needed_text(call, 1));
    TRY(const auto most, call.integer(2, -1));
    return replaced(call.sandbox, call.self_text().bytes, old, with, most);
}

constexpr Builtin kSearchMethods[] = {
    {.name = "find", .body = find<false, false>, .parameters = {"sub", "start", "end"}, .required = 1},
    {.name = "rfind", .body = find<true, false>, .parameters = {"sub", "start", "end"}, .required = 1},
    {.name = "index", .body = find<false, true>, .parameters = {"sub", "start", "end"}, .required = 1},
    {.name = "rindex", .body = find<true, true>, .parameters = {"sub", "start", "end"}, .required = 1},
    {.name = "count", .body = count_method, .parameters = {"sub", "start", "end"}, .required = 1},
    {.name = "startswith", .body = affixed<true>, .parameters = {"prefix", "start", "end"}, .required = 1},
    {.name = "endswith", .body = affixed<false>, .parameters = {"suffix", "start", "end"}, .required = 1},
    {.name = "removeprefix", .body = without_affix<true>, .parameters = {"prefix"}, .required = 1},
    {.name = "removesuffix", .body = without_affix<false>, .parameters = {"suffix"}, .required = 1},
    {.name = "split", .body = split_text<false>, .parameters = {"sep", "maxsplit"}},
    {.name = "rsplit", .body = split_text<true>, .parameters = {"sep", "maxsplit"}},
    {.name = "splitlines", .body = split_into_lines, .parameters = {"keepends"}},
    {.name = "partition", .body = partition<false>, .parameters = {"sep"}, .required = 1},
    {.name = "rpartition", .body = partition<true>, .parameters = {"sep"}, .required = 1},
    {.name = "replace", .body = replace_method, .parameters = {"old", "new", "count"}, .required = 2},
};

}  // namespace

Result<Value> replaced(Sandbox& sandbox, std::string_view text, std::string_view old, std::string_view with,
                       std::int64_t most) {
    TRY_VOID(sandbox.pass_over(text.size()));
    std::string result;
    std::size_t at = 0;
    std::int64_t done = 0;
    const auto put = [&](std::size_t end) -> Result<void> {
        result += text.substr(at, end - at);
        result += with;
        ++done;
        return sandbox.check_text(result.size());
    };
    if (old.empty()) {  // before every code point and behind the last
        for (const auto piece : CodePoints(text)) {
            if (most >= 0 && done >= most)
                break;
            TRY_VOID(put(at));
            result += piece;
            at += piece.size();
        }
        if (at == text.size() && (most < 0 || done < most))
            TRY_VOID(put(at));
        return sandbox.text(result.append(text.substr(at)));
    }
    while (most < 0 || done < most) {
        const auto found = find_first(text, old, at);
        if (!found)
            break;
        TRY_VOID(put(*found));
        at = *found + old.size();
    }
    return sandbox.text(result.append(text.substr(at)));
}

std::span<const Builtin> text_search_methods() {
    return kSearchMethods;
}

}  // namespace tunebench::jinja
