#include "core/study/statistics/holm.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(HolmTest, StepsDownFromTheSmallest) {
    // Sorted: 0.01 × 4, 0.03 × 3, 0.04 × 2, 0.005: worked by hand.
    const std::vector<double> p = {0.01, 0.04, 0.03, 0.005};
    const auto adjusted = holm_adjusted(p);
    ASSERT_EQ(adjusted.size(), 4U);
    EXPECT_DOUBLE_EQ(adjusted[3], 0.02);
    EXPECT_DOUBLE_EQ(adjusted[0], 0.03);
    EXPECT_DOUBLE_EQ(adjusted[2], 0.06);
    EXPECT_DOUBLE_EQ(adjusted[1], 0.06) << "never smaller than that of a smaller p";
}

TEST(HolmTest, NothingIsLikelierThanCertain) {
    const std::vector<double> p = {0.9, 0.6};
    EXPECT_EQ(holm_adjusted(p), (std::vector<double>{1.0, 1.0}));
}

TEST(HolmTest, OneComparisonStaysAsItIs) {
    EXPECT_EQ(holm_adjusted(std::vector<double>{0.04}), std::vector<double>{0.04});
    EXPECT_TRUE(holm_adjusted({}).empty());
}

}  // namespace
}  // namespace tunebench
