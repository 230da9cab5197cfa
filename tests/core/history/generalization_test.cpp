#include "core/history/generalization.h"

#include <limits>

#include <gtest/gtest.h>

namespace tunebench::test {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TEST(GeneralizationTest, ForgettingIsTheRiseFromBeforeTheFirstStepToTheResult) {
    const auto forgetting = forgetting_of({{.step = 0, .value = 2.25}, {.step = 50, .value = 2.5}});
    ASSERT_TRUE(forgetting);
    EXPECT_EQ(*forgetting, (Forgetting{.before = 2.25, .after = 2.5}));
    EXPECT_EQ(forgetting->change(), 0.25);
    EXPECT_EQ(forgetting_of({{.step = 0, .value = 2.5}, {.step = 50, .value = 2.25}})->change(), -0.25);
}

TEST(GeneralizationTest, WithoutAResultNothingIsSaidOfForgetting) {
    EXPECT_FALSE(forgetting_of({}));
    EXPECT_FALSE(forgetting_of({{.step = 0, .value = 2.0}}));
    EXPECT_FALSE(forgetting_of({{.step = 0, .value = 2.0}, {.step = 0, .value = 2.0}})) << "begun twice";
    EXPECT_FALSE(forgetting_of({{.step = 5, .value = 2.0}, {.step = 50, .value = 2.5}}))
        << "of no run of ours";
    EXPECT_FALSE(forgetting_of({{.step = 0, .value = 2.0}, {.step = 50, .value = kNaN}}));
}

TEST(GeneralizationTest, OverfittingIsTheGapOfTwoLossesThatAreNumbers) {
    EXPECT_EQ(overfitting_of(1.5, 1.25), 0.25);
    EXPECT_FALSE(overfitting_of(kNaN, 1.0));
    EXPECT_FALSE(overfitting_of(1.0, kNaN));
    EXPECT_FALSE(overfitting_of(std::numeric_limits<double>::infinity(), 1.0));
}

}  // namespace
}  // namespace tunebench::test
