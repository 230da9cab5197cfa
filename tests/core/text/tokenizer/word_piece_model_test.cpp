#include <gtest/gtest.h>

#include "core/text/tokenizer/token_model.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;

constexpr const char* kModel = R"({"type": "WordPiece", "unk_token": "[UNK]", "max_input_chars_per_word": 8,
    "vocab": {"[UNK]": 0, "un": 1, "##aff": 2, "##able": 3, "##a": 4, "u": 5, "##n": 6, "é": 7, "##日": 8}})";

std::vector<ModelToken> tokens(std::string_view word, const char* model = kModel) {
    std::vector<ModelToken> result;
    made(&make_token_model, model)->tokenize(word, result);
    return result;
}

Ids ids(std::string_view word, const char* model = kModel) {
    Ids result;
    for (const ModelToken& token : tokens(word, model))
        result.push_back(token.id);
    return result;
}

TEST(WordPieceModelTest, TakesTheLongestPieceEachTime) {
    EXPECT_EQ(ids("unaff"), (Ids{1, 2}));
    EXPECT_EQ(ids("unable"), (Ids{1, 3}));
    EXPECT_EQ(ids("unaa"), (Ids{1, 4, 4}));
    EXPECT_EQ(ids("é日"), (Ids{7, 8}));
    EXPECT_EQ(ids("##a"), (Ids{4}));
    EXPECT_EQ(ids(""), Ids{});
}

// Greedy: "un" leaves an "x" that no piece covers, and the shorter "u" is not tried.
TEST(WordPieceModelTest, AWordWithAnUnknownPartIsUnknownAsAWhole) {
    EXPECT_EQ(ids("unx"), (Ids{0}));
    EXPECT_EQ(ids("xun"), (Ids{0}));
    const auto unknown = tokens("unéx");
    ASSERT_EQ(unknown.size(), 1U);
    EXPECT_EQ(unknown.front().length, 5U);
}

TEST(WordPieceModelTest, LongWordsAreUnknown) {
    EXPECT_EQ(ids("unaaaaaa"), (Ids{1, 4, 4, 4, 4, 4, 4}));
    EXPECT_EQ(ids("unaaaaaaa"), (Ids{0}));
    EXPECT_EQ(ids("é日日日日日日日"), (Ids{7, 8, 8, 8, 8, 8, 8, 8}));  // characters count, not bytes
}

TEST(WordPieceModelTest, ThePrefixMayBeAnotherOrNone) {
    EXPECT_EQ(ids("aab", R"({"type": "WordPiece", "unk_token": "?", "continuing_subword_prefix": "@",
                             "vocab": {"?": 0, "a": 1, "@a": 2, "@b": 3}})"),
              (Ids{1, 2, 3}));
    EXPECT_EQ(ids("aab", R"({"type": "WordPiece", "unk_token": "?", "continuing_subword_prefix": "",
                             "vocab": {"?": 0, "a": 1, "b": 3}})"),
              (Ids{1, 1, 3}));
}

// Without a bound by the longest piece every start would look at the rest of the word: a trillion bytes.
TEST(WordPieceModelTest, ALongWordTakesTimeByItsLength) {
    const auto model = made(&make_token_model, R"({"type": "WordPiece", "unk_token": "?",
        "max_input_chars_per_word": 4000000, "vocab": {"?": 0, "a": 1, "##a": 2, "##aaaa": 3}})");
    std::vector<ModelToken> result;
    model->tokenize(std::string(std::size_t{1} << 20, 'a'), result);
    EXPECT_EQ(result.size(), 1 + (std::size_t{1} << 18) - 1 + 3);
}

TEST(WordPieceModelTest, MalformedMembersAreRefused) {
    for (const char* model :
         {R"({"type": "WordPiece"})", R"({"type": "WordPiece", "vocab": [], "unk_token": "a"})",
          R"({"type": "WordPiece", "vocab": {"a": 0}})",
          R"({"type": "WordPiece", "vocab": {"a": 0}, "unk_token": null})",
          R"({"type": "WordLevel", "vocab": {"a": 0}})",
          R"({"type": "WordPiece", "vocab": {"a": 0}, "unk_token": "a", "max_input_chars_per_word": "x"})"})
        EXPECT_EQ(refusal(&make_token_model, model).code, ErrorCode::Corrupt) << model;
}

TEST(WordPieceModelTest, SeveralTokensMayHaveOneId) {
    const char* members = R"("unk_token": "?", "vocab": {"?": 0, "a": 1, "b": 1, "##a": 2, "##b": 2}})";
    EXPECT_EQ(ids("aba", (std::string(R"({"type": "WordPiece", )") + members).c_str()), (Ids{1, 2, 2}));
    EXPECT_EQ(ids("b", (std::string(R"({"type": "WordLevel", )") + members).c_str()), (Ids{1}));
}

TEST(WordPieceModelTest, WordLevelKnowsWholeWordsOnly) {
    const char* model = R"({"type": "WordLevel", "unk_token": "?", "vocab": {"?": 0, "a": 1, "a b": 2}})";
    EXPECT_EQ(ids("a", model), (Ids{1}));
    EXPECT_EQ(ids("a b", model), (Ids{2}));
    EXPECT_EQ(ids("ab", model), (Ids{0}));
}

TEST(WordPieceModelTest, WithoutTheUnknownTokenThatIsNamedAnUnknownWordHasNone) {
    for (const char* type : {"WordPiece", "WordLevel"}) {
        const std::string model =
            std::string(R"({"type": ")") + type + R"(", "vocab": {"a": 0}, "unk_token": "b"})";
        EXPECT_EQ(ids("a", model.c_str()), (Ids{0}));
        EXPECT_EQ(ids("xy", model.c_str()), (Ids{kNoToken}));
    }
}

// Files of before the type was written.
TEST(WordPieceModelTest, TheTypeFollowsFromTheMembersWhereItIsMissing) {
    EXPECT_EQ(
        ids("aa", R"({"unk_token": "?", "continuing_subword_prefix": "##", "max_input_chars_per_word": 9,
                            "vocab": {"?": 0, "a": 1, "##a": 2}})"),
        (Ids{1, 2}));
    EXPECT_EQ(ids("aa", R"({"unk_token": "?", "vocab": {"?": 0, "aa": 1}})"), (Ids{1}));
    EXPECT_EQ(ids("aa", R"({"unk_id": 0, "vocab": [["?", 0], ["a", -1]]})"), (Ids{1, 1}));
}

}  // namespace
}  // namespace tunebench
