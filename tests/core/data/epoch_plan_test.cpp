#include "core/data/epoch_plan.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

using Indices = std::vector<std::int32_t>;

std::vector<Indices> rows_of(const EpochPlan& plan) {
    std::vector<Indices> rows;
    for (std::int64_t r = 0; r < plan.rows(); ++r)
        rows.emplace_back(plan.row(r).begin(), plan.row(r).end());
    return rows;
}

TEST(EpochPlanTest, PutsEachExampleIntoTheFullestRowThatHasRoom) {
    // From the longest down: 7 opens a row, 6 another, 4 fits beside 6, 3 fills the first, 2 needs a third.
    const Indices lengths = {2, 3, 4, 6, 7};
    const auto plan = plan_epoch(lengths, {.batch_size = 2, .max_length = 10, .shuffle = false}, 0);
    EXPECT_EQ(rows_of(plan), (std::vector<Indices>{{4, 1}, {3, 2}, {0}}));
    EXPECT_EQ(plan.batch_starts, (Indices{0, 2, 3}));
    EXPECT_EQ(plan.batches(), 2);
}

TEST(EpochPlanTest, IsAFunctionOfSettingsAndEpoch) {
    Indices lengths(200);
    std::iota(lengths.begin(), lengths.end(), 1);
    for (const bool packing : {false, true}) {
        const SamplerSettings settings = {.batch_size = 3, .max_length = 256, .packing = packing};
        const auto plan = plan_epoch(lengths, settings, 5);
        EXPECT_EQ(plan_epoch(lengths, settings, 5).examples, plan.examples);
        EXPECT_NE(plan_epoch(lengths, settings, 6).examples, plan.examples);
    }
}

TEST(EpochPlanTest, DrawsAnewWhichExamplesOfLikeLengthShareARow) {
    const Indices lengths(64, 5);
    const auto sorted_rows = [&](std::int64_t epoch) {
        auto rows = rows_of(plan_epoch(lengths, {.max_length = 20}, epoch));
        for (auto& row : rows)
            std::ranges::sort(row);
        std::ranges::sort(rows);
        return rows;
    };
    EXPECT_EQ(sorted_rows(0).size(), 16U);
    EXPECT_NE(sorted_rows(0), sorted_rows(1));
}

/// FNV-1a of all numbers of a plan.
std::uint64_t mark_of(const EpochPlan& plan) {
    std::uint64_t mark = 14695981039346656037ULL;
    for (const auto* part : {&plan.examples, &plan.row_starts, &plan.batch_starts})
        for (const auto number : *part)
            mark = (mark ^ static_cast<std::uint32_t>(number)) * 1099511628211ULL;
    return mark;
}

// A run that an earlier version began is resumed with the same batches.
TEST(EpochPlanTest, PlansOfAKnownSeedDoNotChange) {
    Random random(2024);
    Indices lengths;
    for (int i = 0; i < 1000; ++i)
        lengths.push_back(static_cast<std::int32_t>(random.below(90)) + 1);
    const auto plan_of = [&](bool packing, bool grouped, bool shuffle) {
        return mark_of(plan_epoch(lengths,
                                  {.batch_size = 4,
                                   .max_length = 64,
                                   .packing = packing,
                                   .length_grouped = grouped,
                                   .shuffle = shuffle,
                                   .seed = 7},
                                  3));
    };
    EXPECT_EQ(plan_of(true, false, true), 0x385fabba107ced33ULL);
    EXPECT_EQ(plan_of(true, false, false), 0xa3ff7d303133866dULL);
    EXPECT_EQ(plan_of(false, false, true), 0x93b49359d8690dedULL);
    EXPECT_EQ(plan_of(false, false, false), 0xe96d002c0ffe60a1ULL);
    EXPECT_EQ(plan_of(false, true, true), 0x77478c30af000835ULL);
    EXPECT_EQ(plan_of(false, true, false), 0x4a8b800ac1a74695ULL);
}

TEST(EpochPlanTest, PlansNothingWithoutExamples) {
    for (const bool packing : {false, true}) {
        const auto plan = plan_epoch({}, {.packing = packing, .length_grouped = true}, 0);
        EXPECT_EQ(plan.batches(), 0);
        EXPECT_EQ(plan.rows(), 0);
    }
}

TEST(EpochPlanTest, TakesABatchSizeBelowOneAsOne) {
    const Indices lengths = {1, 2, 3};
    EXPECT_EQ(plan_epoch(lengths, {.batch_size = 0, .packing = false}, 0).batches(), 3);
}

TEST(EpochPlanTest, PacksManyExamplesIntoLongRows) {
    Indices lengths(20000);
    for (std::size_t i = 0; i < lengths.size(); ++i)
        lengths[i] = static_cast<std::int32_t>(i * 7919 % 997 + 1);
    const auto tokens = std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0});
    const auto plan = plan_epoch(lengths, {.max_length = 8192}, 0);
    EXPECT_EQ(plan.rows(), (tokens + 8191) / 8192);  // as few as can be
}

}  // namespace
}  // namespace tunebench
