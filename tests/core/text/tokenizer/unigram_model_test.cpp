#include <gtest/gtest.h>

#include "core/text/tokenizer/token_model.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;

std::vector<ModelToken> tokens(std::string_view word, std::string_view model) {
    std::vector<ModelToken> result;
    made(&make_token_model, model)->tokenize(word, result);
    return result;
}

Ids ids(std::string_view word, std::string_view model) {
    Ids result;
    for (const ModelToken& token : tokens(word, model))
        result.push_back(token.id);
    return result;
}

// "abc": ab + c is -4, a + bc is -4.5, a + b + c is -7, and the whole is -9.
constexpr const char* kModel = R"({"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0], ["a", -2],
    ["b", -3], ["c", -2], ["ab", -2], ["bc", -2.5], ["abc", -9], ["日", -1]]})";

TEST(UnigramModelTest, TakesTheTokensOfTheHighestSum) {
    EXPECT_EQ(ids("abc", kModel), (Ids{4, 3}));
    EXPECT_EQ(ids("bc", kModel), (Ids{5}));
    EXPECT_EQ(ids("aabcc", kModel), (Ids{1, 4, 3, 3}));
    EXPECT_EQ(ids("", kModel), Ids{});
}

TEST(UnigramModelTest, OfEqualSumsTheOneFoundFirstStays) {
    EXPECT_EQ(ids("aa", R"({"type": "Unigram", "unk_id": 0, "vocab": [["?", 0], ["a", -1], ["aa", -2]]})"),
              (Ids{2}));
}

TEST(UnigramModelTest, NeighbouringUnknownCharactersAreOneToken) {
    EXPECT_EQ(ids("axyb日éé", kModel), (Ids{1, 0, 2, 7, 0}));
    const auto unknown = tokens("xéa", kModel);
    ASSERT_EQ(unknown.size(), 2U);
    EXPECT_EQ(unknown[0].length, 3U);
    EXPECT_EQ(unknown[1].length, 1U);
}

// The unknown token costs the lowest score and 10 more: "xa" as a token of -20 loses to -13 (? + a would be
// -3 - 10 + -3), one of -12 wins.
TEST(UnigramModelTest, AnUnknownCharacterCostsTenMoreThanTheLeastLikelyToken) {
    const auto model = [](const char* score) {
        return std::string(R"({"type": "Unigram", "unk_id": 0, "vocab": [["?", 0], ["a", -3], ["xa", )") +
               score + "]]}";
    };
    EXPECT_EQ(ids("xa", model("-2.5")), (Ids{2}));
    EXPECT_EQ(ids("xab", model("-2.5")), (Ids{2, 0}));
    // "xa" lowers the lowest score itself, so that it always wins against an unknown x.
    EXPECT_EQ(ids("xa", model("-1000")), (Ids{2}));
}

TEST(UnigramModelTest, UnknownCharactersFallBackToBytesWhereAllAreThere) {
    const char* model =
        R"({"type": "Unigram", "unk_id": 0, "byte_fallback": true, "vocab": [["?", 0], ["a", -1],
        ["<0xC3>", -9], ["<0xA9>", -9], ["<0x78>", -9]]})";
    EXPECT_EQ(ids("aéa", model), (Ids{1, 2, 3, 1}));
    EXPECT_EQ(ids("éx", model), (Ids{2, 3, 4}));
    EXPECT_EQ(ids("éy", model), (Ids{0}));  // the run as a whole: there is no <0x79>
    EXPECT_EQ(tokens("é", model).front().length, 1U);
}

TEST(UnigramModelTest, WithoutAnUnknownTokenAnUnknownPieceHasNone) {
    for (const char* unknown : {"", R"("unk_id": null, )"}) {
        const auto model = [unknown](const char* rest) {
            return std::string(R"({"type": "Unigram", )") + unknown + rest + "}";
        };
        EXPECT_EQ(ids("axya", model(R"("vocab": [["a", -1]])")), (Ids{0, kNoToken, 0}));
        EXPECT_EQ(
            ids("aé", model(R"("byte_fallback": true, "vocab": [["a", -1], ["<0xC3>", 0], ["<0xA9>", 0]])")),
            (Ids{0, 1, 2}));
    }
}

TEST(UnigramModelTest, OfATokenThatStandsTwiceTheLaterCounts) {
    EXPECT_EQ(ids("a", R"({"type": "Unigram", "unk_id": 0, "vocab": [["?", 0], ["a", -1], ["a", -2]]})"),
              (Ids{2}));
}

TEST(UnigramModelTest, AWordIsTheSameTheSecondTime) {
    const auto model = made(&make_token_model, kModel);
    for (const std::string& word : {std::string("abcxé日"), std::string(100, 'a')}) {
        std::vector<ModelToken> first;
        std::vector<ModelToken> second = {{.id = 1, .length = 1}};
        model->tokenize(word, first);
        model->tokenize(word, second);
        ASSERT_EQ(second.size(), first.size() + 1) << "behind what was there";
        for (std::size_t i = 0; i < first.size(); ++i) {
            EXPECT_EQ(second[i + 1].id, first[i].id);
            EXPECT_EQ(second[i + 1].length, first[i].length);
        }
    }
}

TEST(UnigramModelTest, LongWordsTakeTimeByTheirLength) {
    const std::size_t size = std::size_t{1} << 20;
    EXPECT_EQ(tokens(std::string(size, 'a'), kModel).size(), size);
    EXPECT_EQ(tokens(std::string(size, 'x'), kModel).size(), 1U);
    const char* bytes = R"({"type": "Unigram", "unk_id": 0, "byte_fallback": true,
        "vocab": [["?", 0], ["<0x78>", -9]]})";
    EXPECT_EQ(tokens(std::string(size, 'x'), bytes).size(), size);
}

TEST(UnigramModelTest, MalformedMembersAreRefused) {
    for (const char* model : {R"({"type": "Unigram"})", R"({"type": "Unigram", "unk_id": 0, "vocab": []})",
                              R"({"type": "Unigram", "unk_id": 0, "vocab": {"a": 0}})",
                              R"({"type": "Unigram", "unk_id": 0, "vocab": [["a"]]})",
                              R"({"type": "Unigram", "unk_id": 0, "vocab": [["a", "b"]]})",
                              R"({"type": "Unigram", "unk_id": 0, "vocab": [[1, 0]]})",
                              R"({"type": "Unigram", "unk_id": 1, "vocab": [["a", 0]]})",
                              R"({"type": "Unigram", "unk_id": -1, "vocab": [["a", 0]]})"})
        EXPECT_EQ(refusal(&make_token_model, model).code, ErrorCode::Corrupt) << model;
}

}  // namespace
}  // namespace tunebench
