#include "core/run/quantized_base.h"

#include <gtest/gtest.h>

#include "core/methods/task_head.h"
#include "core/models/classification.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

constexpr QuantizationSettings kNf4{.type = QuantizationType::Nf4};

TEST(QuantizedBaseTest, TheCheckpointDecidesWhenItIsQuantized) {
    auto model = *shape_config("tiny");
    EXPECT_EQ(*base_quantization(model, {}), QuantizationSettings{});
    EXPECT_EQ(*base_quantization(model, kNf4), kNf4);
    model.stored_quantization = QuantizationSettings{QuantizationType::Nf4, 64, false};
    EXPECT_EQ(*base_quantization(model, {}), *model.stored_quantization);
    EXPECT_EQ(*base_quantization(model, kNf4), *model.stored_quantization);
    const auto other = base_quantization(model, {.type = QuantizationType::Int8});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().field, "precision.quantization.type");
}

TEST(QuantizedBaseTest, WeightsOfTheBlocksMayNotTrainButTheHeadMay) {
    const auto model = *shape_config("llama-7b");
    const auto refused = [&](MethodPlan plan) { return !check_quantized_base(model, kNf4, plan); };
    EXPECT_TRUE(refused({.projections = {{.path = "model.layers.0.mlp.up_proj", .weight_trains = true}}}));
    EXPECT_FALSE(refused({.projections = {{.path = "model.layers.0.mlp.up_proj", .rank = 4}}}));
    EXPECT_FALSE(refused({.projections = {{.path = "model.layers.0.mlp.up_proj", .bias_trains = true}}}));
    EXPECT_FALSE(refused({.projections = {{.path = "lm_head", .weight_trains = true}}}));
}

TEST(QuantizedBaseTest, AClassifiersHeadTrainsBesideCodes) {
    const auto model = as_classifier(*shape_config("tiny"), {"bad", "good"});
    const auto& lora = *find_method("lora");
    ParamMap params;
    for (const auto& spec : lora.specs)
        params.set(spec.key, spec.default_value);
    const auto plan = plan_of(lora, model, params);
    ASSERT_TRUE(plan) << plan.error().message;
    EXPECT_TRUE(check_quantized_base(model, kNf4, *plan));
}

}  // namespace
}  // namespace tunebench
