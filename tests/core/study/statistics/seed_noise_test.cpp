#include "core/study/statistics/seed_noise.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

/// Seed means of -a, 0 and a: their variance is a².
LossMatrix spread(double a) {
    LossMatrix losses(3, 4);
    for (std::size_t seed = 0; seed < 3; ++seed)
        for (auto& loss : losses.row(seed))
            loss = a * (static_cast<double>(seed) - 1.0);
    return losses;
}

TEST(SeedNoiseTest, IsTheMedianOfTheComparisons) {
    const auto odd = seed_noise({spread(1.0), spread(100.0), spread(2.0)});
    EXPECT_NEAR(odd.variance, 4.0 / 3.0, 1e-12) << "the unstable one does not count for the others";
    EXPECT_EQ(odd.degrees, 3.0);
    const auto even = seed_noise({spread(1.0), spread(2.0), spread(100.0), spread(3.0)});
    EXPECT_NEAR(even.variance, (4.0 + 9.0) / 2.0 / 3.0, 1e-12);
    EXPECT_EQ(even.degrees, 4.0);
}

TEST(SeedNoiseTest, OfOneComparisonItIsThePairedTest) {
    const auto noise = seed_noise({spread(3.0)});
    EXPECT_NEAR(noise.variance, 3.0, 1e-12);
    EXPECT_EQ(noise.degrees, 2.0);
}

TEST(SeedNoiseTest, OneSeedTellsNothing) {
    EXPECT_EQ(seed_noise({LossMatrix(1, 4), LossMatrix(1, 4)}).degrees, 0.0);
    EXPECT_EQ(seed_noise({}).degrees, 0.0);
}

}  // namespace
}  // namespace tunebench
