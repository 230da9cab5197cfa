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
    while (true) {
        const auto span = search.next();
        EXPECT_TRUE(span) << (span ? "" : span.error().message);
        if (!span || !*span)
            return found;
        found.emplace_back(text.substr((*span)->begin, (*span)->size()));
    }
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

// A class that PCRE2 has no class for ends and gives back where one that it has does.
TEST(RegularExpressionTest, RepeatedClassesOfSetLogicGiveBackAsOthersDo) {
    for (const std::size_t as : {0U, 1U, 15U, 16U, 17U, 32U, 40U})
        for (const std::size_t bs : {0U, 1U, 2U, 16U, 17U, 33U}) {
            const std::string text = std::string(as, 'a') + std::string(bs, 'b') + "c";
            EXPECT_EQ(matches("[a-z&&[^cx]]*[b-z&&[^c]]{2}", text), matches("[ab]*b{2}", text)) << text;
            EXPECT_EQ(matches("[a-z&&[^cx]]+[b-z&&[^c]]+c", text), matches("[ab]+b+c", text)) << text;
            EXPECT_EQ(matches("[b[^b-z]]*b", text), matches("[ab]*b", text)) << text;
            EXPECT_EQ(matches("[b[^b-z]]*?b", text), matches("[ab]*?b", text)) << text;
            EXPECT_EQ(matches("[b[^b-z]]++c", text), matches("[ab]++c", text)) << text;
            EXPECT_EQ(matches("[b[^b-z]]{1,3}+b", text), matches("[ab]+b", text)) << text;
            EXPECT_EQ(matches("[b[^b-z]]?+b", text), matches("[ab]?+b", text)) << text;
        }
}

// With something kept for every character the search would end early, and the rest be one word.
TEST(RegularExpressionTest, LongWordsAreOneMatch) {
    const auto sizes = [](std::string_view expression, std::string_view text) {
        std::vector<std::size_t> found;
        for (const auto& match : matches(expression, text))
            found.push_back(match.size());
        return found;
    };
    using Sizes = std::vector<std::size_t>;
    constexpr std::size_t kLong = std::size_t{1} << 20;
    const std::string capitals = std::string(kLong, 'A') + " b";
    EXPECT_EQ(sizes("[a-zA-Z&&[^x]]+", capitals), (Sizes{kLong, 1}));
    EXPECT_EQ(sizes("[^x&&[a-z]]+", capitals), (Sizes{kLong + 2}));
    EXPECT_EQ(sizes("[b[^a-z]]+", capitals), (Sizes{kLong + 2}));
    EXPECT_EQ(
        sizes(R"([\p{Lu}\p{Lo}&&[^\p{Han}]]*[\p{Ll}\p{Lo}&&[^\p{Han}]]+|[\p{Lu}&&[^\p{Han}]]+)", capitals),
        (Sizes{kLong, 1}));
    EXPECT_EQ(sizes(R"(\p{N}{1,3}+)", std::string(kLong, '1')), (Sizes{kLong}));
    EXPECT_EQ(sizes(R"(\p{L}+|\s+(?!\S)|\s+)", std::string(kLong, ' ') + "a"), (Sizes{kLong - 1, 1, 1}));
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

TEST(RegularExpressionTest, ExponentialSearchIsAnErrorAtItsLimits) {
    const auto compiled = RegularExpression::compile("(a+)+$");
    RegularExpression::Search search(*compiled, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
    const auto given_up = search.next();
    ASSERT_FALSE(given_up);
    EXPECT_EQ(given_up.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(given_up.error().message.find("(a+)+$"), std::string::npos) << given_up.error().message;
    EXPECT_FALSE(given_up.error().hint.empty());
    EXPECT_EQ(*search.next(), std::nullopt) << "and nothing is found from there on";
}

TEST(RegularExpressionTest, ALongExpressionIsShownByItsBeginning) {
    const auto compiled = RegularExpression::compile("(a+)+$|" + std::string(1'000, 'x'));
    const auto given_up =
        RegularExpression::Search(*compiled, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab").next();
    ASSERT_FALSE(given_up);
    EXPECT_LT(given_up.error().message.size(), 300U);
    EXPECT_NE(given_up.error().message.find("xxx…"), std::string::npos) << given_up.error().message;
}

}  // namespace
}  // namespace tunebench
