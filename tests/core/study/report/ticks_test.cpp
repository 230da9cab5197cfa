#include "core/study/report/ticks.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(TicksTest, EvenOnesAreRoundAndInside) {
    const auto ticks = even_ticks(1.594, 3.676, 7);
    ASSERT_EQ(ticks.size(), 4U);
    EXPECT_DOUBLE_EQ(ticks.front(), 2.0);
    EXPECT_DOUBLE_EQ(ticks.back(), 3.5);
    for (const double scale : {1e-6, 1.0, 1e9}) {
        const auto scaled = even_ticks(-0.3 * scale, 0.7 * scale, 5);
        EXPECT_GE(scaled.size(), 3U);
        EXPECT_LE(scaled.size(), 6U);
    }
}

TEST(TicksTest, ARangeThatIsLostInRoundingHasNone) {
    const double low = 2.3;
    EXPECT_TRUE(even_ticks(low, std::nextafter(low, 3.0), 7).empty());
    EXPECT_TRUE(even_ticks(low, low, 7).empty());
    EXPECT_TRUE(even_ticks(0.0, 0.0, 7).empty());
    EXPECT_TRUE(log_ticks(low, std::nextafter(low, 3.0), 7).empty());
}

TEST(TicksTest, LogarithmicOnesAreOneTwoFive) {
    EXPECT_EQ(log_ticks(1.5, 60.0, 7).size(), 5U) << "2, 5, 10, 20, 50";
    const auto wide = log_ticks(2e3, 2e8, 7);
    ASSERT_EQ(wide.size(), 5U);
    EXPECT_NEAR(wide.front(), 1e4, 1e-6);
    const auto narrow = log_ticks(1.1, 1.4, 7);
    EXPECT_GE(narrow.size(), 2U);
    for (const double tick : narrow)
        EXPECT_TRUE(tick >= 1.1 && tick <= 1.4) << tick;
}

TEST(TicksTest, LargeNumbersHaveALetterAndNegativeOnesATrueMinus) {
    EXPECT_EQ(tick_text(0.25), "0.25");
    EXPECT_EQ(tick_text(20000.0), "20 k");
    EXPECT_EQ(tick_text(1.5e6), "1.5 M");
    EXPECT_EQ(tick_text(-3.0), "−3");
    EXPECT_EQ(tick_text(1e-17), "0");
}

}  // namespace
}  // namespace tunebench
