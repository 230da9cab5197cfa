#include "core/study/statistics/paired_comparison.h"

#include <cmath>
#include <ctime>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

LossMatrix random_losses(std::size_t seeds, std::size_t examples, std::uint64_t stream, double shift) {
    Random random(5, stream);
    LossMatrix losses(seeds, examples);
    for (std::size_t seed = 0; seed < seeds; ++seed)
        for (std::size_t example = 0; example < examples; ++example)
            losses.row(seed)[example] =
                1.0 + 0.1 * static_cast<double>(example % 7) + 0.2 * random.uniform() - shift;
    return losses;
}

TEST(PairedComparisonTest, IdenticalMethodsShowNoDifference) {
    const auto losses = random_losses(3, 40, 1, 0.0);
    const auto comparison = compare_with_baseline(losses, {losses}).front();
    EXPECT_EQ(comparison.difference.mean, 0.0);
    EXPECT_EQ(comparison.p_value, 1.0);
    EXPECT_EQ(comparison.share_better, 0.5);
    EXPECT_EQ(comparison.effect_size, 0.0);
    EXPECT_EQ(comparison.verdict, Difference::NotShown);
}

TEST(PairedComparisonTest, WhatIsBetterEverywhereIsFound) {
    const auto baseline = random_losses(3, 200, 1, 0.0);
    const auto comparisons =
        compare_with_baseline(baseline, {random_losses(3, 200, 2, 0.3), random_losses(3, 200, 3, -0.3)});
    EXPECT_EQ(comparisons[0].verdict, Difference::Better);
    EXPECT_EQ(comparisons[1].verdict, Difference::Worse);
    EXPECT_GT(comparisons[0].share_better, 0.99);
    EXPECT_LT(comparisons[0].effect_size, -1.0);
}

TEST(PairedComparisonTest, EffectSizeAndShareAreThoseOfTheExamplesMeans) {
    LossMatrix baseline(2, 4), method(2, 4);
    const double differences[] = {-0.3, -0.1, 0.0, 0.2};  // of the means; ± 0.05 a seed
    for (std::size_t example = 0; example < 4; ++example) {
        method.row(0)[example] = differences[example] + 0.05;
        method.row(1)[example] = differences[example] - 0.05;
    }
    const auto comparison = compare_with_baseline(baseline, {method}).front();
    EXPECT_NEAR(comparison.difference.mean, -0.05, 1e-15);
    // mean -0.05; squares of the deviations: 0.0625, 0.0025, 0.0025, 0.0625; over 3
    EXPECT_NEAR(comparison.effect_size, -0.05 / std::sqrt(0.13 / 3.0), 1e-12);
    EXPECT_NEAR(comparison.share_better, 0.625, 1e-15) << "a tie counts half";
}

TEST(PairedComparisonTest, DegreesFollowWhatMakesTheError) {
    // Seeds alone: every example has the same difference.
    LossMatrix zero(3, 50), by_seed(3, 50), by_example(3, 50);
    for (std::size_t seed = 0; seed < 3; ++seed)
        for (std::size_t example = 0; example < 50; ++example) {
            by_seed.row(seed)[example] = static_cast<double>(seed);
            by_example.row(seed)[example] = static_cast<double>(example);
        }
    EXPECT_NEAR(compare_with_baseline(zero, {by_seed}).front().difference.degrees, 2.0, 1e-9);
    EXPECT_NEAR(compare_with_baseline(zero, {by_example}).front().difference.degrees, 49.0, 1e-9);
}

TEST(PairedComparisonTest, SeedsThatAgreeByChanceDoNotPromiseTooMuch) {
    // Two methods whose seeds differ much, and one whose seeds agree.
    const auto method = [](double low, double high) {
        LossMatrix losses(2, 20);
        for (std::size_t example = 0; example < 20; ++example) {
            losses.row(0)[example] = low;
            losses.row(1)[example] = high;
        }
        return losses;
    };
    const auto baseline = method(1.0, 1.0);
    const auto alone = compare_with_baseline(baseline, {method(0.9, 0.9)}).front();
    EXPECT_NEAR(alone.difference.standard_error, 0.0, 1e-12);
    const auto among =
        compare_with_baseline(baseline, {method(0.9, 0.9), method(0.5, 1.5), method(1.5, 0.5)}).front();
    EXPECT_GT(among.difference.standard_error, 0.3);
    EXPECT_EQ(among.verdict, Difference::NotShown);
}

TEST(PairedComparisonTest, IntervalAndTestAgree) {
    const auto baseline = random_losses(4, 60, 1, 0.0);
    const auto difference =
        compare_with_baseline(baseline, {random_losses(4, 60, 2, 0.01)}).front().difference;
    // At a confidence of 1 - p the interval ends at zero.
    EXPECT_NEAR(difference.margin(1.0 - difference.p_value()), std::abs(difference.mean), 1e-9);
}

TEST(PairedComparisonTest, TheSameDataGiveTheSameNumbers) {
    const auto baseline = random_losses(3, 100, 1, 0.0), other = random_losses(3, 100, 2, 0.0);
    const auto first = compare_with_baseline(baseline, {other}).front();
    const auto second = compare_with_baseline(baseline, {other}).front();
    EXPECT_EQ(first.p_value, second.p_value);
    EXPECT_EQ(first.difference.standard_error, second.difference.standard_error);
}

TEST(PairedComparisonTest, AWholeStudyTakesLessThanTwoSeconds) {
    std::vector<LossMatrix> methods;
    for (std::uint64_t i = 2; i < 9; ++i)
        methods.push_back(random_losses(3, 500, i, 0.0));
    const auto baseline = random_losses(3, 500, 1, 0.0);
    const auto begin = std::clock();  // of this processor: others may be at work
    EXPECT_EQ(compare_with_baseline(baseline, methods).size(), 7U);
    EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 2.0);
}

}  // namespace
}  // namespace tunebench
