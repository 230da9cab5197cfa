// Inputs that backward makes again give the bits that kept ones give, and take no memory.
#include "core/engine/ops/kept_input.h"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/linear.h"
#include "core/engine/ops/rms_norm.h"
#include "tests/core/engine/test_device.h"

namespace tunebench {
namespace {

constexpr std::int64_t kRows = 37, kWidth = 96, kOut = 24, kRank = 4;

const auto kDevice = test::test_device();

at::Tensor drawn(at::IntArrayRef sizes, std::uint64_t seed, at::ScalarType type = at::kFloat) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes).normal_(0.0, 1.0, generator).to(kDevice, type);
}

using Tensors = std::vector<at::Tensor>;

Tensors leaves(const Tensors& values) {
    Tensors all;
    for (const auto& value : values)
        all.push_back(value.detach().clone().set_requires_grad(true));
    return all;
}

/// An operation that can make its result again.
struct Making {
    std::string name;
    Tensors inputs;
    std::function<at::Tensor(const Tensors&)> result;
};

std::vector<Making> makings(at::ScalarType type) {
    const auto of_vectors = type == at::kDouble ? at::kDouble : at::kFloat;
    const auto norm = [type](const Tensors& in) { return rms_norm(in[0], in[1], 1e-5, type); };
    const auto weight = drawn({kWidth}, 3, of_vectors);
    return {{.name = "gate and up",
             .inputs = {drawn({kRows, kWidth}, 1, type), drawn({kRows, kWidth}, 2, type)},
             .result = [](const Tensors& in) { return silu_multiply(in[0], in[1]); }},
            {.name = "halves",
             .inputs = {drawn({kRows, 2 * kWidth}, 1, type)},
             .result = [](const Tensors& in) { return gated_halves(in[0], Activation::Silu); }},
            {.name = "norm", .inputs = {drawn({kRows, kWidth}, 1, type), weight}, .result = norm},
            {.name = "norm of a wide stream",
             .inputs = {drawn({kRows, kWidth}, 1, of_vectors), weight},
             .result = norm}};
}

/// A map whose weight's gradient needs its input.
struct Reading {
    std::string name;
    Tensors weights;
    std::function<at::Tensor(const at::Tensor& x, const Tensors&)> result;
};

std::vector<Reading> readings(at::ScalarType type) {
    const auto dense = drawn({kOut, kWidth}, 4, type);
    auto codes = *quantize_weight(drawn({kOut, kWidth}, 4).cpu(), {.type = QuantizationType::Nf4}, "weight");
    codes.move_to(kDevice);
    const Tensors low_rank = {drawn({kRank, kWidth}, 5), drawn({kOut, kRank}, 6)};
    const auto trained = [](const at::Tensor& x, const Tensors& in) { return apply_linear(x, in[0]); };
    return {{.name = "low rank",
             .weights = low_rank,
             .result =
                 [dense](const at::Tensor& x, const Tensors& in) {
                     return adapted_linear(x, {.dense = dense}, in[0], in[1], 0.5);
                 }},
            {.name = "low rank beside codes",
             .weights = low_rank,
             .result =
                 [codes](const at::Tensor& x, const Tensors& in) {
                     return adapted_linear(x, {.quantized = &codes}, in[0], in[1], 0.5);
                 }},
            {.name = "three that read one",
             .weights = {low_rank[0], low_rank[1], low_rank[0], low_rank[1], dense},
             .result =
                 [dense](const at::Tensor& x, const Tensors& in) {
                     return adapted_linear(x, {.dense = dense}, in[0], in[1], 0.5) +
                            adapted_linear(x, {.dense = dense}, in[2], in[3], 2.0) + apply_linear(x, in[4]);
                 }},
            {.name = "trained", .weights = {dense}, .result = trained},
            {.name = "trained in another type",
             .weights = {drawn({kOut, kWidth}, 4, type == at::kFloat ? at::kBFloat16 : at::kFloat)},
             .result = trained}};
}

at::Tensor read(const Making& making, const Tensors& inputs, const Reading& reading, const Tensors& weights,
                bool keeps) {
    const auto made = making.result(inputs);
    // A view is the result of an operation that cannot make it again.
    const auto x = keeps ? made.view(made.sizes()) : made;
    EXPECT_EQ(is_made_again(x), !keeps) << making.name;
    return reading.result(x, weights);
}

/// The result and all gradients.
Tensors outcome(const Making& making, const Reading& reading, bool keeps) {
    const auto inputs = leaves(making.inputs), weights = leaves(reading.weights);
    const auto out = read(making, inputs, reading, weights, keeps);
    out.backward(drawn({kRows, kOut}, 7, out.scalar_type()));
    Tensors all = {out.detach()};
    for (const auto* some : {&inputs, &weights})
        for (const auto& leaf : *some)
            all.push_back(leaf.grad());
    return all;
}

class EachMadeType : public testing::TestWithParam<at::ScalarType> {};

TEST_P(EachMadeType, GradientsAreThoseOfAKeptInputBitForBit) {
    for (const auto& making : makings(GetParam()))
        for (const auto& reading : readings(GetParam())) {
            const auto kept = outcome(making, reading, true), again = outcome(making, reading, false);
            for (std::size_t i = 0; i < kept.size(); ++i)
                EXPECT_TRUE(at::equal(kept[i], again[i])) << making.name << ", " << reading.name << ' ' << i;
        }
}

TEST_P(EachMadeType, WhatIsMadeAgainIsNotKept) {
    install_meter();
    const auto bytes_of_input = static_cast<std::uint64_t>(kRows * kWidth) * c10::elementSize(GetParam());
    for (const auto& making : makings(GetParam()))
        for (const auto& reading : readings(GetParam())) {
            const auto inputs = leaves(making.inputs), weights = leaves(reading.weights);
            const auto taken = [&](bool keeps) {
                const auto before = read_meter(kDevice).current_bytes;
                const auto out = read(making, inputs, reading, weights, keeps);
                return read_meter(kDevice).current_bytes - before;
            };
            taken(true);  // an accelerator's library takes its room with the first product
            EXPECT_GE(taken(true), taken(false) + bytes_of_input) << making.name << ", " << reading.name;
        }
}

INSTANTIATE_TEST_SUITE_P(KeptInputTest, EachMadeType,
                         testing::Values(at::kFloat, at::kBFloat16, at::kHalf, at::kDouble),
                         [](const auto& type) { return std::string(c10::toString(type.param)); });

TEST(KeptInputTest, AResultWithoutGradientIsKept) {
    const at::Tensor gate = drawn({kRows, kWidth}, 1), up = drawn({kRows, kWidth}, 2);
    EXPECT_FALSE(is_made_again(gate));
    EXPECT_FALSE(is_made_again(silu_multiply(gate, up)));
    EXPECT_TRUE(is_made_again(silu_multiply(leaves({gate})[0], up)));
    const at::NoGradGuard no_gradients;
    EXPECT_FALSE(is_made_again(silu_multiply(leaves({gate})[0], up)));
}

TEST(KeptInputTest, WhatAnInputIsMadeOfMustNotChange) {
    const auto making = makings(at::kFloat).front();
    const auto reading = readings(at::kFloat).front();
    const auto inputs = leaves(making.inputs);
    const auto out = read(making, inputs, reading, leaves(reading.weights), false);
    {
        const at::NoGradGuard no_gradients;
        inputs[0].zero_();
    }
    EXPECT_THROW(out.sum().backward(), c10::Error);
}

}  // namespace
}  // namespace tunebench
