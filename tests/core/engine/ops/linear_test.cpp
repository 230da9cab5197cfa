// Linear maps with operands of several types, against LibTorch's own in fp32.
#include "core/engine/ops/linear.h"

#include <gtest/gtest.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

at::Tensor drawn(at::IntArrayRef sizes, std::uint64_t seed, at::ScalarType type = at::kFloat) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes).normal_(0.0, 1.0, generator).to(type);
}

at::Tensor leaf(const at::Tensor& values, at::ScalarType type) {
    return values.to(type, /*non_blocking=*/false, /*copy=*/true).set_requires_grad(true);
}

double largest_difference(const at::Tensor& a, const at::Tensor& b) {
    return ((a.to(at::kFloat) - b.to(at::kFloat)).abs().max() / b.abs().max().to(at::kFloat)).item<double>();
}

struct Types {
    at::ScalarType input, weight;
    double bound;
};

class EachPair : public testing::TestWithParam<Types> {};

TEST_P(EachPair, GivesTheProductAndItsGradients) {
    const auto [input, type, bound] = GetParam();
    const auto x = drawn({33, 48}, 1), w = drawn({20, 48}, 2), bias = drawn({20}, 3), g = drawn({33, 20}, 4);
    const auto own_x = leaf(x, input), own_w = leaf(w, type), own_bias = leaf(bias, at::kFloat);
    const auto out = apply_linear(own_x, own_w, own_bias);
    EXPECT_EQ(out.scalar_type(), input);
    out.backward(g.to(input));
    const auto wide_x = leaf(x, at::kFloat), wide_w = leaf(w, at::kFloat), wide_bias = leaf(bias, at::kFloat);
    const auto expected = at::linear(wide_x, wide_w, wide_bias);
    expected.backward(g);
    EXPECT_LT(largest_difference(out, expected), bound);
    EXPECT_LT(largest_difference(own_x.grad(), wide_x.grad()), bound);
    EXPECT_LT(largest_difference(own_w.grad(), wide_w.grad()), bound);
    EXPECT_LT(largest_difference(own_bias.grad(), wide_bias.grad()), bound);
    EXPECT_EQ(own_w.grad().scalar_type(), type);
}

TEST_P(EachPair, AnAdaptedOneIsTheSumOfBoth) {
    const auto [input, type, bound] = GetParam();
    const auto x = drawn({33, 48}, 1), w = drawn({20, 48}, 2), a = drawn({4, 48}, 3), b = drawn({20, 4}, 4);
    const auto g = drawn({33, 20}, 5);
    const auto own_x = leaf(x, input), own_a = leaf(a, at::kFloat), own_b = leaf(b, at::kFloat);
    const auto out = adapted_linear(own_x, {.dense = w.to(type)}, own_a, own_b, 0.5);
    EXPECT_EQ(out.scalar_type(), input);
    out.backward(g.to(input));
    const auto wide_x = leaf(x, at::kFloat), wide_a = leaf(a, at::kFloat), wide_b = leaf(b, at::kFloat);
    const auto expected = at::linear(wide_x, w) + 0.5 * at::linear(at::linear(wide_x, wide_a), wide_b);
    expected.backward(g);
    EXPECT_LT(largest_difference(out, expected), bound);
    EXPECT_LT(largest_difference(own_x.grad(), wide_x.grad()), bound);
    EXPECT_LT(largest_difference(own_a.grad(), wide_a.grad()), bound);
    EXPECT_LT(largest_difference(own_b.grad(), wide_b.grad()), bound);
    EXPECT_EQ(own_a.grad().scalar_type(), at::kFloat);
}

INSTANTIATE_TEST_SUITE_P(
    LinearTest, EachPair,
    testing::Values(Types{at::kFloat, at::kFloat, 1e-5}, Types{at::kFloat, at::kBFloat16, 2e-2},
                    Types{at::kBFloat16, at::kBFloat16, 3e-2}, Types{at::kBFloat16, at::kFloat, 3e-2},
                    Types{at::kHalf, at::kHalf, 4e-3}, Types{at::kHalf, at::kFloat, 4e-3}),
    [](const auto& types) {
        return std::string(c10::toString(types.param.input)) + "_" + c10::toString(types.param.weight);
    });

}  // namespace
}  // namespace tunebench
