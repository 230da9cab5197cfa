#include "core/data/weights.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::vector<Example> examples_of(std::initializer_list<int> counts) {
    std::vector<Example> examples;
    std::int32_t file = 0;
    for (const int count : counts) {
        for (int line = 1; line <= count; ++line)
            examples.push_back({.source_line = line, .source_file = file});
        ++file;
    }
    return examples;
}

std::int64_t count_of(const std::vector<Example>& examples, std::int32_t file) {
    return std::ranges::count(examples, file, &Example::source_file);
}

TEST(WeightsTest, OneChangesNothing) {
    auto examples = examples_of({5, 3});
    const auto before = examples;
    apply_weights(examples, std::vector<double>{1.0, 1.0}, 42);
    EXPECT_EQ(examples, before);
}

TEST(WeightsTest, EveryFileHasItsOwn) {
    auto examples = examples_of({10, 10, 10, 1});
    apply_weights(examples, std::vector<double>{1.0, 2.5, 0.25, 0.001}, 42);
    EXPECT_EQ(count_of(examples, 0), 10);
    EXPECT_EQ(count_of(examples, 1), 25);
    EXPECT_EQ(count_of(examples, 2), 3);
    EXPECT_EQ(count_of(examples, 3), 1);
    EXPECT_TRUE(std::ranges::is_sorted(examples, {}, &Example::source_file));
}

TEST(WeightsTest, WhichExamplesStayDependsOnTheSeed) {
    const auto chosen = [](std::int64_t seed) {
        auto examples = examples_of({1000});
        apply_weights(examples, std::vector<double>{0.5}, seed);
        return examples;
    };
    EXPECT_EQ(chosen(1), chosen(1));
    EXPECT_NE(chosen(1), chosen(2));
    EXPECT_EQ(chosen(1).size(), 500U);
    EXPECT_TRUE(std::ranges::is_sorted(chosen(1), {}, &Example::source_line)) << "the order stays";
}

}  // namespace
}  // namespace tunebench
