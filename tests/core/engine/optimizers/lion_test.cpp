// Lion's rule, step by step.
#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"

namespace tunebench {
namespace {

ParamMap params(double weight_decay) {
    ParamMap params;
    params.set("weight_decay", weight_decay);
    params.set("betas", ParamList{0.5, 0.9});
    return params;
}

TEST(LionTest, StepsByTheSignOfGradientAndMomentumTogether) {
    const TrainableParameter parameter{.name = "w",
                                       .tensor = at::tensor({1.0F, 1.0F, 1.0F}).set_requires_grad(true)};
    const auto stepper = find_stepper("lion")->make({parameter}, params(0.0));
    parameter.tensor.mutable_grad() = at::tensor({2.0F, -2.0F, 0.0F});
    stepper->step({.step = 1, .learning_rate = 0.1});
    EXPECT_TRUE(at::allclose(parameter.tensor.detach(), at::tensor({0.9F, 1.1F, 1.0F})));
    // Momentum 0.2, -0.2, 0: half of it and half of -0.1 still point as before, half of -0.4 does not.
    parameter.tensor.mutable_grad() = at::tensor({-0.1F, 0.4F, 0.0F});
    stepper->step({.step = 2, .learning_rate = 0.1});
    EXPECT_TRUE(at::allclose(parameter.tensor.detach(), at::tensor({0.8F, 1.0F, 1.0F})));
    EXPECT_TRUE(at::allclose(stepper->states()[0].second, at::tensor({0.17F, -0.14F, 0.0F})));
    EXPECT_EQ(stepper->states()[0].first, "w.exp_avg");
}

TEST(LionTest, DecayShrinksWeightsAndNotBiases) {
    const TrainableParameter weight{.name = "w", .tensor = at::ones({1, 2}).set_requires_grad(true)};
    const TrainableParameter bias{
        .name = "b", .tensor = at::ones({2}).set_requires_grad(true), .is_matrix = false};
    const auto stepper = find_stepper("lion")->make({weight, bias}, params(0.5));
    for (const auto* one : {&weight, &bias})
        one->tensor.mutable_grad() = at::zeros_like(one->tensor);
    stepper->step({.step = 1, .learning_rate = 0.1});
    EXPECT_TRUE(at::allclose(weight.tensor.detach(), at::full({1, 2}, 0.95F)));
    EXPECT_TRUE(at::equal(bias.tensor.detach(), at::ones({2})));
}

}  // namespace
}  // namespace tunebench
