#include <algorithm>
#include <string_view>
#include <utf8proc.h>
#include <utility>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/formatting.h"
#include "core/text/chat_template/jinja/methods.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

template <Side kSide>
Result<Value> strip(const Invocation& call) {
    TRY(const auto characters, call.optional_text(0));
    TRY_VOID(call.sandbox.pass_over(call.self_text().bytes.size() * (characters ? characters->size() : 1)));
    return call.sandbox.text(stripped(call.self_text().bytes, kSide, characters));
}

template <std::string (*kMap)(std::string_view)>
Result<Value> mapped_method(const Invocation& call) {
    TRY_VOID(call.sandbox.pass_over_letters(call.self_text().bytes.size()));
    return call.sandbox.text(kMap(call.self_text().bytes));
}

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}
bool is_letter(char32_t c) {
    return character_class(c) == CharacterClass::Letter;
}
bool is_decimal(char32_t c) {
    return category(c) == UTF8PROC_CATEGORY_ND;
}

// What follows is of Unicode 14, as Python 3.11 has it.

constexpr std::pair<char32_t, char32_t> kDigits[] = {  // those that are no decimals: \u00B2, \u2460
    {0xB2, 0xB3},     {0xB9, 0xB9},       {0x1369, 0x1371},   {0x19DA, 0x19DA},   {0x2070, 0x2070},
    {0x2074, 0x2079}, {0x2080, 0x2089},   {0x2460, 0x2468},   {0x2474, 0x247C},   {0x2488, 0x2490},
    {0x24EA, 0x24EA}, {0x24F5, 0x24FD},   {0x24FF, 0x24FF},   {0x2776, 0x277E},   {0x2780, 0x2788},
    {0x278A, 0x2792}, {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A}, {0x1F100, 0x1F10A}};

/// Ideographs that are numbers, and letters for all else.
constexpr std::u32string_view kNumericIdeographs =
    U"\u3405\u3483\u382A\u3B4D\u4E00\u4E03\u4E07\u4E09\u4E5D\u4E8C\u4E94\u4E96\u4EBF\u4EC0"
    U"\u4EDF\u4EE8\u4F0D\u4F70\u5104\u5146\u5169\u516B\u516D\u5341\u5343\u5344\u5345\u534C"
    U"\u53C1\u53C2\u53C3\u53C4\u56DB\u58F1\u58F9\u5E7A\u5EFE\u5EFF\u5F0C\u5F0D\u5F0E\u5F10"
    U"\u62FE\u634C\u67D2\u6F06\u7396\u767E\u8086\u842C\u8CAE\u8CB3\u8D30\u9621\u9646\u964C"
    U"\u9678\u96F6\uF96B\uF973\uF978\uF9B2\uF9D1\uF9D3\uF9FD\U00020001\U00020064\U000200E2"
    U"\U00020121\U0002092A\U00020983\U0002098C\U0002099C\U00020AEA\U00020AFD\U00020B19"
    U"\U00022390\U00022998\U00023B1B\U0002626D\U0002F890";

bool is_any_digit(char32_t c) {
    return is_decimal(c) || std::ranges::any_of(kDigits, [c](const auto& range) {
               return c >= range.first && c <= range.second;
           });
}
bool is_numeric(char32_t c) {
    return character_class(c) == CharacterClass::Number ||
           kNumericIdeographs.find(c) != kNumericIdeographs.npos;
}
bool is_letter_or_number(char32_t c) {
    return is_letter(c) || character_class(c) == CharacterClass::Number;
}

/// isalpha() and its like: a text of such characters, and of at least one.
template <bool (*kIsIt)(char32_t)>
Result<Value> all_are(const Invocation& call) {
    const auto& bytes = call.self_text().bytes;
    TRY_VOID(call.sandbox.pass_over_letters(bytes.size()));
    for (const auto piece : CodePoints(bytes))
        if (!kIsIt(code_point_at(piece, 0).value))
            return Value(false);
    return Value(!bytes.empty());
}

Result<Value> is_ascii_text(const Invocation& call) {
    return Value(call.self_text().is_ascii());
}

/// islower() and isupper(): a letter of that case, and none that is of the other.
template <bool kUpper>
Result<Value> method_has_case(const Invocation& call) {
    bool any = false;
    TRY_VOID(call.sandbox.pass_over(call.self_text().bytes.size()));
    for (const auto piece : CodePoints(call.self_text().bytes)) {
        const auto c = static_cast<utf8proc_int32_t>(code_point_at(piece, 0).value);
        const bool is_upper = utf8proc_isupper(c) != 0;
        const bool is_lower = utf8proc_islower(c) != 0;
        if (kUpper ? is_lower : is_upper)
            return Value(false);
        any = any || is_upper || is_lower;
    }
    return Value(any);
}

