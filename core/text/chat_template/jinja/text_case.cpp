#include <algorithm>
#include <array>
#include <utf8proc.h>

#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

/// Letters whose large form is more than one letter (Unicode, SpecialCasing).
struct LongCase {
    char32_t letter;
    std::string_view upper;
    std::string_view title;
};

constexpr LongCase kLongCases[] = {
    // clang-format off
    {0xdf, "SS", "Ss"}, {0x149, "\u02bcN", "\u02bcN"}, {0x1f0, "J\u030c", "J\u030c"},
    {0x390, "\u0399\u0308\u0301", "\u0399\u0308\u0301"}, {0x3b0, "\u03a5\u0308\u0301", "\u03a5\u0308\u0301"},
    {0x587, "\u0535\u0552", "\u0535\u0582"}, {0x1e96, "H\u0331", "H\u0331"}, {0x1e97, "T\u0308", "T\u0308"},
    {0x1e98, "W\u030a", "W\u030a"}, {0x1e99, "Y\u030a", "Y\u030a"}, {0x1e9a, "A\u02be", "A\u02be"},
    {0x1f50, "\u03a5\u0313", "\u03a5\u0313"}, {0x1f52, "\u03a5\u0313\u0300", "\u03a5\u0313\u0300"},
    {0x1f54, "\u03a5\u0313\u0301", "\u03a5\u0313\u0301"},
    {0x1f56, "\u03a5\u0313\u0342", "\u03a5\u0313\u0342"}, {0x1f80, "\u1f08\u0399", "\u1f88"},
    {0x1f81, "\u1f09\u0399", "\u1f89"}, {0x1f82, "\u1f0a\u0399", "\u1f8a"},
    {0x1f83, "\u1f0b\u0399", "\u1f8b"}, {0x1f84, "\u1f0c\u0399", "\u1f8c"},
    {0x1f85, "\u1f0d\u0399", "\u1f8d"}, {0x1f86, "\u1f0e\u0399", "\u1f8e"},
    {0x1f87, "\u1f0f\u0399", "\u1f8f"}, {0x1f88, "\u1f08\u0399", "\u1f88"},
    {0x1f89, "\u1f09\u0399", "\u1f89"}, {0x1f8a, "\u1f0a\u0399", "\u1f8a"},
    {0x1f8b, "\u1f0b\u0399", "\u1f8b"}, {0x1f8c, "\u1f0c\u0399", "\u1f8c"},
    {0x1f8d, "\u1f0d\u0399", "\u1f8d"}, {0x1f8e, "\u1f0e\u0399", "\u1f8e"},
    {0x1f8f, "\u1f0f\u0399", "\u1f8f"}, {0x1f90, "\u1f28\u0399", "\u1f98"},
    {0x1f91, "\u1f29\u0399", "\u1f99"}, {0x1f92, "\u1f2a\u0399", "\u1f9a"},
    {0x1f93, "\u1f2b\u0399", "\u1f9b"}, {0x1f94, "\u1f2c\u0399", "\u1f9c"},
    {0x1f95, "\u1f2d\u0399", "\u1f9d"}, {0x1f96, "\u1f2e\u0399", "\u1f9e"},
    {0x1f97, "\u1f2f\u0399", "\u1f9f"}, {0x1f98, "\u1f28\u0399", "\u1f98"},
    {0x1f99, "\u1f29\u0399", "\u1f99"}, {0x1f9a, "\u1f2a\u0399", "\u1f9a"},
    {0x1f9b, "\u1f2b\u0399", "\u1f9b"}, {0x1f9c, "\u1f2c\u0399", "\u1f9c"},
    {0x1f9d, "\u1f2d\u0399", "\u1f9d"}, {0x1f9e, "\u1f2e\u0399", "\u1f9e"},
    {0x1f9f, "\u1f2f\u0399", "\u1f9f"}, {0x1fa0, "\u1f68\u0399", "\u1fa8"},
    {0x1fa1, "\u1f69\u0399", "\u1fa9"}, {0x1fa2, "\u1f6a\u0399", "\u1faa"},
    {0x1fa3, "\u1f6b\u0399", "\u1fab"}, {0x1fa4, "\u1f6c\u0399", "\u1fac"},
    {0x1fa5, "\u1f6d\u0399", "\u1fad"}, {0x1fa6, "\u1f6e\u0399", "\u1fae"},
    {0x1fa7, "\u1f6f\u0399", "\u1faf"}, {0x1fa8, "\u1f68\u0399", "\u1fa8"},
    {0x1fa9, "\u1f69\u0399", "\u1fa9"}, {0x1faa, "\u1f6a\u0399", "\u1faa"},
    {0x1fab, "\u1f6b\u0399", "\u1fab"}, {0x1fac, "\u1f6c\u0399", "\u1fac"},
    {0x1fad, "\u1f6d\u0399", "\u1fad"}, {0x1fae, "\u1f6e\u0399", "\u1fae"},
    {0x1faf, "\u1f6f\u0399", "\u1faf"}, {0x1fb2, "\u1fba\u0399", "\u1fba\u0345"},
    {0x1fb3, "\u0391\u0399", "\u1fbc"}, {0x1fb4, "\u0386\u0399", "\u0386\u0345"},
    {0x1fb6, "\u0391\u0342", "\u0391\u0342"}, {0x1fb7, "\u0391\u0342\u0399", "\u0391\u0342\u0345"},
    {0x1fbc, "\u0391\u0399", "\u1fbc"}, {0x1fc2, "\u1fca\u0399", "\u1fca\u0345"},
    {0x1fc3, "\u0397\u0399", "\u1fcc"}, {0x1fc4, "\u0389\u0399", "\u0389\u0345"},
    {0x1fc6, "\u0397\u0342", "\u0397\u0342"}, {0x1fc7, "\u0397\u0342\u0399", "\u0397\u0342\u0345"},
    {0x1fcc, "\u0397\u0399", "\u1fcc"}, {0x1fd2, "\u0399\u0308\u0300", "\u0399\u0308\u0300"},
    {0x1fd3, "\u0399\u0308\u0301", "\u0399\u0308\u0301"}, {0x1fd6, "\u0399\u0342", "\u0399\u0342"},
    {0x1fd7, "\u0399\u0308\u0342", "\u0399\u0308\u0342"},
    {0x1fe2, "\u03a5\u0308\u0300", "\u03a5\u0308\u0300"},
    {0x1fe3, "\u03a5\u0308\u0301", "\u03a5\u0308\u0301"}, {0x1fe4, "\u03a1\u0313", "\u03a1\u0313"},
    {0x1fe6, "\u03a5\u0342", "\u03a5\u0342"}, {0x1fe7, "\u03a5\u0308\u0342", "\u03a5\u0308\u0342"},
    {0x1ff2, "\u1ffa\u0399", "\u1ffa\u0345"}, {0x1ff3, "\u03a9\u0399", "\u1ffc"},
    {0x1ff4, "\u038f\u0399", "\u038f\u0345"}, {0x1ff6, "\u03a9\u0342", "\u03a9\u0342"},
    {0x1ff7, "\u03a9\u0342\u0399", "\u03a9\u0342\u0345"}, {0x1ffc, "\u03a9\u0399", "\u1ffc"},
    {0xfb00, "FF", "Ff"}, {0xfb01, "FI", "Fi"}, {0xfb02, "FL", "Fl"}, {0xfb03, "FFI", "Ffi"},
    {0xfb04, "FFL", "Ffl"}, {0xfb05, "ST", "St"}, {0xfb06, "ST", "St"},
    {0xfb13, "\u0544\u0546", "\u0544\u0576"}, {0xfb14, "\u0544\u0535", "\u0544\u0565"},
    {0xfb15, "\u0544\u053b", "\u0544\u056b"}, {0xfb16, "\u054e\u0546", "\u054e\u0576"},
    {0xfb17, "\u0544\u053d", "\u0544\u056d"},
    // clang-format on
};

