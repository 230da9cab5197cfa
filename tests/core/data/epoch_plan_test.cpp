#include "core/data/epoch_plan.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

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
