#include "core/text/tokenizer/byte_alphabet.h"

#include <set>

#include <gtest/gtest.h>

#include "core/text/unicode.h"

namespace tunebench {
namespace {

TEST(ByteAlphabetTest, EveryByteHasACharacterOfItsOwn) {
    std::set<std::string> characters;
    for (int byte = 0; byte < 256; ++byte) {
        const std::string character(byte_character(static_cast<std::uint8_t>(byte)));
        characters.insert(character);
        EXPECT_EQ(character_byte(code_point_at(character, 0).value), byte);
    }
    EXPECT_EQ(characters.size(), 256U);
}

TEST(ByteAlphabetTest, WritesSpacesAndLineBreaksAsGpt2Does) {
    EXPECT_EQ(to_byte_characters(" a\n\té"), "ĠaĊĉÃ©");
    EXPECT_EQ(byte_character(0xAD), "Ń");
    EXPECT_EQ(byte_character(0x00), "Ā");
}

TEST(ByteAlphabetTest, BytesComeBack) {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    EXPECT_EQ(from_byte_characters(to_byte_characters(bytes)), bytes);
}

TEST(ByteAlphabetTest, TextOutsideTheAlphabetStandsForItself) {
    EXPECT_EQ(from_byte_characters("<|end of text|>"), "<|end of text|>");
    EXPECT_EQ(from_byte_characters("日本"), "日本");
    EXPECT_FALSE(character_byte(U' '));
    EXPECT_FALSE(character_byte(U'日'));
}

}  // namespace
}  // namespace tunebench
