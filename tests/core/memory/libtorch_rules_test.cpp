// What an estimate takes from the version of LibTorch that will run.
#include "core/memory/libtorch_rules.h"

#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

/// Full fine-tuning of so few tokens that backward's end is its peak, with all gradients there.
std::uint64_t backward_peak(const ModelConfig& model, const LibTorchRules& rules) {
    auto config = default_run_config();
    config.method = {.id = "full", .params = {}};
    const auto estimate = estimate_memory(model, config, {.batch_size = 1, .length = 8}, rules);
    EXPECT_TRUE(estimate) << estimate.error().message;
    for (const auto& phase : estimate->phases)
        if (phase.name == "backward")
            return phase.bytes();
    ADD_FAILURE() << "no backward";
    return 0;
}

const auto kOld = libtorch_rules("1.13.1");
const auto kNew = libtorch_rules("2.6.0+cpu");

TEST(LibTorchRulesTest, FollowTheMajorVersion) {
    EXPECT_FALSE(kOld.sums_gradients_in_place);
    EXPECT_TRUE(kNew.sums_gradients_in_place);
    EXPECT_TRUE(libtorch_rules("10.0").sums_gradients_in_place);
    EXPECT_TRUE(libtorch_rules("").sums_gradients_in_place);
    EXPECT_TRUE(libtorch_rules("fake").sums_gradients_in_place);
}

TEST(LibTorchRulesTest, ATiedEmbeddingHasAThirdGradientBeforeVersionTwo) {
    const auto model = *shape_config("smollm-135m");
    ASSERT_TRUE(model.tie_word_embeddings);
    const auto table = static_cast<std::uint64_t>(model.vocab_size * model.hidden_size) * 4;
    const auto third = static_cast<double>(backward_peak(model, kOld) - backward_peak(model, kNew));
    // Where the sum is in place, the few tokens' activations make the peak a moment earlier.
    EXPECT_NEAR(third, static_cast<double>(table), 1e-3 * static_cast<double>(table));
}

TEST(LibTorchRulesTest, WhatIsReadOnceIsTheSameInAll) {
    auto model = *shape_config("smollm-135m");
    model.tie_word_embeddings = false;
    EXPECT_EQ(backward_peak(model, kOld), backward_peak(model, kNew));
}

}  // namespace
}  // namespace tunebench
