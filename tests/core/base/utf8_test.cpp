#include "core/base/utf8.h"

#include <string>

#include <gtest/gtest.h>

namespace tunebench {

TEST(Utf8Test, AcceptsTheFirstAndTheLastSequenceOfEveryLength) {
    using namespace std::string_literals;
    for (const std::string& text :
         {""s, "\0"s, "\x7F"s, "\xC2\x80"s, "\xDF\xBF"s, "\xE0\xA0\x80"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s,
          "\xEF\xBF\xBF"s, "\xF0\x90\x80\x80"s, "\xF4\x8F\xBF\xBF"s, "Füße 日本 🦙"s})
        EXPECT_TRUE(is_valid_utf8(text)) << text;
}

TEST(Utf8Test, RefusesOverlongFormsSurrogatesAndWhatIsBeyondUnicode) {
    for (const std::string text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC2", "\xE2\x82", "\xF0\x9F\xA6", "\xC2\x41",
          "\xE2\x82\x41", "\xF0\x9F\xA6\x41"})
        EXPECT_EQ(valid_utf8_prefix(text), 0U) << static_cast<int>(text[0]);
}

TEST(Utf8Test, TellsWhereTheValidStartEnds) {
    EXPECT_EQ(valid_utf8_prefix("abc\xFFxyz"), 3U);
    EXPECT_EQ(valid_utf8_prefix("\xC3\xBC\xC3"), 2U);
}

}  // namespace tunebench
