#include "core/engine/ops/parameter_slice.h"

#include <gtest/gtest.h>

#include "core/engine/ops/recompute.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

at::Tensor parameter() {
    return at::arange(24, at::kDouble).view({4, 6}).clone().set_requires_grad(true);
}

/// What three layers make of their columns; the second uses its own twice.
template <class Slice>
at::Tensor sum_of_layers(const at::Tensor& whole, const Slice& slice) {
    const auto second = slice(whole, 2);
    return slice(whole, 0).square().sum() + (second * second.exp().reciprocal()).sum() +
           slice(whole, 4).sin().sum();
}

TEST(ParameterSliceTest, HasTheValuesAndGradientsOfNarrow) {
    const auto ours = parameter(), composed = parameter();
    const auto a =
        sum_of_layers(ours, [](const auto& x, int begin) { return parameter_slice(x, 1, begin, 2); });
    const auto b = sum_of_layers(composed, [](const auto& x, int begin) { return x.narrow(1, begin, 2); });
    EXPECT_EQ(a.item<double>(), b.item<double>());
    a.backward();
    b.backward();
    EXPECT_TRUE(at::allclose(ours.grad(), composed.grad(), 1e-12, 1e-12));
}

TEST(ParameterSliceTest, GradientsOfSeveralBackwardsAddUp) {
    const auto whole = parameter();
    for (int pass = 0; pass < 2; ++pass)
        parameter_slice(whole, 0, 1, 2).sum().backward();
    EXPECT_EQ(whole.grad().sum().item<double>(), 2 * 2 * 6);
    EXPECT_EQ(whole.grad()[0].abs().sum().item<double>(), 0.0);
}

TEST(ParameterSliceTest, ComputedAgainItGivesTheSame) {
    const auto plain = parameter(), again = parameter();
    const auto x = at::ones({4, 2}, at::kDouble);
    const auto times = [](const at::Tensor& whole) {
        return [whole](const at::Tensor& in) { return in * parameter_slice(whole, 1, 2, 2); };
    };
    times(plain)(x).square().sum().backward();
    recomputed([&](const at::Tensor& in) { return std::vector{times(again)(in)}; }, x)
        .front()
        .square()
        .sum()
        .backward();
    EXPECT_TRUE(at::equal(plain.grad(), again.grad()));
}

TEST(ParameterSliceTest, WithoutGradientsItIsAView) {
    const at::NoGradGuard no_gradients;
    const auto whole = parameter();
    EXPECT_EQ(parameter_slice(whole, 0, 1, 1).data_ptr(), whole[1].data_ptr());
}

}  // namespace
}  // namespace tunebench
