#include "core/run/precision_checks.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

RunConfig with_types(NumberType weights, NumberType compute) {
    auto config = default_run_config();
    config.precision.weights = weights;
    config.precision.compute = compute;
    return config;
}

/// What an update within backward goes with.
RunConfig updating_in_backward() {
    auto config = default_run_config();
    config.budget.update_in_backward = true;
    config.budget.clip_norm = 0.0;
    return config;
}

void expect_refused(const RunConfig& config, std::string_view field) {
    const auto checked = check_precision(config);
    ASSERT_FALSE(checked) << field;
    EXPECT_EQ(checked.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(checked.error().field, field) << checked.error().message;
    EXPECT_FALSE(checked.error().message.empty());
    EXPECT_FALSE(checked.error().hint.empty());
}

TEST(PrecisionChecksTest, OneNarrowTypeAtATime) {
    using enum NumberType;
    for (const auto weights : {Fp32, Bf16, Fp16})
        for (const auto compute : {Fp32, Bf16, Fp16})
            if (weights == compute || weights == Fp32 || compute == Fp32) {
                EXPECT_TRUE(check_precision(with_types(weights, compute)));
            } else
                expect_refused(with_types(weights, compute), "precision.compute");
}

TEST(PrecisionChecksTest, UpdatesInBackwardNeedNothingOfAllGradients) {
    EXPECT_TRUE(check_precision(updating_in_backward()));
    auto config = updating_in_backward();
    config.budget.accumulation = 2;
    expect_refused(config, "budget.accumulation");
    config = updating_in_backward();
    config.budget.clip_norm = 1.0;
    expect_refused(config, "budget.clip_norm");
    config.budget.update_in_backward = false;
    config.budget.accumulation = 4;
    EXPECT_TRUE(check_precision(config));
}

TEST(PrecisionChecksTest, UpdatesInBackwardTakeAFixedLossScale) {
    auto config = updating_in_backward();
    config.precision.compute = NumberType::Fp16;
    expect_refused(config, "precision.loss_scale");
    for (const double scale : {1.0, 1024.0}) {
        config.precision.loss_scale = scale;
        EXPECT_TRUE(check_precision(config)) << scale;
    }
    config.precision.loss_scale = 0.0;
    config.precision.compute = NumberType::Bf16;
    EXPECT_TRUE(check_precision(config));
}

TEST(PrecisionChecksTest, OnlyFp16AdaptsTheLossScaleUnlessItIsGiven) {
    PrecisionSection precision;
    EXPECT_FALSE(scales_loss_dynamically(precision));
    precision.compute = NumberType::Bf16;
    EXPECT_FALSE(scales_loss_dynamically(precision));
    precision.compute = NumberType::Fp16;
    EXPECT_TRUE(scales_loss_dynamically(precision));
    precision.loss_scale = 1.0;
    EXPECT_FALSE(scales_loss_dynamically(precision));
}

}  // namespace
}  // namespace tunebench
