#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/engine/ops/linear.h"
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

/// From LibTorch's own operations, with the whole dense weight.
at::Tensor composed_linear(const at::Tensor& x, const QuantizedWeight& weight, const at::Tensor& bias) {
    return at::linear(x, weight.dequantize(x.scalar_type()), bias);
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
            const auto ours = run(quantized_linear), composed = run(composed_linear);
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

/// Wide and tall enough for several panels each way, which begin within blocks and within bytes.
TEST(QuantizedLinearTest, WeightsOfManyPanelsEqualTheComposedForm) {
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Int8})
        for (const auto& [out, in] : {std::pair{811, 1301}, std::pair{1301, 811}}) {
            const auto weight = weight_of(out, in, type);
            const auto run = [&](const auto& function) {
                auto x = random({3, in}, 2).set_requires_grad(true);
                const auto y = function(x, weight, at::Tensor());
                (y * random({3, out}, 4)).sum().backward();
                return std::pair{y.detach(), x.grad()};
            };
            const auto ours = run(quantized_linear), composed = run(composed_linear);
            EXPECT_TRUE(at::allclose(ours.first, composed.first, 1e-12, 1e-10)) << out << ' ' << in;
            EXPECT_TRUE(at::allclose(ours.second, composed.second, 1e-12, 1e-10)) << out << ' ' << in;
        }
}

TEST(QuantizedLinearTest, PanelsAreRoundedAsTheWholeWeightIs) {
    constexpr std::int64_t kIn = 701;  // panels begin within blocks and bytes
    for (const auto codes : {QuantizationType::Nf4, QuantizationType::Int8})
        for (const auto source : {at::kFloat, at::kBFloat16, at::kHalf})
            for (const auto type : {at::kFloat, at::kBFloat16, at::kHalf}) {
                const auto weight = *quantize_weight(random({2100, kIn}, 1, at::kFloat).to(source),
                                                     {.type = codes}, "weight");
                const auto columns = quantized_linear(at::eye(kIn, at::kFloat).to(type), weight, {});
                EXPECT_TRUE(at::equal(columns, weight.dequantize(type).t())) << source << ' ' << type;
            }
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
