#include "core/engine/quantization/quantized_linear.h"

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

at::Tensor random(at::IntArrayRef sizes, std::uint64_t seed, at::ScalarType type = at::kDouble) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes, type).normal_(0.0, 1.0, generator);
}

QuantizedWeight weight_of(std::int64_t out, std::int64_t in, QuantizationType type = QuantizationType::Nf4) {
    return *quantize_weight(random({out, in}, 1, at::kFloat), {.type = type}, "weight");
}

TEST(QuantizedLinearTest, ValuesAndGradientsEqualTheComposedForm) {
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Fp4, QuantizationType::Int8})
        for (const bool has_bias : {false, true}) {
            const auto weight = weight_of(24, 70, type);
            const auto run = [&](const auto& function) {
                auto x = random({5, 70}, 2).set_requires_grad(true);
                at::Tensor bias = has_bias ? random({24}, 3).set_requires_grad(true) : at::Tensor();
                const auto y = function(x, weight, bias);
                (y * random({5, 24}, 4)).sum().backward();
                return std::vector<at::Tensor>{y.detach(), x.grad(), has_bias ? bias.grad() : x.grad()};
            };
            const auto ours = run(quantized_linear), composed = run(quantized_linear_composed);
            for (std::size_t i = 0; i < ours.size(); ++i)
                EXPECT_TRUE(at::allclose(ours[i], composed[i], 1e-12, 1e-12)) << i;
        }
}

TEST(QuantizedLinearTest, TheGradientIsThatOfFiniteDifferences) {
    const auto weight = weight_of(6, 64);
    auto x = random({2, 64}, 2).set_requires_grad(true);
    const auto along = random({2, 6}, 3);
    const auto value = [&] { return (quantized_linear(x, weight, {}) * along).sum(); };
    value().backward();
    const auto gradient = x.grad().clone();
    const at::NoGradGuard no_gradients;
    constexpr double kStep = 1e-5;
    for (const auto i : {0, 17, 63}) {
        x[1][i] += kStep;
        const auto above = value().item<double>();
        x[1][i] -= 2 * kStep;
        const auto below = value().item<double>();
        x[1][i] += kStep;
        EXPECT_NEAR((above - below) / (2 * kStep), gradient[1][i].item<double>(), 1e-6);
    }
}

TEST(QuantizedLinearTest, TheResultMayBeChangedInPlace) {
    const auto weight = weight_of(8, 64);
    auto x = random({3, 64}, 2).set_requires_grad(true);
    auto y = quantized_linear(x, weight, {});
    y.add_(1.0);
    y.sum().backward();
    EXPECT_TRUE(at::allclose(x.grad(), at::ones({3, 8}, at::kDouble).mm(weight.dequantize(at::kDouble))));
}

TEST(QuantizedLinearTest, NothingDenseIsKeptForBackward) {
    install_meter();
    constexpr std::int64_t kSize = 512;
    const auto weight = weight_of(kSize, kSize);
    auto x = random({4, kSize}, 2, at::kFloat).set_requires_grad(true);
    const auto before = read_meter().current_bytes;
    const auto y = quantized_linear(x, weight, {});
    EXPECT_LT(read_meter().current_bytes - before, std::uint64_t{kSize * kSize});
    reset_peak();
    y.sum().backward();
    EXPECT_GE(read_meter().peak_bytes - before, std::uint64_t{kSize * kSize * 4});
}

}  // namespace
}  // namespace tunebench
