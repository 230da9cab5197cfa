#include "app/make_samples/grammar.h"

#include <array>
#include <set>

#include <gtest/gtest.h>

#include "app/make_samples/place.h"
#include "app/make_samples/rules/rules.h"

namespace tunebench {
namespace {

constexpr std::string_view kWords = R"(
woman: Ida
man: Max
person: {woman} | {man}
animal: owl | cat
meeting: {hero:person} saw {friend:person}. {^hero.he} liked {hero.his} friend.
    | {hero:person} had a~ {animal}.
)";

Result<Grammar> parse(std::string_view text, std::string_view given = "given") {
    return Grammar::parse(std::array{text}, std::array{given});
}

std::string expand(const Grammar& grammar, std::string_view text, std::uint64_t seed) {
    Bindings bindings;
    Random random(seed);
    return grammar.expand(text, bindings, random);
}

TEST(GrammarTest, ReplacesSymbolsByOneOfTheirAlternatives) {
    const auto grammar = parse(kWords);
    ASSERT_TRUE(grammar);
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        seen.insert(expand(*grammar, "a~ {animal}", seed));
    EXPECT_EQ(seen, (std::set<std::string>{"an owl", "a cat"}));
}

TEST(GrammarTest, RemembersNamesAndGivesThemPronouns) {
    const auto grammar = parse(kWords);
    ASSERT_TRUE(grammar);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto text = expand(*grammar, "{hero:person} and {hero}: {^hero.he} fed {hero.his} cat.", seed);
        EXPECT_TRUE(text == "Ida and Ida: She fed her cat." || text == "Max and Max: He fed his cat.")
            << text;
    }
}

TEST(GrammarTest, GivesDifferentPersonsDifferentNames) {
    const auto grammar = parse(kWords);
    ASSERT_TRUE(grammar);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto text = expand(*grammar, "{hero:person} {friend:person}", seed);
        EXPECT_TRUE(text == "Ida Max" || text == "Max Ida") << text;
    }
}

TEST(GrammarTest, GivesTheSameTextForTheSameSeed) {
    const auto grammar = parse(kWords);
    ASSERT_TRUE(grammar);
    EXPECT_EQ(expand(*grammar, "{meeting}", 7), expand(*grammar, "{meeting}", 7));
}

TEST(GrammarTest, RefusesReferencesToNothing) {
    const auto grammar = parse("greeting: Hello {nobody}");
    ASSERT_FALSE(grammar);
    EXPECT_NE(grammar.error().message.find("nobody"), std::string::npos) << grammar.error().message;
    EXPECT_TRUE(parse("greeting: Hello {given}"));
}

TEST(GrammarTest, RefusesTwoRulesForOneSymbolAndLinesThatAreNoRules) {
    EXPECT_FALSE(parse("a: x\na: y"));
    EXPECT_FALSE(parse("no rule here"));
}

TEST(GrammarTest, LeavesNothingInBracesInAnyRuleOfTheTown) {
    const auto rules = all_rules();
    const auto grammar = Grammar::parse(rules, place_bindings());
    ASSERT_TRUE(grammar) << grammar.error().message;
    for (const auto& symbol : grammar->symbols()) {
        const bool whole = symbol.starts_with("story_") || symbol.starts_with("fact_") ||
                           symbol.starts_with("guest_") || symbol.starts_with("describe_") ||
                           symbol.ends_with("_point");
        if (!whole)
            continue;
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            Random random(seed);
            auto bindings = bindings_of(random_place(*grammar, random));
            const auto text = grammar->expand("{" + symbol + "}", bindings, random);
            EXPECT_EQ(text.find_first_of("{}~|"), std::string::npos) << symbol << ": " << text;
        }
    }
}

}  // namespace
}  // namespace tunebench
