#include "core/text/tokenizer/regular_expression.h"

#include <vector>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::vector<std::string> matches(std::string_view expression, std::string_view text) {
    const auto compiled = RegularExpression::compile(expression);
    EXPECT_TRUE(compiled) << (compiled ? "" : compiled.error().message);
    if (!compiled)
        return {};
    std::vector<std::string> found;
    RegularExpression::Search search(*compiled, text);
    while (const auto span = search.next())
        found.emplace_back(text.substr(span->begin, span->size()));
    return found;
}

using Texts = std::vector<std::string>;

TEST(RegularExpressionTest, FindsMatchesFrontToBack) {
    EXPECT_EQ(matches(R"(\p{L}+|\p{N})", "añ12 b"), (Texts{"añ", "1", "2", "b"}));
    EXPECT_EQ(matches("a*", "baa"), (Texts{"", "aa", ""}));
    EXPECT_EQ(matches("x", ""), Texts{});
    EXPECT_EQ(matches("^a$", "a\nb\na"), (Texts{"a", "a"}));
}

TEST(RegularExpressionTest, ClassesFollowUnicodePropertiesAsOnigurumaDoes) {
    EXPECT_EQ(matches(R"(\s)", "a\u180E \u0085"), (Texts{" ", "\u0085"}));  // U+180E is no white space
    EXPECT_EQ(matches(R"([^\s]+)", "ab c"), (Texts{"ab", "c"}));
    EXPECT_EQ(matches(R"(\w+)", "e\u0301_ⓐ-"), (Texts{"e\u0301_ⓐ"}));
    EXPECT_EQ(matches(R"(\h+)", "xAf09g"), (Texts{"Af09"}));
    EXPECT_EQ(matches(R"([\h\-]+)", "g0-f"), (Texts{"0-f"}));
    EXPECT_EQ(matches("[a[bc]]+", "xabcd"), (Texts{"abc"}));
    EXPECT_EQ(matches("[[:alpha:]]+", "aⓐ1"), (Texts{"aⓐ"}));
}

TEST(RegularExpressionTest, PlusAfterAnIntervalRepeatsIt) {
    EXPECT_EQ(matches(R"(\p{N}{1,3}+)", "12345 6"), (Texts{"12345", "6"}));
    EXPECT_EQ(matches(R"((?:ab){2}+)", "ababababab"), (Texts{"abababab"}));
    EXPECT_EQ(matches(R"(\p{N}{1,3})", "12345"), (Texts{"123", "45"}));
    EXPECT_EQ(matches("a++b", "aab"), (Texts{"aab"}));  // possessive in both
}

TEST(RegularExpressionTest, ClassesAreIntersectedAndHoldNegatedOnes) {
    EXPECT_EQ(matches("[a-z&&[^bx]]+", "abcx1"), (Texts{"a", "c"}));
    EXPECT_EQ(matches("[^a-f&&[^b]]+", "abcgbh"), (Texts{"b", "gbh"}));
    EXPECT_EQ(matches("[a-m&&h-z&&[^k]]+", "ghjkmn"), (Texts{"hj", "m"}));
    EXPECT_EQ(matches("[b[^a-z]]+", "ab1c!"), (Texts{"b1", "!"}));
    EXPECT_EQ(matches("[^b[^a-z]]+", "ab1c!"), (Texts{"a", "c"}));
    EXPECT_EQ(matches(R"([a\W]+)", "ba -b"), (Texts{"a -"}));
    EXPECT_EQ(matches(R"([^\H]+)", "xa9"), (Texts{"a9"}));
    EXPECT_EQ(matches(R"([]^&&[^a]]+)", "]^a"), (Texts{"]^"}));
    EXPECT_EQ(matches("[[:alpha:]&&[^b]]{2}+", "aacab1"), (Texts{"aaca"}));
    // As Kimi cuts its words: letters of other scripts than Chinese, the small ones last.
    EXPECT_EQ(matches(R"([\p{Lu}\p{Lo}&&[^\p{Han}]]*[\p{Ll}\p{Lo}&&[^\p{Han}]]+|[\p{Han}]+)", "HTmlÑ日本aбЖ"),
              (Texts{"HTml", "日本", "aб"}));
}

TEST(RegularExpressionTest, AHyphenBehindAClassStandsForItself) {
    EXPECT_EQ(matches("[a[x]-c]+", "ab-c"), (Texts{"a", "-c"}));
    EXPECT_EQ(matches("[a[^\\w]-c]+", "ab-c"), (Texts{"a", "-c"}));
    EXPECT_EQ(matches(R"([a\W-c]+)", "ab-c!"), (Texts{"a", "-c!"}));
    EXPECT_EQ(matches("[a-c&&[b]-]+", "ab-"), (Texts{"b"}));
}

TEST(RegularExpressionTest, WhatCannotBeTranslatedIsUnsupported) {
    for (const char* expression : {"[a-z&&]", "[&&a]", "[a&&&&b]"})
        EXPECT_EQ(RegularExpression::compile(expression).error().code, ErrorCode::Unsupported) << expression;
}

TEST(RegularExpressionTest, BrokenExpressionsAreRefusedWithTheirPlace) {
    for (const char* expression : {"(", "[a", "[a&&[^b]", "a{2,1}", R"(\)", "(?<n", "*"}) {
        const auto compiled = RegularExpression::compile(expression);
        ASSERT_FALSE(compiled) << expression;
        EXPECT_EQ(compiled.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(compiled.error().message.find(expression), std::string::npos);
    }
}

TEST(RegularExpressionTest, ExponentialSearchEndsAtItsLimits) {
    EXPECT_EQ(matches("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), Texts{});
}

}  // namespace
}  // namespace tunebench
