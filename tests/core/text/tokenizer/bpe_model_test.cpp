#include "core/text/tokenizer/bpe_model.h"

#include <thread>

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

/// A model with the letters a to e and these further tokens.
std::string model_text(const std::string& tokens, const std::string& merges,
                       const std::string& options = "") {
    std::string vocabulary = R"("a": 0, "b": 1, "c": 2, "d": 3, "e": 4)";
    return R"({"type": "BPE", "vocab": {)" + vocabulary + tokens + R"(}, "merges": )" + merges + options +
           "}";
}

std::vector<std::int32_t> ids(const TokenModel& model, std::string_view word) {
    std::vector<ModelToken> tokens;
    model.tokenize(word, tokens);
    std::vector<std::int32_t> result;
    std::size_t length = 0;
    for (const ModelToken& token : tokens) {
        result.push_back(token.id);
        length += token.length;
    }
    EXPECT_TRUE(tokens.empty() || length == word.size()) << word;
    return result;
}

std::vector<std::int32_t> ids(const std::string& model, std::string_view word) {
    const auto made_model = made(&make_token_model, model);
    const auto first = ids(*made_model, word);
    EXPECT_EQ(ids(*made_model, word), first) << "a second time, from the cache";
    return first;
}

using Ids = std::vector<std::int32_t>;

