#include "core/study/statistics/pareto.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(ParetoTest, OnlyWhatNothingBeatsIsOnTheFront) {
    const std::vector<TradeOff> points = {{1.0, 3.0}, {2.0, 2.0}, {3.0, 1.0}, {2.5, 2.5}, {2.0, 3.0}};
    EXPECT_EQ(pareto_front(points), (std::vector<bool>{true, true, true, false, false}));
}

TEST(ParetoTest, EqualPointsShareTheirPlace) {
    const std::vector<TradeOff> points = {{1.0, 1.0}, {1.0, 1.0}, {1.0, 2.0}};
    EXPECT_EQ(pareto_front(points), (std::vector<bool>{true, true, false}));
}

TEST(ParetoTest, WhatIsNotANumberIsNowhere) {
    const std::vector<TradeOff> points = {{1.0, std::nan("")}, {2.0, 2.0}, {-HUGE_VAL, 0.0}};
    EXPECT_EQ(pareto_front(points), (std::vector<bool>{false, true, false}));
}

}  // namespace
}  // namespace tunebench
