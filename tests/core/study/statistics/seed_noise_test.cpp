#include "core/study/statistics/seed_noise.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

std::vector<LossMatrix> random_methods(std::size_t methods, std::size_t seeds) {
    Random random(11);
    std::vector<LossMatrix> all;
    for (std::size_t i = 0; i < methods; ++i) {
        LossMatrix losses(seeds, 5);
        for (std::size_t seed = 0; seed < seeds; ++seed)
            for (auto& loss : losses.row(seed))
                loss = random.uniform() + static_cast<double>(seed);  // a seed's own effect cancels
        all.push_back(std::move(losses));
    }
    return all;
}

/// The mean over all pairs of methods of the variance of their differences of seed means.
double mean_variance_of_pairs(const std::vector<LossMatrix>& methods) {
    double sum = 0.0;
    int pairs = 0;
    for (std::size_t i = 0; i < methods.size(); ++i)
        for (std::size_t j = i + 1; j < methods.size(); ++j, ++pairs)
            sum += variance(difference(methods[i], methods[j]).seed_means());
    return sum / pairs;
}

TEST(SeedNoiseTest, IsTheMeanOverAllPairs) {
    const auto methods = random_methods(4, 3);
    const auto noise = seed_noise(methods);
    EXPECT_NEAR(noise.variance, mean_variance_of_pairs(methods) / 3.0, 1e-14);
    EXPECT_EQ(noise.degrees, 6.0);
}

TEST(SeedNoiseTest, OfTwoMethodsItIsThePairedTest) {
    const auto methods = random_methods(2, 5);
    const auto noise = seed_noise(methods);
    EXPECT_NEAR(noise.variance, variance(difference(methods[0], methods[1]).seed_means()) / 5.0, 1e-14);
    EXPECT_EQ(noise.degrees, 4.0);
}

TEST(SeedNoiseTest, OneSeedTellsNothing) {
    EXPECT_EQ(seed_noise(random_methods(3, 1)).degrees, 0.0);
    EXPECT_EQ(seed_noise(random_methods(1, 3)).degrees, 0.0);
    EXPECT_EQ(seed_noise({}).degrees, 0.0);
}

}  // namespace
}  // namespace tunebench
