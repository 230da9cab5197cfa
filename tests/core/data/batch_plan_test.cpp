#include "core/data/batch_plan.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

BudgetSection budget(double epochs, std::int64_t steps = 0, std::int64_t tokens = 0,
                     std::int64_t accumulation = 1) {
    BudgetSection section;
    section.epochs = epochs;
    section.steps = steps;
    section.tokens = tokens;
    section.accumulation = accumulation;
    return section;
}

constexpr EpochSize kTen = {.batches = 10, .tokens = 1000};

TEST(BatchPlanTest, CountsWholeAndFractionalEpochs) {
    EXPECT_EQ(total_steps(budget(3), kTen), 30);
    EXPECT_EQ(total_steps(budget(0.5), {.batches = 3, .tokens = 30}), 2);
    EXPECT_EQ(total_steps(budget(0.1), {.batches = 30, .tokens = 30}), 3);  // 0.1 · 30 is a hair above 3
    EXPECT_EQ(total_steps(budget(0.001), kTen), 1);
}

TEST(BatchPlanTest, AccumulatesAcrossTheEndOfAnEpoch) {
    EXPECT_EQ(plan_batches(budget(3, 0, 0, 4), kTen), (BatchPlan{.steps = 8, .batches = 30}));
    EXPECT_EQ(plan_batches(budget(2, 0, 0, 4), kTen), (BatchPlan{.steps = 5, .batches = 20}));
    EXPECT_EQ(plan_batches(budget(1, 0, 0, 100), kTen), (BatchPlan{.steps = 1, .batches = 10}));
}

TEST(BatchPlanTest, WhatIsLeftIsTheShorterOfStepsAndClock) {
    EXPECT_EQ(remaining_seconds(budget(3), 50.0, 70.0), 70.0);
    auto timed = budget(3);
    timed.minutes = 2.0;
    EXPECT_EQ(remaining_seconds(timed, 20.0, 70.0), 70.0);
    EXPECT_EQ(remaining_seconds(timed, 80.0, 70.0), 40.0);
    EXPECT_EQ(remaining_seconds(timed, 80.0, {}), 40.0) << "the clock alone ends it";
    EXPECT_EQ(remaining_seconds(timed, 130.0, {}), 0.0);
}

TEST(BatchPlanTest, EndsAtTheFirstLimit) {
    EXPECT_EQ(total_steps(budget(3, 12), kTen), 12);
    EXPECT_EQ(total_steps(budget(1, 12), kTen), 10);
    EXPECT_EQ(total_steps(budget(3, 12, 500), kTen), 5);
    EXPECT_EQ(total_steps(budget(3, 4, 500), kTen), 4);
    EXPECT_EQ(plan_batches(budget(3, 5, 0, 2), kTen), (BatchPlan{.steps = 5, .batches = 10}));
}

TEST(BatchPlanTest, TakesStepsOrTokensAlone) {
    EXPECT_EQ(total_steps(budget(0, 1000), kTen), 1000);
    EXPECT_EQ(total_steps(budget(0, 0, 2550), kTen), 26);
}

TEST(BatchPlanTest, TheLastStepTakesTheRest) {
    const BatchPlan plan{.steps = 4, .batches = 10};
    EXPECT_EQ(batches_of_step(plan, 1, 3), 3);
    EXPECT_EQ(batches_of_step(plan, 3, 3), 3);
    EXPECT_EQ(batches_of_step(plan, 4, 3), 1);
    EXPECT_EQ(batches_of_step({}, 1, 3), 3) << "without a last step";
}

TEST(BatchPlanTest, PlansNothingWithoutALimitOrData) {
    EXPECT_EQ(total_steps(budget(0), kTen), 0);
    EXPECT_EQ(total_steps(budget(3, 5), {}), 0);
    auto minutes = budget(0);
    minutes.minutes = 5;
    EXPECT_EQ(total_steps(minutes, kTen), 0);
}

TEST(BatchPlanTest, SurvivesAbsurdLimits) {
    EXPECT_GT(total_steps(budget(1e300), kTen), 0);
    EXPECT_GT(total_steps(budget(1e300, INT64_MAX, INT64_MAX, INT64_MAX), kTen), 0);
    EXPECT_EQ(total_steps(budget(1, INT64_MAX, INT64_MAX, 1), kTen), 10);
}

}  // namespace
}  // namespace tunebench
