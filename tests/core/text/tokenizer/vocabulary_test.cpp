#include "core/text/tokenizer/vocabulary.h"

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

Result<Vocabulary> vocabulary(std::string_view text) {
    const Json json = parsed(text);
    return Vocabulary::make(ComponentDescription(json, "tokenizer.json, model, vocab"));
}

TEST(VocabularyTest, FindsIdsAndTexts) {
    const auto found = vocabulary(R"({"a": 0, "b": 5, "": 2})");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->find("b"), 5);
    EXPECT_EQ(found->find(""), 2);
    EXPECT_FALSE(found->find("c"));
    EXPECT_EQ(*found->text(5), "b");
    EXPECT_EQ(found->text(1), nullptr);
    EXPECT_EQ(found->text(-1), nullptr);
    EXPECT_EQ(found->text(6), nullptr);
    EXPECT_EQ(found->id_end(), 6);
}

TEST(VocabularyTest, RefusesIdsThatAreNone) {
    for (const char* text : {R"({"a": -1})", R"({"a": 1.5})", R"({"a": "1"})", R"({"a": null})",
                             R"({"a": 2000000000})", R"({"a": 18446744073709551615})", "[]"}) {
        const auto result = vocabulary(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, ErrorCode::Corrupt) << text;
        EXPECT_TRUE(result.error().message.starts_with("tokenizer.json, model, vocab: "))
            << result.error().message;
    }
    EXPECT_NE(vocabulary(R"({"a": -1})").error().message.find("\"a\""), std::string::npos);
}

TEST(VocabularyTest, SeveralTokensMayHaveOneId) {
    auto first = vocabulary(R"({"a": 1, "b": 1, "another token that is no small string": 1, "c": 0})");
    ASSERT_TRUE(first);
    const Vocabulary found = *std::move(first);
    EXPECT_EQ(found.find("a"), 1);
    EXPECT_EQ(found.find("b"), 1);
    EXPECT_EQ(found.find("another token that is no small string"), 1);
    EXPECT_EQ(*found.text(1), "a");
    EXPECT_EQ(found.size(), 4u);
    EXPECT_EQ(found.id_end(), 2);
}

TEST(VocabularyTest, MovingKeepsItsTexts) {
    auto first = vocabulary(R"({"short": 0, "a token that is longer than a small string": 1})");
    ASSERT_TRUE(first);
    const Vocabulary second = *std::move(first);
    EXPECT_EQ(second.find("short"), 0);
    EXPECT_EQ(second.find("a token that is longer than a small string"), 1);
}

}  // namespace
}  // namespace tunebench
