#include "core/text/unicode.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(UnicodeTest, ReadsCodePointsForwardAndBackward) {
    const std::string text = "aé€😀";
    const char32_t expected[] = {U'a', U'é', U'€', U'😀'};
    std::size_t at = 0;
    for (const char32_t value : expected) {
        const CodePoint forward = code_point_at(text, at);
        EXPECT_EQ(forward.value, value);
        at += forward.length;
        EXPECT_EQ(code_point_before(text, at).value, value);
        EXPECT_EQ(code_point_before(text, at).length, forward.length);
    }
    EXPECT_EQ(at, text.size());
}

TEST(UnicodeTest, AppendsWhatItReads) {
    std::string text;
    for (const char32_t value : {U'a', U'é', U'€', U'😀', U'\U0010FFFF'})
        append_utf8(text, value);
    EXPECT_EQ(text, "aé€😀\U0010FFFF");
}

TEST(UnicodeTest, ReplacesEachMaximalSubpartOfInvalidText) {
    EXPECT_EQ(replace_invalid_utf8("abc é"), "abc é");
    EXPECT_EQ(replace_invalid_utf8("\xFF"), "\uFFFD");
    EXPECT_EQ(replace_invalid_utf8("a\xE2\x82"), "a\uFFFD");  // cut short: one
    EXPECT_EQ(replace_invalid_utf8("\xE2\x82z"), "\uFFFDz");
    EXPECT_EQ(replace_invalid_utf8("\xC0\x80"), "\uFFFD\uFFFD");            // overlong
    EXPECT_EQ(replace_invalid_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // a surrogate
    EXPECT_EQ(replace_invalid_utf8("\xF0\x9F\x98z\xF5"), "\uFFFDz\uFFFD");
    EXPECT_EQ(replace_invalid_utf8("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");  // above U+10FFFF
}

TEST(UnicodeTest, KnowsLettersNumbersAndSpaces) {
    for (const char32_t c : {U'a', U'Z', U'é', U'日', U'ʰ', U'ª', U'ǅ'})
        EXPECT_EQ(character_class(c), CharacterClass::Letter) << static_cast<unsigned>(c);
    for (const char32_t c : {U'0', U'9', U'²', U'½', U'Ⅳ', U'٣'})
        EXPECT_EQ(character_class(c), CharacterClass::Number) << static_cast<unsigned>(c);
    for (const char32_t c : {U' ', U'\t', U'\v', U'\r', U'\x85', U'\u00A0', U'\u2003', U'\u2028', U'\u3000'})
        EXPECT_EQ(character_class(c), CharacterClass::Space) << static_cast<unsigned>(c);
    for (const char32_t c : {U'!', U'_', U'\0', U'\x1C', U'\u0301', U'\u180E', U'\u200B', U'\uFEFF', U'😀'})
        EXPECT_EQ(character_class(c), CharacterClass::Other) << static_cast<unsigned>(c);
}

TEST(UnicodeTest, KnowsWordCharactersPunctuationAndMarks) {
    for (const char32_t c : {U'a', U'_', U'7', U'\u0301', U'ⓐ', U'Ⅳ', U'\u200D'})
        EXPECT_TRUE(is_word_character(c)) << static_cast<unsigned>(c);
    for (const char32_t c : {U'-', U' ', U'½', U'😀'})
        EXPECT_FALSE(is_word_character(c)) << static_cast<unsigned>(c);
    for (const char32_t c : {U'!', U'$', U'~', U'。', U'«', U'_'})
        EXPECT_TRUE(is_punctuation(c)) << static_cast<unsigned>(c);
    for (const char32_t c : {U'a', U' ', U'€', U'\x7F'})
        EXPECT_FALSE(is_punctuation(c)) << static_cast<unsigned>(c);
    EXPECT_TRUE(is_mark(U'\u0301'));
    EXPECT_TRUE(is_mark(U'\u0903'));
    EXPECT_FALSE(is_mark(U'e'));
}

}  // namespace
}  // namespace tunebench