TEST(BpeModelTest, MergesInTheOrderOfTheFile) {
    const std::string tokens = R"(, "ab": 5, "bc": 6, "abc": 7)";
    EXPECT_EQ(ids(model_text(tokens, R"(["b c", "a b", "a bc"])"), "abc"), (Ids{7}));
    EXPECT_EQ(ids(model_text(tokens, R"([["a", "b"], ["b", "c"]])"), "abc"), (Ids{5, 2}));
    EXPECT_EQ(ids(model_text(tokens, R"(["#version: 0.2", "a b"])"), "ab"), (Ids{5}));
}

TEST(BpeModelTest, MergesMayHoldSpacesAsPairs) {
    EXPECT_EQ(ids(model_text(R"(, " ": 5, "a ": 6)", R"([["a", " "]])"), "a b"), (Ids{6, 1}));
}

TEST(BpeModelTest, IgnoreMergesTakesWholeWordsOfTheVocabulary) {
    const std::string tokens = R"(, "abc": 5)";
    EXPECT_EQ(ids(model_text(tokens, "[]", R"(, "ignore_merges": true)"), "abc"), (Ids{5}));
    EXPECT_EQ(ids(model_text(tokens, "[]", R"(, "ignore_merges": false)"), "abc"), (Ids{0, 1, 2}));
    EXPECT_EQ(ids(model_text(tokens, "[]", R"(, "ignore_merges": true)"), "abcd"), (Ids{0, 1, 2, 3}));
}

TEST(BpeModelTest, UnknownCharactersAreOneTokenEachOrFused) {
    const std::string unknown = R"(, "unk_token": "<u>")";
    EXPECT_EQ(ids(model_text(R"(, "<u>": 9)", "[]", unknown), "axéb"), (Ids{0, 9, 9, 1}));
    EXPECT_EQ(ids(model_text(R"(, "<u>": 9)", "[]", unknown + R"(, "fuse_unk": true)"), "axéb"),
              (Ids{0, 9, 1}));
    EXPECT_EQ(ids(model_text("", "[]"), "axb"), (Ids{0, 1}));
    EXPECT_EQ(ids(model_text("", "[]"), "xa"), (Ids{0}));
    EXPECT_EQ(ids(model_text("", "[]"), "x"), Ids{});
}

TEST(BpeModelTest, WithoutAnUnknownTokenCharactersAreDroppedOrHaveNone) {
    EXPECT_EQ(ids(model_text(R"(, "": 5)", "[]", R"(, "unk_token": null)"), "axb"), (Ids{0, 1}));
    EXPECT_EQ(ids(model_text("", "[]", R"(, "unk_token": "<u>")"), "axyb"), (Ids{0, kNoToken, kNoToken, 1}));
    EXPECT_EQ(ids(model_text("", "[]", R"(, "unk_token": "<u>", "fuse_unk": true)"), "axyb"),
              (Ids{0, kNoToken, 1}));
}

TEST(BpeModelTest, CharactersOfTheByteAlphabetAndBeyondAreFound) {
    const std::string tokens = R"(, "Ġ": 5, "ǿ": 6, "Ȁ": 7, "日": 8, "Ġ日": 9)";
    EXPECT_EQ(ids(model_text(tokens, R"(["Ġ 日"])"), "aĠǿȀ日Ġ日"), (Ids{0, 5, 6, 7, 8, 9}));
    const std::string prefixed =
        model_text(R"(, "##a": 5, "##日": 6)", "[]", R"(, "continuing_subword_prefix": "##")");
    EXPECT_EQ(ids(prefixed, "aa日"), (Ids{0, 5, 6}));
}

TEST(BpeModelTest, ByteFallbackNeedsATokenForEveryByte) {
    const std::string options = R"(, "unk_token": "<u>", "byte_fallback": true)";
    EXPECT_EQ(ids(model_text(R"(, "<u>": 9, "<0xC3>": 10, "<0xA9>": 11)", "[]", options), "aéb"),
              (Ids{0, 10, 11, 1}));
    EXPECT_EQ(ids(model_text(R"(, "<u>": 9, "<0xC3>": 10)", "[]", options), "aéb"), (Ids{0, 9, 1}));
}

TEST(BpeModelTest, PrefixAndSuffixMarkThePlaceInTheWord) {
    EXPECT_EQ(ids(model_text(R"(, "##b": 5, "##c": 6, "##bc": 7, "abc": 8)", R"(["##b ##c", "a ##bc"])",
                             R"(, "continuing_subword_prefix": "##")"),
                  "abc"),
              (Ids{8}));
    EXPECT_EQ(
        ids(model_text(R"(, "b</w>": 5, "ab</w>": 6)", R"(["a b</w>"])", R"(, "end_of_word_suffix": "</w>")"),
            "ab"),
        (Ids{6}));
}

TEST(BpeModelTest, CutsAtVisibleSpacesOnlyWhereNoMergeCrosses) {
    const std::string tokens = R"(, "▁": 5, "▁a": 6, "▁▁": 7, "b▁": 8)";
    EXPECT_EQ(ids(model_text(tokens, R"(["▁ a", "▁ ▁"])"), "▁a▁▁b▁a"), (Ids{6, 7, 1, 6}));
    EXPECT_EQ(ids(model_text(tokens, R"(["b ▁", "▁ a"])"), "b▁a"), (Ids{8, 0}));
}

TEST(BpeModelTest, MergesOfUnknownTokensAreRefusedByName) {
    for (const char* merges : {R"(["a x"])", R"(["x a"])", R"(["a b"])", R"([["a", "b"]])"}) {
        const Error error = refusal(&make_token_model, model_text("", merges));
        EXPECT_EQ(error.code, ErrorCode::Corrupt);
        EXPECT_NE(error.message.find("merges[0]"), std::string::npos) << error.message;
    }
    EXPECT_NE(refusal(&make_token_model, model_text("", R"(["a b"])")).message.find("\"ab\""),
              std::string::npos);
}

TEST(BpeModelTest, MalformedMembersAreRefused) {
    for (const char* merges :
         {R"(["ab"])", R"(["a b c"])", R"([["a"]])", R"([["a", 1]])", "[1]", "{}", "null"})
        EXPECT_EQ(refusal(&make_token_model, model_text("", merges)).code, ErrorCode::Corrupt) << merges;
    EXPECT_EQ(refusal(&make_token_model, R"({"type": "BPE", "merges": []})").code, ErrorCode::Corrupt);
    EXPECT_EQ(refusal(&make_token_model, R"({"type": "WordSalad", "vocab": {}})").code,
              ErrorCode::Unsupported);
}

TEST(BpeModelTest, ThreadsShareOneModel) {
    const auto model = made(&make_token_model, model_text(R"(, "ab": 5)", R"(["a b"])"));
    const auto work = [&] {
        for (int i = 0; i < 2000; ++i) {
            const std::string word = "ab" + std::string(static_cast<std::size_t>(i % 50), 'c');
            EXPECT_EQ(ids(*model, word).size(), 1 + static_cast<std::size_t>(i % 50));
        }
    };
    std::thread other(work);
    work();
    other.join();
}

}  // namespace
}  // namespace tunebench
