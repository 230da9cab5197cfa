#include "core/text/tokenizer/token_stream.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

TEST(TokenStreamTest, HoldsBackUntilACharacterIsWhole) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    TokenStream stream(tokenizer);
    EXPECT_EQ(stream.push(*tokenizer.token_id("▁hello")), "hello");
    EXPECT_EQ(stream.push(*tokenizer.token_id("<0xE2>")), "");
    EXPECT_EQ(stream.push(*tokenizer.token_id("<0x82>")), "");
    EXPECT_EQ(stream.push(*tokenizer.token_id("<0xAC>")), "€");
    EXPECT_EQ(stream.push(*tokenizer.token_id("▁hello")), " hello");
    EXPECT_EQ(stream.finish(), "");
}

TEST(TokenStreamTest, GivesTheSameTextAsDecodingAllAtOnce) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    for (const char* text : {"hello hello", "  hello", " ", "<s> hello</s> é 日本 😀 he", "\uFFFD!", ""}) {
        for (const bool skip : {false, true}) {
            const auto ids = *tokenizer.encode(text, false);
            TokenStream stream(tokenizer, skip);
            std::string streamed;
            for (const std::int32_t id : ids) {
                const std::string part = stream.push(id);
                EXPECT_TRUE(is_valid_utf8(part));
                streamed += part;
            }
            streamed += stream.finish();
            EXPECT_EQ(streamed, tokenizer.decode(ids, skip)) << text;
        }
    }
}

TEST(TokenStreamTest, CharacterThatNeverBecomesWholeIsShownAtTheEnd) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    TokenStream stream(tokenizer);
    EXPECT_EQ(stream.push(*tokenizer.token_id("<0xE2>")), "");
    EXPECT_EQ(stream.finish(), "\uFFFD");
    EXPECT_EQ(stream.push(*tokenizer.token_id("h")), "h");
}

TEST(TokenStreamTest, EndlessInvalidBytesAreShownAfterAWhile) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    TokenStream stream(tokenizer);
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += stream.push(*tokenizer.token_id("<0xFF>"));
    EXPECT_FALSE(text.empty());
    text += stream.finish();
    EXPECT_EQ(text.size(), 100 * std::string("\uFFFD").size());
}

TEST(TokenStreamTest, IdsWithoutATokenGiveNothing) {
    TokenStream stream(tokenizer_of(sentence_piece_json()));
    EXPECT_EQ(stream.push(-1), "");
    EXPECT_EQ(stream.push(1 << 29), "");
    EXPECT_EQ(stream.finish(), "");
}

}  // namespace
}  // namespace tunebench
