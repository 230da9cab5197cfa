#include "core/study/statistics/resamples.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

LossMatrix random_losses(std::size_t seeds, std::size_t examples) {
    Random random(7);
    LossMatrix losses(seeds, examples);
    for (std::size_t seed = 0; seed < seeds; ++seed)
        for (auto& loss : losses.row(seed))
            loss = random.uniform() + 0.3 * static_cast<double>(seed);
    return losses;
}

/// The expected product of how often i and j of n are drawn in so many draws.
double expected_product(bool is_same, double n, double draws) {
    return draws * (draws - 1.0) / (n * n) + (is_same ? draws / n : 0.0);
}

/// The variance over all resamples there are, from the moments of the multinomial distribution.
double exact_variance(const LossMatrix& losses, double drawn_seeds) {
    const auto seeds = static_cast<double>(losses.seeds()), examples = static_cast<double>(losses.examples());
    double squares = 0.0;
    for (std::size_t s = 0; s < losses.seeds(); ++s)
        for (std::size_t t = 0; t < losses.seeds(); ++t)
            for (std::size_t e = 0; e < losses.examples(); ++e)
                for (std::size_t f = 0; f < losses.examples(); ++f)
                    squares += expected_product(s == t, seeds, drawn_seeds) *
                               expected_product(e == f, examples, examples) * losses.row(s)[e] *
                               losses.row(t)[f];
    return squares / std::pow(drawn_seeds * examples, 2) - std::pow(losses.mean(), 2);
}

TEST(ResamplesTest, TheirSpreadIsThatOfAllResamplesThereAre) {
    const auto losses = random_losses(3, 6);
    const Resamples resamples(3, 6, {.resamples = 100000, .seed = 3});
    const auto means = resamples.means(losses);
    const double expected = exact_variance(losses, 2.0);
    EXPECT_NEAR(variance(means), expected, 0.03 * expected);
    double sum = 0.0;
    for (const double mean : means)
        sum += mean;
    EXPECT_NEAR(sum / static_cast<double>(means.size()), losses.mean(), 4.0 * std::sqrt(expected / 100000.0));
}

TEST(ResamplesTest, ASeedEffectAloneHasTheVarianceOfAMean) {
    LossMatrix losses(4, 5);
    const double effects[] = {0.1, -0.4, 0.9, 0.2};
    for (std::size_t seed = 0; seed < 4; ++seed)
        for (auto& loss : losses.row(seed))
            loss = effects[seed];
    const auto means = Resamples(4, 5, {.resamples = 100000}).means(losses);
    const double expected = variance(effects) / 4.0;
    EXPECT_NEAR(variance(means), expected, 0.03 * expected);
}

TEST(ResamplesTest, OneSeedIsKept) {
    const auto losses = random_losses(1, 8);
    const auto means = Resamples(1, 8, {.resamples = 100000}).means(losses);
    const double expected = exact_variance(losses, 1.0);
    EXPECT_NEAR(variance(means), expected, 0.03 * expected);
}

TEST(ResamplesTest, TheSameSeedGivesTheSameResamples) {
    const auto losses = random_losses(3, 50);
    EXPECT_EQ(Resamples(3, 50, {.seed = 9}).means(losses), Resamples(3, 50, {.seed = 9}).means(losses));
    EXPECT_NE(Resamples(3, 50, {.seed = 9}).means(losses), Resamples(3, 50, {.seed = 10}).means(losses));
}

TEST(ResamplesTest, MoreResamplesBeginWithTheSameOnes) {
    const auto losses = random_losses(2, 20);
    const auto few = Resamples(2, 20, {.resamples = 10}).means(losses);
    auto many = Resamples(2, 20, {.resamples = 100}).means(losses);
    many.resize(few.size());
    EXPECT_EQ(few, many);
}

}  // namespace
}  // namespace tunebench
