#include "core/study/statistics/spread.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

StepValues run(std::vector<double> steps, std::vector<double> values) {
    StepValues run{.steps = std::move(steps), .values = std::move(values)};
    for (const double step : run.steps)
        run.along.push_back(2.0 * step);
    return run;
}

TEST(SpreadTest, OfOneValueThereIsNoDeviation) {
    const double value = 3.5;
    EXPECT_EQ(spread_of(std::span(&value, 1)), (Spread{.count = 1, .mean = 3.5}));
}

TEST(SpreadTest, OfTwoValuesThereIsNoInterval) {
    const std::vector<double> values = {1.0, 2.0};
    const auto spread = spread_of(values);
    EXPECT_NEAR(*spread.deviation, std::sqrt(0.5), 1e-15);
    EXPECT_FALSE(spread.margin);
}

/// By hand: mean 2, squared deviations 1 + 0 + 1; t of two degrees at 95 % is 4.302652729911275.
TEST(SpreadTest, OfThreeValuesTheIntervalIsStudents) {
    const std::vector<double> values = {1.0, 2.0, 3.0};
    const auto spread = spread_of(values);
    EXPECT_EQ(spread.mean, 2.0);
    EXPECT_NEAR(*spread.deviation, 1.0, 1e-15);
    EXPECT_NEAR(*spread.margin, 4.302652729911275 / std::sqrt(3.0), 1e-9);
}

TEST(SpreadTest, AValueThatIsNoNumberIsNotHidden) {
    const std::vector<double> values = {1.0, std::nan(""), 3.0};
    EXPECT_TRUE(std::isnan(spread_of(values).mean));
}

TEST(SpreadTest, ABandIsWhereAllRunsHaveValues) {
    const std::vector<StepValues> runs = {run({1, 2, 3, 5}, {10, 20, 30, 50}),
                                          run({2, 3, 4, 5, 6}, {22, 32, 42, 54, 60})};
    const auto band = band_of(runs);
    EXPECT_EQ(band.steps, (std::vector<double>{2, 3, 5}));
    EXPECT_EQ(band.along, (std::vector<double>{4, 6, 10}));
    ASSERT_EQ(band.spreads.size(), 3U);
    EXPECT_EQ(band.spreads[0].mean, 21.0);
    EXPECT_EQ(band.spreads[2].mean, 52.0);
    EXPECT_NEAR(*band.spreads[2].deviation, 2.0 * std::sqrt(2.0), 1e-12);
}

TEST(SpreadTest, WithoutRunsThereIsNoBand) {
    EXPECT_TRUE(band_of({}).steps.empty());
    const std::vector<StepValues> runs = {run({1}, {1}), run({}, {})};
    EXPECT_TRUE(band_of(runs).steps.empty());
}

}  // namespace
}  // namespace tunebench