utf8proc_int32_t as_signed(char32_t code_point) {
    return static_cast<utf8proc_int32_t>(code_point);
}

const LongCase* long_case_of(char32_t letter) {
    const auto* found = std::ranges::lower_bound(kLongCases, letter, {}, &LongCase::letter);
    return found != std::end(kLongCases) && found->letter == letter ? found : nullptr;
}

bool is_cased(char32_t c) {
    const auto category = utf8proc_category(as_signed(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
           category == UTF8PROC_CATEGORY_LT || utf8proc_islower(as_signed(c)) ||
           utf8proc_isupper(as_signed(c));
}

/// Marks and punctuation inside words, over which the rule for the final sigma looks.
bool is_case_ignorable(char32_t c) {
    constexpr std::u32string_view kInWords = U"'.:^`\u00b7\u2018\u2019\u2024\u2027";
    const auto category = utf8proc_category(as_signed(c));
    return kInWords.find(c) != std::u32string_view::npos || is_mark(c) || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_LM || category == UTF8PROC_CATEGORY_SK;
}

/// Whether the sigma at bytes [begin, end) ends a word.
bool is_final(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin > 0 && is_case_ignorable(code_point_before(text, begin).value))
        begin -= code_point_before(text, begin).length;
    while (end < text.size() && is_case_ignorable(code_point_at(text, end).value))
        end += code_point_at(text, end).length;
    return begin > 0 && is_cased(code_point_before(text, begin).value) &&
           !(end < text.size() && is_cased(code_point_at(text, end).value));
}

void append_upper(std::string& result, char32_t c) {
    if (const auto* long_case = long_case_of(c))
        result += long_case->upper;
    else
        append_utf8(result, static_cast<char32_t>(utf8proc_toupper(as_signed(c))));
}

void append_title(std::string& result, char32_t c) {
    if (const auto* long_case = long_case_of(c))
        result += long_case->title;
    else
        append_utf8(result, static_cast<char32_t>(utf8proc_totitle(as_signed(c))));
}

/// The small form of the letter at `at` of the text.
void append_lower(std::string& result, std::string_view text, std::size_t at) {
    const auto [c, length] = code_point_at(text, at);
    if (c == 0x130)
        result += "i\u0307";
    else if (c == 0x3A3)
        result += is_final(text, at, at + length) ? "\u03c2" : "\u03c3";
    else
        append_utf8(result, static_cast<char32_t>(utf8proc_tolower(as_signed(c))));
}

/// Calls append(result, code point, at) for each.
template <class Append>
std::string mapped(std::string_view text, Append append) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, length] = code_point_at(text, at);
        append(result, value, at);
        at += length;
    }
    return result;
}

}  // namespace

