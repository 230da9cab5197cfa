#include "core/data/text_flaws.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(TextFlawsTest, FindsTextThatWasDecodedTwice) {
    for (const auto* text : {"caf\xC3\x83\xC2\xA9", "it\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s"})
        EXPECT_TRUE(looks_decoded_twice(text)) << text;
    for (const auto* text : {"", "caf\xC3\xA9", "\xC3\x83ngela", "ch\xC3\xA2teau", "it\xE2\x80\x99s"})
        EXPECT_FALSE(looks_decoded_twice(text)) << text;
}

TEST(TextFlawsTest, FindsTheReplacementCharacter) {
    EXPECT_TRUE(
        has_replacement_character("a\xEF\xBF\xBD"
                                  "b"));
    EXPECT_FALSE(
        has_replacement_character("a\xEF\xBF\xBC"
                                  "b"));
}

TEST(TextFlawsTest, FindsControlCharacters) {
    EXPECT_TRUE(has_control_character(std::string_view("a\0b", 3)));
    EXPECT_TRUE(has_control_character("a\x1B[1m"));
    EXPECT_TRUE(has_control_character("a\x7F"));
    EXPECT_FALSE(has_control_character("a\tb\r\nc\xC3\xA9"));
}

}  // namespace
}  // namespace tunebench
