#include "core/base/random.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench {

// kat_vectors of the authors' Random123 library, philox4x32 with 10 rounds.
TEST(RandomTest, PhiloxGivesThePublishedVectors) {
    using Block = std::array<std::uint32_t, 4>;
    EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
              (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(RandomTest, TheFirstNumbersOfASeedNeverChange) {
    Random random(0);
    EXPECT_EQ(random.next_u64(), 0xe169c58d6627e8d5U);
    EXPECT_EQ(random.next_u64(), 0x9b00dbd8bc57ac4cU);
    std::vector<int> order(8);
    std::iota(order.begin(), order.end(), 0);
    Random(42, 7).shuffle(std::span(order));
    EXPECT_EQ(order, (std::vector<int>{5, 6, 0, 2, 1, 7, 3, 4}));
}

TEST(RandomTest, ContinuesFromASavedStateAtAnyPoint) {
    Random random(123, 4);
    for (int i = 0; i < 7; ++i) {
        const RandomState state = random.state();
        Random copy(state);
        for (int j = 0; j < 5; ++j)
            EXPECT_EQ(copy.next_u64(),
                      Random(RandomState{123, 4, state.position + static_cast<std::uint64_t>(j)}).next_u64());
        static_cast<void>(random.next_u64());
    }
    EXPECT_EQ(random.state(), (RandomState{123, 4, 7}));
}

TEST(RandomTest, SeedsAndStreamsGiveOtherNumbers) {
    EXPECT_NE(Random(1).next_u64(), Random(2).next_u64());
    EXPECT_NE(Random(1, 0).next_u64(), Random(1, 1).next_u64());
    EXPECT_NE(Random(1, std::uint64_t{1} << 32).next_u64(), Random(1, 0).next_u64());
    EXPECT_NE(Random(std::uint64_t{1} << 32).next_u64(), Random(0).next_u64());
}

TEST(RandomTest, UniformFillsTheUnitIntervalEvenly) {
    Random random(5);
    std::array<int, 10> buckets = {};
    for (int i = 0; i < 100'000; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0.0);
        ASSERT_LT(value, 1.0);
        ++buckets[static_cast<std::size_t>(value * 10)];
    }
    for (const int count : buckets)
        EXPECT_NEAR(count, 10'000, 400);  // 4 standard deviations
}

TEST(RandomTest, BelowStaysBelowAndIsUnbiased) {
    Random random(6);
    std::map<std::uint64_t, int> counts;
    for (int i = 0; i < 70'000; ++i)
        ++counts[random.below(7)];
    ASSERT_EQ(counts.size(), 7U);
    EXPECT_EQ(counts.rbegin()->first, 6U);
    for (const auto& [value, count] : counts)
        EXPECT_NEAR(count, 10'000, 400) << value;
    EXPECT_EQ(random.below(0), 0U);
    EXPECT_EQ(random.below(1), 0U);
    // Two thirds of 2^64: without the second draw the lower half would come twice as often as the upper.
    const std::uint64_t n = 0xAAAAAAAAAAAAAAAAU;
    int low = 0;
    for (int i = 0; i < 30'000; ++i)
        low += random.below(n) < n / 2 ? 1 : 0;
    EXPECT_NEAR(low, 15'000, 400);
}

TEST(RandomTest, ShuffleGivesEveryOrderEquallyOften) {
    Random random(7);
    std::map<std::vector<int>, int> counts;
    for (int i = 0; i < 24'000; ++i) {
        std::vector<int> values = {0, 1, 2, 3};
        random.shuffle(std::span(values));
        ++counts[values];
    }
    ASSERT_EQ(counts.size(), 24U);
    for (const auto& [order, count] : counts)
        EXPECT_NEAR(count, 1000, 140);
}

TEST(RandomTest, ShuffleTakesShortSpans) {
    Random random(8);
    std::vector<int> none;
    random.shuffle(std::span(none));
    std::vector<int> one = {3};
    random.shuffle(std::span(one));
    EXPECT_EQ(one, std::vector<int>{3});
    EXPECT_EQ(random.state().position, 0U) << "nothing to choose, nothing drawn";
}

}  // namespace tunebench