std::string upper(std::string_view text) {
    return mapped(text, [](std::string& result, char32_t c, std::size_t) { append_upper(result, c); });
}

std::string lower(std::string_view text) {
    return mapped(text,
                  [&](std::string& result, char32_t, std::size_t at) { append_lower(result, text, at); });
}

std::string capitalized(std::string_view text) {
    return mapped(text, [&](std::string& result, char32_t c, std::size_t at) {
        if (at == 0)
            append_title(result, c);
        else
            append_lower(result, text, at);
    });
}

std::string titled(std::string_view text) {
    bool after_cased = false;
    return mapped(text, [&](std::string& result, char32_t c, std::size_t at) {
        if (after_cased)
            append_lower(result, text, at);
        else
            append_title(result, c);
        after_cased = is_cased(c);
    });
}

std::string case_folded(std::string_view text) {
    return mapped(text, [](std::string& result, char32_t c, std::size_t) {
        std::array<utf8proc_int32_t, 4> folded{};
        const auto length =
            utf8proc_decompose_char(as_signed(c), folded.data(), folded.size(), UTF8PROC_CASEFOLD, nullptr);
        for (std::size_t i = 0; i < static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 0)); ++i)
            append_utf8(result, static_cast<char32_t>(folded[i]));
    });
}

std::string swapped_case(std::string_view text) {
    return mapped(text, [&](std::string& result, char32_t c, std::size_t at) {
        if (utf8proc_isupper(as_signed(c)))
            append_lower(result, text, at);
        else
            append_upper(result, c);
    });
}

}  // namespace tunebench::jinja
