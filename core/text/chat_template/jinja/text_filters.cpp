#include <algorithm>
#include <utf8proc.h>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/formatting.h"
#include "core/text/chat_template/jinja/json_output.h"
#include "core/text/chat_template/jinja/methods.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

template <std::string (*kMap)(std::string_view)>
Result<Value> mapped(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    TRY_VOID(call.sandbox.pass_over_letters(text.size()));
    return call.sandbox.text(kMap(text), call.self.is_markup());
}

/// Unlike str.title, which begins a word after every character that is no letter.
std::string words_capitalized(std::string_view text) {
    constexpr std::string_view kWordBreaks = "-({[<";
    std::string result;
    bool at_start = true;
    std::string_view word = text;
    std::size_t length = 0;
    const auto end_word = [&] {
        const auto part = word.substr(0, length);
        const auto first = part.empty() ? 0 : code_point_at(part, 0).length;
        result += upper(part.substr(0, first)) + lower(part.substr(first));
    };
    for (const auto piece : CodePoints(text)) {
        const bool is_break =
            is_space(code_point_at(piece, 0).value) || kWordBreaks.find(piece) != std::string_view::npos;
        if (is_break != at_start || length == 0) {
            length += piece.size();
            at_start = !is_break;
            continue;
        }
        end_word();
        word = text.substr(static_cast<std::size_t>(piece.data() - text.data()));
        length = piece.size();
        at_start = !is_break;
    }
    end_word();
    return result;
}

Result<Value> title(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    TRY_VOID(call.sandbox.pass_over_letters(text.size()));
    return call.sandbox.text(words_capitalized(text));
}

Result<Value> trim(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    TRY(const auto characters, call.optional_text(0));
    TRY_VOID(call.sandbox.pass_over(text.size() * (characters ? characters->size() : 1)));
    return call.sandbox.text(std::string(stripped(text, Side::Both, characters)), call.self.is_markup());
}

Result<Value> replace(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    TRY(const auto old, call.text(0));
    TRY(const auto with, call.text(1));
    const bool has_count = call[2] && !call[2]->is_none();
    TRY(const auto most, has_count ? call.integer(2, -1) : Result<std::int64_t>(-1));
    return replaced(call.sandbox, text, old, with, most);
}

Result<Value> string(const Invocation& call) {
    if (call.self.text())
        return call.self;
    TRY(auto text, display(call.sandbox, call.self));
    return call.sandbox.text(std::move(text));
}

/// The text that one level of indent() or tojson() puts in front: a text, or so many spaces.
Result<std::string> indentation(const Invocation& call, std::size_t parameter, std::int64_t fallback) {
    if (call[parameter] && call[parameter]->text())
        return call[parameter]->text()->bytes;
    TRY(const auto width, call.integer(parameter, fallback));
    const auto spaces = static_cast<std::size_t>(std::max<std::int64_t>(width, 0));
    TRY_VOID(call.sandbox.check_text(spaces));
    return std::string(spaces, ' ');
}

Result<Value> indent(const Invocation& call) {
    if (call.self.is_undefined())
        return undefined_error(call.self);
    if (!call.self.text())
        return template_error(
            fmt::format("unsupported operand type(s) for +=: '{}' and 'str'", type_name(call.self)));
    TRY(const auto before, indentation(call, 0, 4));
    const bool first = call.truth(1, false);
    const bool blank = call.truth(2, false);
    const auto& text = call.self.text()->bytes;
    const auto most = call.sandbox.limits().items + 1;
    TRY_VOID(call.sandbox.pass_over(text.size()));
    auto lines = split_lines(text, /*keep_ends=*/false, most);
    TRY_VOID(call.sandbox.check_items(lines.size()));
    if (lines.empty() || split_lines(text, /*keep_ends=*/true, most).back() != lines.back())
        lines.emplace_back();  // behind the last line break
    std::string result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        TRY_VOID(call.sandbox.check_text(result.size() + before.size() + lines[i].size() + 1));
        if (i > 0)
            result += '\n';
        if (i == 0 ? first : (blank || !lines[i].empty()))
            result += before;
        result += lines[i];
    }
    return call.sandbox.text(std::move(result));
}

Result<Value> center(const Invocation& call) {
    TRY(auto text, string(call));
    const auto* method = find_method(text, "center");
    Arguments arguments;
    TRY(const auto width, call.integer(0, 80));
    arguments.positional.emplace_back(width);
    return invoke(*method, call.evaluator, call.sandbox, text, arguments);
}