Result<Value> is_title(const Invocation& call) {
    const auto& bytes = call.self_text().bytes;
    return Value(titled(bytes) == bytes && upper(bytes) != lower(bytes));
}

Result<Value> format_method(const Invocation& call) {
    return brace_formatted(call.sandbox, call.self_text().bytes, call.arguments);
}

/// ljust(), rjust(), center(): the share of the fill that goes before the text, in halves.
template <int kHalvesBefore>
Result<Value> padded(const Invocation& call) {
    TRY(const auto width, call.integer(0, 0));
    TRY(const auto fill, call.text(1, " "));
    const auto& text = call.self_text();
    if (Text(fill).length != 1)
        return template_error("The fill character must be exactly one character long");
    const auto length = static_cast<std::int64_t>(text.length);
    if (width <= length)
        return call.self;
    TRY_VOID(call.sandbox.check_text(static_cast<std::size_t>(width)));
    const auto missing = width - length;
    // center() puts the odd one before the text only where the width is odd.
    const auto before =
        kHalvesBefore == 1 ? missing / 2 + (missing & width & 1) : missing * kHalvesBefore / 2;
    std::string result;
    for (std::int64_t i = 0; i < before; ++i)
        result += fill;
    result += text.bytes;
    for (std::int64_t i = before; i < missing; ++i)
        result += fill;
    return call.sandbox.text(std::move(result));
}

Result<Value> filled_with_zeros(const Invocation& call) {
    TRY(const auto width, call.integer(0, 0));
    const auto& text = call.self_text();
    const auto missing = width - static_cast<std::int64_t>(text.length);
    if (missing <= 0)
        return call.self;
    TRY_VOID(call.sandbox.check_text(static_cast<std::size_t>(width)));
    const std::size_t sign = text.bytes.starts_with('-') || text.bytes.starts_with('+') ? 1 : 0;
    auto result = text.bytes;
    return call.sandbox.text(result.insert(sign, static_cast<std::size_t>(missing), '0'));
}

Result<Value> join_method(const Invocation& call) {
    TRY(const auto items, items_of(call.sandbox, *call[0]));
    std::string result;
    for (std::size_t i = 0; i < items->items.size(); ++i) {
        const auto* item = items->items[i].text();
        if (!item)
            return template_error(fmt::format("sequence item {}: expected str instance, {} found", i,
                                              type_name(items->items[i])));
        TRY_VOID(call.sandbox.check_text(result.size() + item->bytes.size()));
        result += (i > 0 ? call.self_text().bytes : "") + item->bytes;
    }
    return call.sandbox.text(std::move(result));
}

constexpr Builtin kTextMethods[] = {
    {.name = "strip", .body = strip<Side::Both>, .parameters = {"chars"}},
    {.name = "lstrip", .body = strip<Side::Left>, .parameters = {"chars"}},
    {.name = "rstrip", .body = strip<Side::Right>, .parameters = {"chars"}},
    {.name = "upper", .body = mapped_method<upper>},
    {.name = "lower", .body = mapped_method<lower>},
    {.name = "casefold", .body = mapped_method<case_folded>},
    {.name = "capitalize", .body = mapped_method<capitalized>},
    {.name = "title", .body = mapped_method<titled>},
    {.name = "swapcase", .body = mapped_method<swapped_case>},
    {.name = "isalpha", .body = all_are<is_letter>},
    {.name = "isdigit", .body = all_are<is_any_digit>},
    {.name = "isdecimal", .body = all_are<is_decimal>},
    {.name = "isnumeric", .body = all_are<is_numeric>},
    {.name = "isalnum", .body = all_are<is_letter_or_number>},
    {.name = "isspace", .body = all_are<is_space>},
    {.name = "isascii", .body = is_ascii_text},
    {.name = "islower", .body = method_has_case<false>},
    {.name = "isupper", .body = method_has_case<true>},
    {.name = "istitle", .body = is_title},
    {.name = "format", .body = format_method, .takes_any = true},
    {.name = "ljust", .body = padded<0>, .parameters = {"width", "fillchar"}, .required = 1},
    {.name = "center", .body = padded<1>, .parameters = {"width", "fillchar"}, .required = 1},
    {.name = "rjust", .body = padded<2>, .parameters = {"width", "fillchar"}, .required = 1},
    {.name = "zfill", .body = filled_with_zeros, .parameters = {"width"}, .required = 1},
    {.name = "join", .body = join_method, .parameters = {"iterable"}, .required = 1},
};

}  // namespace

std::span<const Builtin> text_methods() {
    return kTextMethods;
}

}  // namespace tunebench::jinja
