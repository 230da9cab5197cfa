#include "app/make_samples/attribute_check.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

const std::vector<Attribute> kInn = {
    {"name", "Blue Lantern"}, {"kind", "inn"}, {"street", "Elm Lane"}, {"known for", "hot soup"}};

TEST(AttributeCheckTest, WritesAPromptThatItReadsBack) {
    const auto prompt = describe_prompt(kInn);
    EXPECT_EQ(prompt,
              "Describe: name = Blue Lantern; kind = inn; street = Elm Lane; known for = hot soup\nAnswer:");
    EXPECT_EQ(attributes_of(prompt), kInn);
}

TEST(AttributeCheckTest, ReadsNothingFromOtherText) {
    for (const auto* text : {"", "Describe: ", "Describe: name\nAnswer:", "name = Blue Lantern\nAnswer:",
                             "Describe: name = Blue Lantern", "Describe: \nAnswer:"})
        EXPECT_TRUE(attributes_of(text).empty()) << text;
}

TEST(AttributeCheckTest, WantsEveryValue) {
    EXPECT_TRUE(attributes_in(" The Blue Lantern is an inn on Elm Lane, known for hot soup.", kInn));
    EXPECT_TRUE(attributes_in("If you like HOT SOUP: blue lantern, Elm Lane, an inn", kInn));
    EXPECT_FALSE(attributes_in(" The Blue Lantern is an inn on Elm Lane.", kInn));
    EXPECT_FALSE(attributes_in(" The Blue Lantern is an inn on Mill Road, known for hot soup.", kInn));
    EXPECT_FALSE(attributes_in("", kInn));
}

TEST(AttributeCheckTest, WantsWholeWords) {
    EXPECT_FALSE(attributes_in("The Blue Lantern is no winner on Elm Lane, known for hot soup.", kInn));
    EXPECT_FALSE(attributes_in("The Blue Lanterns are an inn on Elm Lane, known for hot soup.", kInn));
    EXPECT_TRUE(attributes_in("The winner is an inn: Blue Lantern, Elm Lane, hot soup", kInn));
}

TEST(AttributeCheckTest, ReadsTheFirstLineOnly) {
    EXPECT_FALSE(attributes_in("The Blue Lantern is an inn\non Elm Lane, known for hot soup.", kInn));
    EXPECT_TRUE(attributes_in("\n The Blue Lantern is an inn on Elm Lane, known for hot soup.\nMore", kInn));
}

TEST(AttributeCheckTest, TakesTheListOfThePromptForNoAnswer) {
    EXPECT_FALSE(
        attributes_in("name = Blue Lantern; kind = inn; street = Elm Lane; known for = hot soup", kInn));
}

}  // namespace
}  // namespace tunebench
