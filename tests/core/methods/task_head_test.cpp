// The head of a classifier trains with every method, without the methods' doing.
#include "core/methods/task_head.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/models/classification.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

ParamMap defaults_of(const Method& method) {
    ParamMap params;
    for (const auto& spec : method.specs)
        params.set(spec.key, spec.default_value);
    return params;
}

ModelConfig classifier(const char* shape) {
    return as_classifier(*shape_config(shape), {"bad", "good"});
}

class EachMethod : public testing::TestWithParam<const Method*> {};

TEST_P(EachMethod, TrainsTheHeadOnceAndWhole) {
    for (const auto* shape : {"tiny", "tiny-gpt2"}) {
        const auto plan = plan_of(*GetParam(), classifier(shape), defaults_of(*GetParam()));
        ASSERT_TRUE(plan) << plan.error().message;
        EXPECT_EQ(std::ranges::count(plan->tensors, "score.weight", &TrainableTensor::name), 1);
        EXPECT_TRUE(plan->tensors.back().is_base_parameter && plan->tensors.back().is_matrix);
        const auto use = std::ranges::find(plan->projections, "score", &ProjectionUse::path);
        ASSERT_NE(use, plan->projections.end());
        EXPECT_TRUE(use->weight_trains);
    }
}

TEST_P(EachMethod, PlansACausalModelAsItDoesAlone) {
    const auto model = *shape_config("tiny");
    EXPECT_EQ(plan_of(*GetParam(), model, defaults_of(*GetParam()))->trainable_count(),
              GetParam()->plan(model, defaults_of(*GetParam()))->trainable_count());
}

INSTANTIATE_TEST_SUITE_P(TaskHeadTest, EachMethod,
                         testing::ValuesIn(all_methods().begin(), all_methods().end()),
                         [](const auto& chosen) { return std::string(chosen.param->id); });

TEST(TaskHeadTest, AHeadThatIsAskedForIsNotCountedTwice) {
    const auto& lora = *find_method("lora");
    auto params = defaults_of(lora);
    const auto before = plan_of(lora, classifier("tiny"), params)->trainable_count();
    params.set("modules_to_save", ParamList{"score"});
    EXPECT_EQ(plan_of(lora, classifier("tiny"), params)->trainable_count(), before);
}

TEST(TaskHeadTest, TheHeadIsNoTarget) {
    const auto& lora = *find_method("lora");
    auto params = defaults_of(lora);
    params.set("targets", ParamList{"q_proj", "score"});
    const auto plan = plan_of(lora, classifier("tiny"), params);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().field, "targets");
}

}  // namespace
}  // namespace tunebench
