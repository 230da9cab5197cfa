// The noise of NEFTune: how large, when, and that a seed repeats it.
#include <cmath>

#include <gtest/gtest.h>

#include "core/engine/layers/forward_context.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kHidden = 64;

ForwardContext context(double alpha, std::uint64_t seed = 5) {
    ForwardContext context;
    context.starts = {0, 25, 25, 125};
    context.training = true;
    context.dropout_seed = seed;
    context.neftune_alpha = alpha;
    return context;
}

TEST(EmbeddingNoiseTest, FillsItsRangeInEachSequence) {
    const auto embedded = at::ones({125, kHidden});
    const auto noise = with_embedding_noise(embedded, context(8.0)) - embedded;
    const auto largest = [&](std::int64_t begin, std::int64_t length) {
        return noise.narrow(0, begin, length).abs().max().item<double>();
    };
    const double of_short = 8.0 / std::sqrt(25.0 * kHidden), of_long = 8.0 / std::sqrt(100.0 * kHidden);
    EXPECT_LE(largest(0, 25), of_short * 1.001);
    EXPECT_GT(largest(0, 25), of_short * 0.98);
    EXPECT_LE(largest(25, 100), of_long * 1.001);
    EXPECT_GT(largest(25, 100), of_long * 0.98);
    EXPECT_NEAR(noise.mean().item<double>(), 0.0, of_short * 0.05);
}

TEST(EmbeddingNoiseTest, TheSeedDrawsIt) {
    const auto embedded = at::zeros({125, kHidden});
    const auto one = with_embedding_noise(embedded, context(8.0));
    EXPECT_TRUE(at::equal(one, with_embedding_noise(embedded, context(8.0))));
    EXPECT_FALSE(at::equal(one, with_embedding_noise(embedded, context(8.0, 6))));
}

TEST(EmbeddingNoiseTest, OnlyTrainingIsNoisy) {
    const auto embedded = at::zeros({125, kHidden});
    auto evaluating = context(8.0);
    evaluating.training = false;
    EXPECT_TRUE(at::equal(with_embedding_noise(embedded, evaluating), embedded));
    EXPECT_TRUE(at::equal(with_embedding_noise(embedded, context(0.0)), embedded));
}

}  // namespace
}  // namespace tunebench