Result<Value> count_words(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    TRY_VOID(call.sandbox.pass_over_letters(text.size()));
    std::int64_t words = 0;
    bool in_word = false;
    for (const auto piece : CodePoints(text)) {
        const char32_t c = code_point_at(piece, 0).value;
        const auto kind = character_class(c);
        const bool is_part = c == '_' || kind == CharacterClass::Letter || kind == CharacterClass::Number;
        words += is_part && !in_word ? 1 : 0;
        in_word = is_part;
    }
    return Value(words);
}

Result<Value> truncate(const Invocation& call) {
    TRY(const auto length, call.integer(0, 255));
    TRY(const auto end, call.text(2, "..."));
    TRY(const auto leeway, call.integer(3, 5));
    TRY(const auto own_length, length_of(call.self));
    const auto end_length = static_cast<std::int64_t>(Text(end).length);
    if (length < end_length)
        return template_error(fmt::format("expected length >= {}, got {}", end_length, length));
    if (leeway < 0)
        return template_error(fmt::format("expected leeway >= 0, got {}", leeway));
    if (own_length - leeway <= length)
        return call.self;
    if (!call.self.text())
        return template_error(fmt::format("'{}' object cannot be truncated", type_name(call.self)));
    const auto& text = *call.self.text();
    auto kept = part_of(text, 0, static_cast<std::size_t>(length - end_length));
    if (!call.truth(1, false))
        if (const auto space = kept.rfind(' '); space != std::string_view::npos)
            kept = kept.substr(0, space);
    return call.sandbox.text(std::string(kept) + end);
}

Result<Value> format(const Invocation& call) {
    TRY(const auto text, display(call.sandbox, call.self));
    const auto& arguments = call.arguments;
    if (!arguments.named.empty() && !arguments.positional.empty())
        return template_error("can't handle positional and keyword arguments at the same time");
    if (arguments.named.empty()) {
        TRY(const auto values, call.sandbox.tuple(arguments.positional));
        return percent_formatted(call.sandbox, text, values);
    }
    std::vector<std::pair<Value, Value>> entries;
    for (const auto& [name, value] : arguments.named)
        entries.emplace_back(constant_text(name), value);
    TRY(const auto values, call.sandbox.dict(std::move(entries)));
    return percent_formatted(call.sandbox, text, values);
}

/// tojson as transformers has it: json.dumps without the escapes that HTML needs.
Result<Value> tojson(const Invocation& call) {
    JsonStyle style;
    style.is_ascii = call.truth(0, false);
    if (call[1] && !call[1]->is_none()) {
        TRY(style.indent, indentation(call, 1, 0));
        style.item_separator = ",";
    }
    if (call[2] && !call[2]->is_none()) {
        TRY(const auto separators, items_of(call.sandbox, *call[2]));
        const auto& items = separators->items;
        if (items.size() != 2 || !items[0].text() || !items[1].text())
            return template_error("the separators of tojson are two texts");
        style.item_separator = items[0].text()->bytes;
        style.key_separator = items[1].text()->bytes;
    }
    style.sorts_keys = call.truth(3, false);
    TRY(auto text, to_json(call.sandbox, call.self, style));
    return call.sandbox.text(std::move(text));
}

constexpr Builtin kTextFilters[] = {
    {.name = "trim", .body = trim, .parameters = {"chars"}},
    {.name = "upper", .body = mapped<upper>},
    {.name = "lower", .body = mapped<lower>},
    {.name = "capitalize", .body = mapped<capitalized>},
    {.name = "title", .body = title},
    {.name = "replace", .body = replace, .parameters = {"old", "new", "count"}, .required = 2},
    {.name = "string", .body = string},
    {.name = "indent", .body = indent, .parameters = {"width", "first", "blank"}},
    {.name = "center", .body = center, .parameters = {"width"}},
    {.name = "wordcount", .body = count_words},
    {.name = "truncate", .body = truncate, .parameters = {"length", "killwords", "end", "leeway"}},
    {.name = "format", .body = format, .takes_any = true},
    {.name = "tojson", .body = tojson, .parameters = {"ensure_ascii", "indent", "separators", "sort_keys"}},
};

}  // namespace

std::span<const Builtin> text_filters() {
    return kTextFilters;
}

}  // namespace tunebench::jinja
