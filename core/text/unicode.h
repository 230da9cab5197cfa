// Code points of UTF-8 text and their classes, as the patterns of tokenizers ask for them. Classes follow the
// Unicode version of utf8proc; a code point that it does not know yet is CharacterClass::Other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tunebench {

/// A code point and the number of bytes that stand for it.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};

/// The code point that starts at `at`. The text must be valid UTF-8 and `at` the start of a sequence.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// The code point that ends just before `end` (> 0). The text must be valid UTF-8.
CodePoint code_point_before(std::string_view text, std::size_t end);

void append_utf8(std::string& text, char32_t code_point);

/// The number of bytes of the longest start of `text` that could begin a UTF-8 sequence, at least 1: what one
/// U+FFFD replaces (Unicode 15, section 3.9, "maximal subpart"). Only for text that is invalid at its start.
std::size_t invalid_sequence_length(std::string_view text);

/// The text with every invalid sequence replaced by U+FFFD, a character for each maximal subpart.
std::string replace_invalid_utf8(std::string_view text);

/// Letter: \p{L}. Number: \p{N}. Space: the property White_Space. The three are disjoint.
enum class CharacterClass : std::uint8_t { Letter, Number, Space, Other };

CharacterClass character_class(char32_t code_point);

inline bool is_white_space(char32_t code_point) {
    return character_class(code_point) == CharacterClass::Space;
}

/// Letters, marks, decimal digits, connectors and joiners: \w of Unicode's regular expressions (UTS 18).
bool is_word_character(char32_t code_point);

/// \p{P}, or one of ASCII's symbols.
bool is_punctuation(char32_t code_point);

/// \p{M}: an accent, a vowel sign or another mark on the character before it.
bool is_mark(char32_t code_point);

/// \p{Mn}: a mark that takes no place of its own.
bool is_nonspacing_mark(char32_t code_point);

/// \p{C} but what no character is assigned to: controls, formats, surrogates and private characters.
bool is_control(char32_t code_point);

}  // namespace tunebench
