#include "core/text/unicode.h"

#include <array>
#include <utf8proc.h>

#include "core/base/utf8.h"

namespace tunebench {

namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0) == 0x80;
}

bool in_range(std::uint8_t byte, int low, int high) {
    return byte >= low && byte <= high;
}

constexpr CharacterClass ascii_class(unsigned c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return CharacterClass::Letter;
    if (c >= '0' && c <= '9')
        return CharacterClass::Number;
    if (c == ' ' || (c >= 9 && c <= 13))
        return CharacterClass::Space;
    return CharacterClass::Other;
}

constexpr auto kAsciiClasses = [] {
    std::array<CharacterClass, 128> classes{};
    for (unsigned c = 0; c < classes.size(); ++c)
        classes[c] = ascii_class(c);
    return classes;
}();

utf8proc_category_t category(char32_t code_point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

CharacterClass class_beyond_ascii(char32_t code_point) {
    switch (category(code_point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
            return CharacterClass::Letter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return CharacterClass::Number;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return CharacterClass::Space;
        default:
            return code_point == 0x85 ? CharacterClass::Space : CharacterClass::Other;
    }
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const std::uint8_t lead = byte_at(text, at);
    const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte_at(text, at + i) & 0x3F); };
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xE0)
        return {static_cast<char32_t>(lead & 0x1F) << 6 | tail(1), 2};
    if (lead < 0xF0)
        return {static_cast<char32_t>(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3};
    return {static_cast<char32_t>(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > 0 && is_continuation(text, begin))
        --begin;
    return code_point_at(text, begin);
}

void append_utf8(std::string& text, char32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    for (utf8proc_ssize_t i = 0; i < length; ++i)
        text += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

std::size_t invalid_sequence_length(std::string_view text) {
    const std::uint8_t lead = byte_at(text, 0);
    std::size_t expected = 0;
    if (in_range(lead, 0xC2, 0xDF))
        expected = 2;
    else if (in_range(lead, 0xE0, 0xEF))
        expected = 3;
    else if (in_range(lead, 0xF0, 0xF4))
        expected = 4;
    if (expected == 0 || !is_continuation(text, 1))
        return 1;
    const std::uint8_t second = byte_at(text, 1);
    const bool second_fits = !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F) &&
                             !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
    if (!second_fits)
        return 1;
    return expected == 4 && is_continuation(text, 2) ? 3 : 2;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t valid = valid_utf8_prefix(text);
        result += text.substr(0, valid);
        text.remove_prefix(valid);
        if (text.empty())
            break;
        result += "\xEF\xBF\xBD";
        text.remove_prefix(invalid_sequence_length(text));
    }
    return result;
}

CharacterClass character_class(char32_t code_point) {
    return code_point < 0x80 ? kAsciiClasses[code_point] : class_beyond_ascii(code_point);
}

bool is_word_character(char32_t code_point) {
    const bool circled_letter =
        (code_point >= 0x24B6 && code_point <= 0x24E9) || (code_point >= 0x1F130 && code_point <= 0x1F149) ||
        (code_point >= 0x1F150 && code_point <= 0x1F169) || (code_point >= 0x1F170 && code_point <= 0x1F189);
    const bool joiner = code_point == 0x200C || code_point == 0x200D;
    switch (category(code_point)) {
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_PC:
            return true;
        default:
            return circled_letter || joiner || is_mark(code_point) ||
                   character_class(code_point) == CharacterClass::Letter;
    }
}

bool is_punctuation(char32_t code_point) {
    if (code_point < 0x80)
        return code_point > 0x20 && code_point < 0x7F && character_class(code_point) == CharacterClass::Other;
    switch (category(code_point)) {
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO:
            return true;
        default:
            return false;
    }
}

bool is_mark(char32_t code_point) {
    switch (category(code_point)) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return true;
        default:
            return false;
    }
}

bool is_nonspacing_mark(char32_t code_point) {
    return category(code_point) == UTF8PROC_CATEGORY_MN;
}

bool is_control(char32_t code_point) {
    switch (category(code_point)) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
            return true;
        default:
            return false;
    }
}

}  // namespace tunebench
