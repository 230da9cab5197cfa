#include "core/text/tokenizer/added_tokens.h"

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

/// "text|[token]|text": what a matcher makes of a text.
std::string found(const AddedTokenMatcher& matcher, std::string_view text) {
    std::string result;
    matcher.for_each(text, [&](std::size_t begin, std::size_t end, const AddedToken* token) {
        const std::string part(text.substr(begin, end - begin));
        result += (result.empty() ? "" : "|") + (token ? "[" + part + "]" : part);
    });
    return result;
}

std::string found(const std::vector<AddedToken>& tokens, std::string_view text) {
    std::vector<std::string> texts;
    for (const AddedToken& token : tokens)
        texts.push_back(token.content);
    return found(AddedTokenMatcher(tokens, texts), text);
}

TEST(AddedTokensTest, TheLongestTokenCountsAtEveryPlace) {
    const std::vector<AddedToken> tokens = {
        {.id = 1, .content = "ab"}, {.id = 2, .content = "abcd"}, {.id = 3, .content = "bc"}};
    EXPECT_EQ(found(tokens, "xabcdabcx"), "x|[abcd]|[ab]|cx");
    EXPECT_EQ(found(tokens, "abc"), "[ab]|c");
    EXPECT_EQ(found(tokens, ""), "");
    EXPECT_EQ(found(tokens, "xyz"), "xyz");
}

TEST(AddedTokensTest, StrippingTokensTakeTheWhiteSpaceAround) {
    const std::vector<AddedToken> tokens = {{.id = 1, .content = "<l>", .lstrip = true},
                                            {.id = 2, .content = "<r>", .rstrip = true},
                                            {.id = 3, .content = "<n>"}};
    EXPECT_EQ(found(tokens, "a \u00A0<l> b"), "a|[ \u00A0<l>]| b");
    EXPECT_EQ(found(tokens, "a <r>\n\t b"), "a |[<r>\n\t ]|b");
    EXPECT_EQ(found(tokens, "<r> <l>"), "[<r> ]|[<l>]");
    EXPECT_EQ(found(tokens, "a <n> b"), "a |[<n>]| b");
}

TEST(AddedTokensTest, SingleWordsAreNoPartsOfWords) {
    const std::vector<AddedToken> tokens = {{.id = 1, .content = "cat", .single_word = true}};
    EXPECT_EQ(found(tokens, "cat concat cats cat-cat é_cat"), "[cat]| concat cats |[cat]|-|[cat]| é_cat");
}

TEST(AddedTokensTest, BytesOfOtherCharactersDoNotMatch) {
    EXPECT_EQ(found(std::vector<AddedToken>{{.id = 1, .content = "é"}}, "日é本"), "日|[é]|本");
}

Result<AddedTokens> added(std::string_view list, const Normalizer* normalizer = nullptr) {
    const Json json = parsed(R"({"added_tokens": )" + std::string(list) + "}");
    return AddedTokens::make(ComponentDescription(json, "tokenizer.json"), normalizer, 1000);
}

TEST(AddedTokensTest, NormalizedTokensAreLookedForNormalized) {
    const auto lowercase = made(&make_normalizer, R"({"type": "Lowercase"})");
    const auto tokens = added(R"([{"id": 1, "content": "ABC", "normalized": true},
                                  {"id": 2, "content": "XYZ", "normalized": false}])",
                              lowercase.get());
    ASSERT_TRUE(tokens);
    EXPECT_EQ(found(tokens->normalized(), "abc ABC"), "[abc]| ABC");
    EXPECT_EQ(found(tokens->plain(), "xyz XYZ"), "xyz |[XYZ]");
}

TEST(AddedTokensTest, LaterTokenOfTheSameContentCounts) {
    const auto tokens = added(R"([{"id": 1, "content": "a", "special": true}, {"id": 7, "content": "a"}])");
    ASSERT_TRUE(tokens);
    EXPECT_EQ(tokens->find("a")->id, 7);
    EXPECT_EQ(tokens->find(1)->content, "a");
    EXPECT_EQ(tokens->id_end(), 8);
}

TEST(AddedTokensTest, TokensWithoutContentOrUsableIdAreRefused) {
    for (const char* list : {R"([{"id": 1}])", R"([{"content": "a"}])", R"([{"id": -1, "content": "a"}])",
                             R"([{"id": 1001, "content": "a"}])", R"([{"id": 1e300, "content": "a"}])",
                             R"([{"id": "1", "content": "a"}])", "[3]", "{}"}) {
        const auto tokens = added(list);
        ASSERT_FALSE(tokens) << list;
        EXPECT_EQ(tokens.error().code, ErrorCode::Corrupt) << list;
    }
    EXPECT_TRUE(added("null"));
}

}  // namespace
}  // namespace tunebench
