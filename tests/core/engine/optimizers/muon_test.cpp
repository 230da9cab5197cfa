// Muon's rule: orthogonal steps for weights of blocks, AdamW's for everything else.
#include <cmath>

#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"

namespace tunebench {
namespace {

constexpr double kRate = 0.1;

ParamMap params(bool nesterov = true) {
    ParamMap params;
    params.set("weight_decay", 0.5);
    params.set("nesterov", nesterov);
    return params;
}

at::Tensor draw(std::vector<std::int64_t> sizes, std::uint64_t seed) {
    return at::empty(sizes, at::kFloat).normal_(0.0, 1.0, at::make_generator<at::CPUGeneratorImpl>(seed));
}

TrainableParameter block_weight(const at::Tensor& values) {
    return {.name = "w", .tensor = values.clone().set_requires_grad(true), .group = TensorGroup::BlockWeight};
}

at::Tensor stepped(const TrainableParameter& parameter, const at::Tensor& gradient, const ParamMap& params,
                   const char* optimizer = "muon") {
    const auto stepper = find_stepper(optimizer)->make({parameter}, params);
    parameter.tensor.mutable_grad() = gradient.clone();
    stepper->step({.step = 1, .learning_rate = kRate});
    return parameter.tensor.detach();
}

/// One round of the iteration, of a wide matrix in double.
at::Tensor one_round(const at::Tensor& direction) {
    const auto x = direction / direction.norm();
    const auto square = x.matmul(x.t());
    return 3.4445 * x - 4.7750 * square.matmul(x) + 2.0315 * square.matmul(square).matmul(x);
}

TEST(MuonTest, AStepIsOrthogonalAndOfTheSizeOfAdams) {
    const auto start = draw({6, 20}, 1), gradient = draw({6, 20}, 2);
    const auto step = start * (1.0 - kRate * 0.5) - stepped(block_weight(start), gradient, params());
    const auto singular = std::get<1>(at::svd(step.to(at::kDouble))) / (kRate * 0.2 * std::sqrt(20.0));
    EXPECT_GT(singular.min().item<double>(), 0.65);
    EXPECT_LT(singular.max().item<double>(), 1.25);
    // The direction is the gradient's: no singular vector is turned.
    EXPECT_GT((step * gradient).sum().item<double>(), 0.0);
    const auto turned = step.matmul(gradient.t());
    EXPECT_TRUE(at::allclose(turned, turned.t(), 1e-4, 1e-4));
}

TEST(MuonTest, ATallMatrixStepsAsItsTransposeDoes) {
    const auto start = draw({20, 6}, 3), gradient = draw({20, 6}, 4);
    const auto tall = stepped(block_weight(start), gradient, params());
    const auto wide = stepped(block_weight(start.t().contiguous()), gradient.t().contiguous(), params());
    EXPECT_TRUE(at::allclose(tall, wide.t(), 1e-5, 1e-6));
}

TEST(MuonTest, OneRoundIsTheQuinticOfTheNormalisedMomentum) {
    const auto start = draw({3, 4}, 5), gradient = draw({3, 4}, 6);
    auto plain = params(/*nesterov=*/false);
    plain.set("iterations", std::int64_t{1});
    plain.set("weight_decay", 0.0);
    const auto expected = start.to(at::kDouble) - kRate * 0.2 * 2.0 * one_round(gradient.to(at::kDouble));
    EXPECT_TRUE(
        at::allclose(stepped(block_weight(start), gradient, plain).to(at::kDouble), expected, 1e-4, 1e-5));
}

TEST(MuonTest, EverythingElseStepsByAdamW) {
    const auto start = draw({6, 20}, 7), gradient = draw({6, 20}, 8);
    const auto parameter = [&] {
        return TrainableParameter{
            .name = "e", .tensor = start.clone().set_requires_grad(true), .group = TensorGroup::Embedding};
    };
    EXPECT_TRUE(at::equal(stepped(parameter(), gradient, params()),
                          stepped(parameter(), gradient, params(), "adamw")));
}

TEST(MuonTest, TheSecondStepMixesBothGradients) {
    const auto first = draw({3, 4}, 9), second = draw({3, 4}, 10);
    for (const bool nesterov : {false, true}) {
        auto once = params(nesterov);
        once.set("iterations", std::int64_t{1});
        once.set("weight_decay", 0.0);
        const auto parameter = block_weight(draw({3, 4}, 11));
        const auto stepper = find_stepper("muon")->make({parameter}, once);
        parameter.tensor.mutable_grad() = first.clone();
        stepper->step({.step = 1, .learning_rate = kRate});
        const auto before = parameter.tensor.detach().to(at::kDouble);
        parameter.tensor.mutable_grad() = second.clone();
        stepper->step({.step = 2, .learning_rate = kRate, .gradient_scale = 0.25});
        const auto a = first.to(at::kDouble), b = 0.25 * second.to(at::kDouble);
        const auto momentum = 0.95 * 0.05 * a + 0.05 * b;
        const auto direction = nesterov ? 0.05 * b + 0.95 * momentum : momentum;
        const auto expected = before - kRate * 0.2 * 2.0 * one_round(direction);
        EXPECT_TRUE(at::allclose(parameter.tensor.detach().to(at::kDouble), expected, 1e-4, 1e-5))
            << nesterov;
    }
}

}  // namespace
}  // namespace tunebench
