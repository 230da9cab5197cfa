#include "core/data/weights.h"

#include <algorithm>
#include <numeric>

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

/// What is left of the examples, where every entry is a file.
std::vector<Example> weighted(const std::vector<Example>& examples, const std::vector<double>& weights,
                              std::int64_t seed) {
    Examples left = examples;
    std::vector<std::int32_t> entry_of(weights.size());
    std::iota(entry_of.begin(), entry_of.end(), 0);
    apply_weights(left, entry_of, weights, seed);
    return {left.begin(), left.end()};
}

std::int64_t count_of(const std::vector<Example>& examples, std::int32_t file) {
    return std::ranges::count(examples, file, &Example::source_file);
}

TEST(WeightsTest, OneChangesNothing) {
    const auto examples = examples_of({5, 3});
    EXPECT_EQ(weighted(examples, {1.0, 1.0}, 42), examples);
}

TEST(WeightsTest, EveryFileHasItsOwn) {
    const auto examples = weighted(examples_of({10, 10, 10, 1}), {1.0, 2.5, 0.25, 0.001}, 42);
    EXPECT_EQ(count_of(examples, 0), 10);
    EXPECT_EQ(count_of(examples, 1), 25);
    EXPECT_EQ(count_of(examples, 2), 3);
    EXPECT_EQ(count_of(examples, 3), 1);
    EXPECT_TRUE(std::ranges::is_sorted(examples, {}, &Example::source_file));
}

TEST(WeightsTest, TheFilesOfAFolderShareOne) {
    Examples examples = examples_of({1, 1, 1, 1, 1, 1, 1, 1, 4});
    const std::vector<std::int32_t> entry_of = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    apply_weights(examples, entry_of, std::vector<double>{0.25, 0.5}, 42);
    const std::vector<Example> left(examples.begin(), examples.end());
    EXPECT_EQ(left.size(), 2U + 2U);
    EXPECT_EQ(count_of(left, 8), 2);
}

TEST(WeightsTest, WhichExamplesStayDependsOnTheSeed) {
    const auto chosen = [](std::int64_t seed) { return weighted(examples_of({1000}), {0.5}, seed); };
    EXPECT_EQ(chosen(1), chosen(1));
    EXPECT_NE(chosen(1), chosen(2));
    EXPECT_EQ(chosen(1).size(), 500U);
    EXPECT_TRUE(std::ranges::is_sorted(chosen(1), {}, &Example::source_line)) << "the order stays";
}

}  // namespace
}  // namespace tunebench
