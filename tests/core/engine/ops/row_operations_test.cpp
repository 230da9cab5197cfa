// Operations that work row by row, in every type, against the composed ones in float64.
#include <functional>

#include <gtest/gtest.h>

#include "core/engine/ops/attention.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/rms_norm.h"
#include "core/engine/ops/rope.h"
#include "core/engine/tensor.h"
#include "tests/core/engine/test_device.h"

namespace tunebench {
namespace {

using Function = std::function<at::Tensor(const std::vector<at::Tensor>&)>;

const auto kDevice = test::test_device();

at::Tensor drawn(at::IntArrayRef sizes, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes, at::kDouble).normal_(0.0, 1.0, generator);
}

/// Of nine positions and heads of 16.
RopeTable table_of(const RopeConfig& rope) {
    auto frequencies = rope_frequencies(rope, 16);
    frequencies.move_to(kDevice);
    return rope_table(frequencies, at::arange(9, kDevice));
}

/// What rounding inputs and results to the type may change, of the largest number.
double bound_of(at::ScalarType type) {
    return type == at::kFloat ? 2e-6 : type == at::kHalf ? 4e-3 : 3e-2;
}

class EachType : public testing::TestWithParam<at::ScalarType> {
protected:
    /// Both get the numbers that the type can hold.
    void expect_same(const Function& ours, const Function& composed, const std::vector<at::Tensor>& inputs,
                     const std::vector<at::ScalarType>& types = {}) const {
        std::vector<at::Tensor> narrow, wide;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const auto type = types.empty() ? GetParam() : types[i];
            narrow.push_back(inputs[i].to(type).to(kDevice).set_requires_grad(true));
            wide.push_back(narrow.back().detach().to(at::kDouble).set_requires_grad(true));
        }
        const auto out = ours(narrow), expected = composed(wide);
        const auto weights = drawn(out.sizes(), 99).to(kDevice, out.scalar_type());
        out.backward(weights);
        expected.backward(weights.to(at::kDouble));
        expect_near(out, expected, "result");
        for (std::size_t i = 0; i < inputs.size(); ++i)
            expect_near(narrow[i].grad(), wide[i].grad(), "gradient of input " + std::to_string(i));
    }

    static void expect_near(const at::Tensor& a, const at::Tensor& b, const std::string& what) {
        const double scale = b.abs().max().item<double>();
        EXPECT_LT((a.to(at::kDouble) - b).abs().max().item<double>(), bound_of(GetParam()) * scale) << what;
    }
};

TEST_P(EachType, RmsNorm) {
    const auto x = drawn({37, 70}, 1), weight = drawn({70}, 2);
    expect_same([](const auto& in) { return rms_norm(in[0], in[1], 1e-5); },
                [](const auto& in) { return rms_norm_composed(in[0], in[1], 1e-5); }, {x, weight},
                {GetParam(), at::kFloat});
}

TEST_P(EachType, RmsNormOfAWideStream) {
    const auto type = GetParam();
    expect_same([type](const auto& in) { return rms_norm(in[0], in[1], 1e-5, type); },
                [](const auto& in) { return rms_norm_composed(in[0], in[1], 1e-5); },
                {drawn({5, 576}, 1), drawn({576}, 2)}, {at::kFloat, at::kFloat});
}

TEST_P(EachType, SiluMultiply) {
    expect_same([](const auto& in) { return silu_multiply(in[0], in[1]); },
                [](const auto& in) { return at::silu(in[0]) * in[1]; },
                {drawn({13, 130}, 1) * 3, drawn({13, 130}, 2)});
}

TEST_P(EachType, GatedHalves) {
    expect_same([](const auto& in) { return gated_halves(in[0], Activation::Silu); },
                [](const auto& in) { return at::silu(in[0].narrow(1, 0, 65)) * in[0].narrow(1, 65, 65); },
                {drawn({13, 130}, 1) * 3});
}

TEST_P(EachType, PartOfAHeadRotated) {
    const auto table = table_of({.dimensions = 6});
    const RopeTable exact{table.cosine.to(at::kDouble), table.sine.to(at::kDouble)};
    expect_same([&](const auto& in) { return apply_rope(in[0], table); },
                [&](const auto& in) { return apply_rope(in[0], exact); }, {drawn({9, 3, 16}, 1)});
}

TEST_P(EachType, Rope) {
    const auto table = table_of({});
    const RopeTable exact{table.cosine.to(at::kDouble), table.sine.to(at::kDouble)};
    expect_same([&](const auto& in) { return apply_rope(in[0], table); },
                [&](const auto& in) { return apply_rope(in[0], exact); }, {drawn({9, 3, 16}, 1)});
}

TEST_P(EachType, Attention) {
    AttentionLayout layout{.starts = {0, 7, 7, 300, 307}, .scale = 0.3};
    const auto same = [&] {
        const auto keys = 307 + 4 * layout.prefix;
        expect_same([&](const auto& in) { return attention(in[0], in[1], in[2], layout); },
                    [&](const auto& in) { return attention_composed(in[0], in[1], in[2], layout); },
                    {drawn({307, 4, 8}, 1), drawn({keys, 2, 8}, 2), drawn({keys, 2, 8}, 3)});
    };
    same();
    layout.window = 5;
    same();
    layout.prefix = 3;
    same();
    layout.always_seen = 3;
    same();
}

TEST_P(EachType, LinearCrossEntropyWithEveryTerm) {
    const auto labels = at::arange(300, kDevice).remainder(50);
    for (const LossTerms& terms : {LossTerms{}, LossTerms{.label_smoothing = 0.1, .z_loss = 1e-2}})
        expect_same([&](const auto& in) { return linear_cross_entropy(in[0], {in[1]}, labels, 0.01, terms); },
                    [&](const auto& in) {
                        return linear_cross_entropy_composed(in[0], {in[1]}, labels, 0.01, terms);
                    },
                    {drawn({300, 20}, 1), drawn({50, 20}, 2)});
}

INSTANTIATE_TEST_SUITE_P(RowOperationsTest, EachType, testing::Values(at::kFloat, at::kBFloat16, at::kHalf),
                         [](const auto& type) { return std::string(c10::toString(type.param)); });

}  // namespace
}  // namespace tunebench
