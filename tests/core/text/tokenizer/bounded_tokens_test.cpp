// Tokenizer::encode_within.
#include <gtest/gtest.h>

#include "core/text/tokenizer/post_processor.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;

/// "a" is 0 … "e" is 4; <s> is 5 and </s> is 6.
Tokenizer letters(const char* post_processor = nullptr) {
    auto json = tokenizer_json({"a", "b", "c", "d", "e", "<s>", "</s>"}, Json::array());
    if (post_processor)
        json["post_processor"] = parsed(post_processor);
    return tokenizer_of(json);
}

constexpr const char* kBert = R"({"type": "BertProcessing", "cls": ["<s>", 5], "sep": ["</s>", 6]})";

TEST(BoundedTokensTest, TheTextIsCutAndTheEndStays) {
    const auto tokenizer = letters(kBert);
    EXPECT_EQ(tokenizer.encode_within("abcde", {}, 16)->ids, (Ids{5, 0, 1, 2, 3, 4, 6}));
    const auto cut = *tokenizer.encode_within("abcde", {}, 4);
    EXPECT_EQ(cut.ids, (Ids{5, 0, 1, 6}));
    EXPECT_EQ(cut.cut, 3);
    EXPECT_EQ(letters().encode_within("abcde", {}, 2)->ids, (Ids{0, 1}));
}

TEST(BoundedTokensTest, PairsAreJoinedAsThePostProcessorSays) {
    EXPECT_EQ(letters(kBert).encode_within("ab", "c", 16)->ids, (Ids{5, 0, 1, 6, 2, 6}));
    EXPECT_EQ(letters(R"({"type": "RobertaProcessing", "cls": ["<s>", 5], "sep": ["</s>", 6]})")
                  .encode_within("ab", "c", 16)
                  ->ids,
              (Ids{5, 0, 1, 6, 6, 2, 6}));
    EXPECT_EQ(
        letters(R"({"type": "Sequence", "processors": [{"type": "ByteLevel"}, {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}}],
                  "pair": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}},
                           {"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "B"}}],
                  "special_tokens": {"<s>": {"ids": [5]}}}]})")
            .encode_within("ab", "c", 16)
            ->ids,
        (Ids{5, 0, 1, 5, 2}));
}

TEST(BoundedTokensTest, TheLongerTextOfAPairIsCut) {
    const auto tokenizer = letters(kBert);
    const auto cut = *tokenizer.encode_within("abcde", "b", 7);
    EXPECT_EQ(cut.ids, (Ids{5, 0, 1, 2, 6, 1, 6}));
    EXPECT_EQ(cut.cut, 2);
    EXPECT_EQ(tokenizer.encode_within("b", "abcde", 7)->ids, (Ids{5, 1, 6, 0, 1, 2, 6}));
    EXPECT_EQ(tokenizer.encode_within("abcde", "edcba", 7)->ids, (Ids{5, 0, 1, 6, 4, 3, 6}));
}

TEST(BoundedTokensTest, ABrokenPairIsRefused) {
    const auto json = parsed(R"({"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A"}}],
        "pair": [{"Sequence": {"id": "C"}}], "special_tokens": {}})");
    EXPECT_FALSE(make_post_processor(ComponentDescription(json, "test")));
}

TEST(BoundedTokensTest, TypesTellTheTextsOfAPairApart) {
    EXPECT_EQ(letters(kBert).encode_within("ab", "c", 16)->types, (Ids{0, 0, 0, 0, 1, 1}));
    EXPECT_EQ(letters(kBert).encode_within("ab", {}, 16)->types, (Ids{0, 0, 0, 0}));
    EXPECT_EQ(letters(R"({"type": "RobertaProcessing", "cls": ["<s>", 5], "sep": ["</s>", 6]})")
                  .encode_within("ab", "c", 16)
                  ->types,
              (Ids{0, 0, 0, 0, 0, 0, 0}));
    EXPECT_EQ(letters().encode_within("a", "b", 16)->types, (Ids{0, 0}));
    const auto tokenizer = letters(R"({"type": "TemplateProcessing",
        "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "x", "type_id": 2}}],
        "pair": [{"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "x", "type_id": 3}},
                 {"Sequence": {"id": "A", "type_id": 0}}],
        "special_tokens": {"x": {"ids": [5, 6]}}})");
    EXPECT_EQ(tokenizer.encode_within("ab", {}, 16)->ids, (Ids{0, 1, 5, 6}));
    EXPECT_EQ(tokenizer.encode_within("ab", {}, 16)->types, (Ids{0, 0, 2, 2}));
    EXPECT_EQ(tokenizer.encode_within("ab", "c", 16)->ids, (Ids{2, 5, 6, 0, 1}));
    EXPECT_EQ(tokenizer.encode_within("ab", "c", 16)->types, (Ids{1, 3, 3, 0, 0}));
}

// Our own limits cut texts; the file's would do so where nobody looks.
TEST(BoundedTokensTest, TruncationAndPaddingOfTheFileAreLeftOut) {
    auto json = tokenizer_json({"a", "b"}, Json::array());
    json["truncation"] = {
        {"max_length", 2}, {"strategy", "LongestFirst"}, {"stride", 0}, {"direction", "Right"}};
    json["padding"] = {{"strategy", {{"Fixed", 8}}}, {"pad_id", 0}, {"pad_token", "a"}};
    EXPECT_EQ(*tokenizer_of(json).encode("ababa", true), (Ids{0, 1, 0, 1, 0}));
}

TEST(BoundedTokensTest, PairsMayAddOnlyTokensThatExist) {
    auto json = tokenizer_json({"a"}, Json::array());
    json["post_processor"] = parsed(R"({"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A"}}],
        "pair": [{"Sequence": {"id": "A"}}, {"SpecialToken": {"id": "x"}}, {"Sequence": {"id": "B"}}],
        "special_tokens": {"x": {"ids": [9]}}})");
    EXPECT_FALSE(Tokenizer::from_json(json_text(json)));
}

}  // namespace
}  // namespace tunebench
