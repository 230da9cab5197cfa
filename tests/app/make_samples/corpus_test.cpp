#include "app/make_samples/corpus.h"

#include <gtest/gtest.h>

#include "app/make_samples/place.h"
#include "app/make_samples/rules/rules.h"

namespace tunebench {
namespace {

Grammar town_grammar() {
    const auto rules = all_rules();
    auto grammar = Grammar::parse(rules, place_bindings());
    EXPECT_TRUE(grammar) << grammar.error().message;
    return *std::move(grammar);
}

TEST(CorpusTest, LeavesOutExcludedPlaces) {
    const auto grammar = town_grammar();
    const std::string kept = "Blue Lantern";
    CorpusExclusions exclusions;
    for (const auto& name : grammar.alternatives("place_name"))
        for (const auto& kind : grammar.alternatives("place_kind"))
            for (const auto& street : grammar.alternatives("street_name"))
                if (name != kept)
                    exclusions.places.insert(identity_of({.name = name, .kind = kind, .street = street}));
    Random random(3);
    const auto text = join_documents(make_documents(grammar, 100'000, exclusions, random));
    for (const auto& name : grammar.alternatives("place_name"))
        for (const auto* key : {"name: ", "name = ", "Name: "})
            EXPECT_EQ(text.find(key + name) != std::string::npos, name == kept) << key << name;
}

TEST(CorpusTest, LeavesOutExcludedDocuments) {
    const auto grammar = town_grammar();
    Random random(3);
    const auto first = make_documents(grammar, 20'000, {}, random);
    const CorpusExclusions exclusions = {.documents = {first.begin(), first.end()}};
    Random again(3);
    for (const auto& document : make_documents(grammar, 20'000, exclusions, again))
        EXPECT_FALSE(exclusions.documents.contains(document)) << document;
}

TEST(CorpusTest, LeavesNothingOfTheNotationInTheText) {
    const auto grammar = town_grammar();
    Random random(3);
    const auto text = join_documents(make_documents(grammar, 2'000'000, {}, random));
    EXPECT_EQ(text.find_first_of("{}~|\\"), std::string::npos);
}

TEST(CorpusTest, PartsDocumentsByAnEmptyLine) {
    EXPECT_EQ(join_documents({"One.", "Two.\nMore."}), "One.\n\nTwo.\nMore.\n");
}

}  // namespace
}  // namespace tunebench
