#include "core/data/validation_split.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

Examples numbered(std::int64_t count) {
    std::vector<Example> examples(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < examples.size(); ++i)
        examples[i].source_line = static_cast<std::int64_t>(i);
    return examples;
}

std::vector<std::int64_t> lines_of(const Examples& examples) {
    std::vector<std::int64_t> lines;
    for (const auto& example : examples)
        lines.push_back(example.source_line);
    return lines;
}

TEST(ValidationSplitTest, KeepsEveryExampleOnceAndInOrder) {
    Random random(1);
    for (int round = 0; round < 50; ++round) {
        const auto count = static_cast<std::int64_t>(random.below(200)) + 2;
        const double share = random.uniform();
        auto train = numbered(count);
        const auto validation = split_off(train, share, round);
        const auto expected =
            std::clamp<std::int64_t>(std::llround(share * static_cast<double>(count)), 1, count - 1);
        EXPECT_EQ(static_cast<std::int64_t>(validation.size()), expected);
        auto lines = lines_of(train);
        EXPECT_TRUE(std::ranges::is_sorted(lines));
        EXPECT_TRUE(std::ranges::is_sorted(lines_of(validation)));
        for (const auto line : lines_of(validation))
            lines.push_back(line);
        std::ranges::sort(lines);
        EXPECT_EQ(lines, lines_of(numbered(count)));
    }
}

TEST(ValidationSplitTest, DependsOnTheSeedAlone) {
    const auto set_aside = [](std::int64_t seed) {
        auto train = numbered(100);
        return lines_of(split_off(train, 0.1, seed));
    };
    EXPECT_EQ(set_aside(42), set_aside(42));
    EXPECT_NE(set_aside(42), set_aside(43));
}

// What was set aside must still be set aside when a run is resumed by a later version.
TEST(ValidationSplitTest, ChoiceOfAKnownSeedDoesNotChange) {
    auto train = numbered(20);
    EXPECT_EQ(lines_of(split_off(train, 0.2, 42)), (std::vector<std::int64_t>{7, 8, 14, 15}));
}

TEST(ValidationSplitTest, SetsNothingAsideWithoutAShareOrFromOneExample) {
    auto many = numbered(10);
    EXPECT_TRUE(split_off(many, 0.0, 1).empty());
    EXPECT_EQ(many.size(), 10U);
    auto one = numbered(1);
    EXPECT_TRUE(split_off(one, 0.5, 1).empty());
    EXPECT_EQ(one.size(), 1U);
}

TEST(ValidationSplitTest, LeavesAtLeastOneOnEachSide) {
    auto few = numbered(3);
    EXPECT_EQ(split_off(few, 0.001, 1).size(), 1U);
    auto all = numbered(3);
    EXPECT_EQ(split_off(all, 1.0, 1).size(), 2U);
    EXPECT_EQ(all.size(), 1U);
}

}  // namespace
}  // namespace tunebench
