// Every operation of our own against the same from LibTorch's operations, and against finite differences.
#include <functional>

#include <gtest/gtest.h>

#include "core/engine/ops/adam_update.h"
#include "core/engine/ops/attention.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/recompute.h"
#include "core/engine/ops/rms_norm.h"
#include "core/engine/ops/rope.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using Function = std::function<at::Tensor(const std::vector<at::Tensor>&)>;

at::Tensor random(at::IntArrayRef sizes, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes, at::kDouble).normal_(0.0, 1.0, generator);
}

std::vector<at::Tensor> leaves(const std::vector<at::Tensor>& inputs) {
    std::vector<at::Tensor> copies;
    for (const auto& input : inputs)
        copies.push_back(input.detach().clone().set_requires_grad(true));
    return copies;
}

/// Values and gradients of both functions agree on the inputs.
void expect_same(const Function& ours, const Function& composed, const std::vector<at::Tensor>& inputs,
                 double tolerance = 1e-10) {
    const auto a = leaves(inputs), b = leaves(inputs);
    const auto out_a = ours(a), out_b = composed(b);
    EXPECT_TRUE(at::allclose(out_a, out_b, tolerance, tolerance));
    const auto weights = random(out_a.sizes(), 99).to(out_a.scalar_type());
    (out_a * weights).sum().backward();
    (out_b * weights).sum().backward();
    for (std::size_t i = 0; i < inputs.size(); ++i)
        EXPECT_TRUE(at::allclose(a[i].grad(), b[i].grad(), tolerance, tolerance))
            << "gradient of input " << i;
}

/// Gradients agree with central differences of the function in float64.
void expect_finite_differences(const Function& function, const std::vector<at::Tensor>& inputs) {
    constexpr double kStep = 1e-5;
    const auto variables = leaves(inputs);
    const auto weights = random(function(variables).sizes(), 7);
    (function(variables) * weights).sum().backward();
    const at::NoGradGuard no_gradients;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto flat = variables[i].detach().view({-1});
        const auto gradient = variables[i].grad().reshape({-1});
        for (std::int64_t k = 0; k < flat.numel(); k += 3) {
            const auto value = flat[k].item<double>();
            flat[k] = value + kStep;
            const auto above = (function(variables) * weights).sum().item<double>();
            flat[k] = value - kStep;
            const auto below = (function(variables) * weights).sum().item<double>();
            flat[k] = value;
            EXPECT_NEAR((above - below) / (2 * kStep), gradient[k].item<double>(), 1e-6) << i << " " << k;
        }
    }
}

TEST(OperationsTest, RmsNormEqualsItsComposedForm) {
    const Function ours = [](const auto& in) { return rms_norm(in[0], in[1], 1e-6); };
    const Function composed = [](const auto& in) { return rms_norm_composed(in[0], in[1], 1e-6); };
    const std::vector<at::Tensor> inputs = {random({5, 8}, 1), random({8}, 2)};
    expect_same(ours, composed, inputs);
    expect_finite_differences(ours, inputs);
}

TEST(OperationsTest, GatedHalvesEqualTheirComposedForm) {
    for (const auto activation : {Activation::Silu, Activation::GeluTanh}) {
        const Function ours = [&](const auto& in) { return gated_halves(in[0], activation); };
        const Function composed = [&](const auto& in) {
            return activate(in[0].narrow(1, 0, 3), activation) * in[0].narrow(1, 3, 3);
        };
        expect_same(ours, composed, {random({4, 6}, 1)});
        expect_finite_differences(ours, {random({4, 6}, 1)});
    }
}

TEST(OperationsTest, SiluMultiplyEqualsItsComposedForm) {
    const Function ours = [](const auto& in) { return silu_multiply(in[0], in[1]); };
    const Function composed = [](const auto& in) { return at::silu(in[0]) * in[1]; };
    const std::vector<at::Tensor> inputs = {random({4, 6}, 1), random({4, 6}, 2)};
    expect_same(ours, composed, inputs);
    expect_finite_differences(ours, inputs);
}

TEST(OperationsTest, RopeHasTheGradientOfARotation) {
    const auto table = rope_table(rope_frequencies({}, 4), at::arange(3));
    const RopeTable exact{table.cosine.to(at::kDouble), table.sine.to(at::kDouble)};
    expect_finite_differences([&](const auto& in) { return apply_rope(in[0], exact); },
                              {random({3, 2, 4}, 1)});
}

TEST(OperationsTest, APartOfEachHeadIsRotatedAndTheRestStays) {
    const auto table = rope_table(rope_frequencies({.dimensions = 4}, 6), at::arange(3));
    const RopeTable exact{table.cosine.to(at::kDouble), table.sine.to(at::kDouble)};
    const auto x = random({3, 2, 6}, 1);
    const auto y = apply_rope(x, exact);
    EXPECT_TRUE(at::equal(y.narrow(-1, 4, 2), x.narrow(-1, 4, 2)));
    EXPECT_TRUE(at::allclose(y.narrow(-1, 0, 4), apply_rope(x.narrow(-1, 0, 4), exact)));
    expect_finite_differences([&](const auto& in) { return apply_rope(in[0], exact); }, {x});
}

TEST(OperationsTest, LinearScalingDividesThePositions) {
    const RopeConfig plain{.theta = 10000.0};
    auto linear = plain;
    linear.scaling = RopeScaling::Linear;
    linear.factor = 4.0;
    const auto frequencies = inverse_frequencies(linear, 8);
    for (int pair = 0; pair < 4; ++pair)
        EXPECT_NEAR(frequencies[pair].item<double>(), std::pow(10000.0, -pair / 4.0) / 4.0, 1e-7) << pair;
    const auto spread = rope_table(rope_frequencies(linear, 8), at::arange(0, 40, 4));
    const auto close = rope_table(rope_frequencies(plain, 8), at::arange(10));
    EXPECT_TRUE(at::allclose(spread.cosine, close.cosine, 0.0, 1e-6));
    EXPECT_TRUE(at::allclose(spread.sine, close.sine, 0.0, 1e-6));
}

TEST(OperationsTest, YarnKeepsFastFrequenciesAndDividesSlowOnes) {
    const RopeConfig plain{.theta = 10000.0};
    auto yarn = plain;
    yarn.scaling = RopeScaling::Yarn;
    yarn.factor = 8.0;
    yarn.original_max_position_embeddings = 2048;
    const auto before = inverse_frequencies(plain, 128), after = inverse_frequencies(yarn, 128);
    // 32 rotations within 2048 positions are reached at pair 16.1, one at 40.2; whole pairs limit the mix.
    const auto divided = (before / after).to(at::kDouble);
    EXPECT_TRUE(at::allclose(divided.narrow(0, 0, 17), at::ones({17}, at::kDouble), 1e-6));
    EXPECT_TRUE(at::allclose(divided.narrow(0, 41, 23), at::full({23}, 8.0, at::kDouble), 1e-5));
    const double share = (28.0 - 16.0) / (41.0 - 16.0);
    EXPECT_NEAR(1.0 / divided[28].item<double>(), share / 8.0 + 1.0 - share, 1e-5);
}

TEST(OperationsTest, LongTextsTakeOtherFrequenciesWhereThereAreSome) {
    RopeConfig rope{.scaling = RopeScaling::LongRope};
    rope.short_factors = {1.0, 2.0};
    rope.long_factors = {4.0, 8.0};
    rope.original_max_position_embeddings = 10;
    rope.magnitude = 2.0;
    const auto frequencies = rope_frequencies(rope, 4);
    const auto angle = [&](std::int64_t tokens) {
        const auto table = rope_table(frequencies, at::arange(tokens));
        return std::atan2(table.sine[1][0][1].item<double>(), table.cosine[1][0][1].item<double>());
    };
    EXPECT_NEAR(angle(10), 0.01 / 2.0, 1e-6);
    EXPECT_NEAR(angle(11), 0.01 / 8.0, 1e-6);
    EXPECT_NEAR(rope_table(frequencies, at::arange(2)).cosine[0][0][0].item<double>(), 2.0, 1e-6);
}

TEST(OperationsTest, RopeKeepsTheLengthOfEveryPair) {
    const auto table = rope_table(rope_frequencies({.theta = 10000.0}, 8), at::arange(100));
    const auto x = random({100, 2, 8}, 5).to(at::kFloat);
    const auto y = apply_rope(x, table);
    EXPECT_TRUE(at::allclose(x.square().sum(-1), y.square().sum(-1), 1e-4, 1e-4));
}

struct AttentionShape {
    std::vector<std::int32_t> starts;
    std::int64_t heads, key_value_heads;
    std::optional<std::int64_t> window;
    std::int64_t prefix = 0;
    std::int64_t always_seen = 0;
    double softcap = 0.0;
};

class AttentionCases : public testing::TestWithParam<AttentionShape> {};

TEST_P(AttentionCases, EqualsItsComposedForm) {
    const auto& shape = GetParam();
    const AttentionLayout layout{.starts = shape.starts,
                                 .scale = 0.5,
                                 .softcap = shape.softcap,
                                 .window = shape.window,
                                 .prefix = shape.prefix,
                                 .always_seen = shape.always_seen};
    const auto n = shape.starts.back();
    const auto keys = n + (std::ssize(shape.starts) - 1) * shape.prefix;
    const std::vector<at::Tensor> inputs = {random({n, shape.heads, 4}, 1),
                                            random({keys, shape.key_value_heads, 4}, 2),
                                            random({keys, shape.key_value_heads, 4}, 3)};
    const Function ours = [&](const auto& in) { return attention(in[0], in[1], in[2], layout); };
    expect_same(
        ours, [&](const auto& in) { return attention_composed(in[0], in[1], in[2], layout); }, inputs);
    if (n < 20)
        expect_finite_differences(ours, inputs);
}

INSTANTIATE_TEST_SUITE_P(
    OperationsTest, AttentionCases,
    testing::Values(AttentionShape{{0, 5}, 2, 2, {}}, AttentionShape{{0, 5, 10, 11}, 4, 2, {}},
                    AttentionShape{{0, 7, 9}, 4, 1, 3}, AttentionShape{{0, 600}, 2, 1, {}},
                    AttentionShape{{0, 300, 900}, 2, 2, 100}, AttentionShape{{0, 3, 3, 8}, 2, 1, 1},
                    AttentionShape{{0, 5, 10, 11}, 4, 2, {}, 3}, AttentionShape{{0, 7, 9}, 4, 1, 3, 2},
                    AttentionShape{{0, 7, 14}, 4, 2, 4, 6}, AttentionShape{{0, 3, 3, 6}, 2, 1, {}, 2},
                    AttentionShape{{0, 600}, 4, 2, {}, 20}, AttentionShape{{0, 300, 600}, 2, 2, 100, 30},
                    AttentionShape{{0, 7, 14}, 4, 2, 4, 6, 6},
                    AttentionShape{{0, 300, 600}, 2, 2, 100, 30, 30},
                    AttentionShape{{0, 7, 14}, 4, 2, 4, 2, 1, 0.8},
                    AttentionShape{{0, 300, 600}, 4, 2, 100, 0, 0, 1.5}));

TEST(OperationsTest, AWindowPassesOverAPrefixUnlessItIsAlwaysSeen) {
    constexpr std::int64_t kTokens = 6, kPrefix = 2, kWindow = 3;
    const auto q = random({kTokens, 1, 4}, 1), k = random({kTokens + kPrefix, 1, 4}, 2);
    const auto v = random({kTokens + kPrefix, 1, 4}, 3);
    for (const std::int64_t always : {std::int64_t{0}, kPrefix}) {
        const auto found = attention(q, k, v,
                                     {.starts = {0, kTokens},
                                      .scale = 0.5,
                                      .window = kWindow,
                                      .prefix = kPrefix,
                                      .always_seen = always});
        for (std::int64_t token = 0; token < kTokens; ++token) {
            std::vector<std::int64_t> seen;
            for (std::int64_t key = 0; key <= kPrefix + token; ++key)
                if (key < always || key > kPrefix + token - kWindow)
                    seen.push_back(key);
            const auto rows = at::tensor(seen);
            const auto scores = at::mv(k.squeeze(1).index_select(0, rows), q[token][0]) * 0.5;
            const auto expected = at::mv(v.squeeze(1).index_select(0, rows).t(), at::softmax(scores, 0));
            EXPECT_TRUE(at::allclose(found[token][0], expected, 1e-10, 1e-10)) << always << " " << token;
        }
    }
}

TEST(OperationsTest, PackedSequencesDoNotSeeEachOther) {
    const auto q = random({9, 2, 4}, 1), k = random({9, 2, 4}, 2), v = random({9, 2, 4}, 3);
    const auto packed = attention(q, k, v, {.starts = {0, 4, 9}, .scale = 0.5});
    const auto alone =
        attention(q.narrow(0, 4, 5), k.narrow(0, 4, 5), v.narrow(0, 4, 5), {.starts = {0, 5}, .scale = 0.5});
    EXPECT_TRUE(at::equal(packed.narrow(0, 4, 5), alone));
}

TEST(OperationsTest, CachedAttentionEqualsTheLastRowsOfTheWhole) {
    const auto q = random({9, 4, 4}, 1), k = random({9, 2, 4}, 2), v = random({9, 2, 4}, 3);
    for (const std::optional<std::int64_t> window :
         {std::optional<std::int64_t>{}, std::optional<std::int64_t>{3}}) {
        const auto whole = attention(q, k, v, {.starts = {0, 9}, .scale = 0.5, .window = window});
        const auto last = attention_cached(q.narrow(0, 6, 3), k, v, {.scale = 0.5, .window = window});
        EXPECT_TRUE(at::allclose(whole.narrow(0, 6, 3), last, 1e-10, 1e-10));
    }
    const auto tokens = q.narrow(0, 2, 7);
    const AttentionLayout behind_prefix{
        .starts = {0, 7}, .scale = 0.5, .window = 3, .prefix = 2, .always_seen = 2};
    const auto whole = attention(tokens, k, v, behind_prefix);
    const auto last = attention_cached(tokens.narrow(0, 4, 3), k, v, behind_prefix);
    EXPECT_TRUE(at::allclose(whole.narrow(0, 4, 3), last, 1e-10, 1e-10));
}

TEST(OperationsTest, LinearCrossEntropyEqualsItsComposedForm) {
    const auto labels = at::randint(0, 11, {300}, at::kLong);
    const Function ours = [&](const auto& in) { return linear_cross_entropy(in[0], {in[1]}, labels, 0.25); };
    const Function composed = [&](const auto& in) {
        return linear_cross_entropy_composed(in[0], {in[1]}, labels, 0.25);
    };
    expect_same(ours, composed, {random({300, 6}, 1), random({11, 6}, 2)});
}

TEST(OperationsTest, AHeadMayHaveABiasAndACap) {
    const auto labels = at::randint(0, 11, {300}, at::kLong);
    const LossTerms terms{.label_smoothing = 0.1, .z_loss = 0.01};
    const Function ours = [&](const auto& in) {
        return linear_cross_entropy(in[0], {in[1], in[2], 1.5}, labels, 0.25, terms);
    };
    const Function composed = [&](const auto& in) {
        return linear_cross_entropy_composed(in[0], {in[1], in[2], 1.5}, labels, 0.25, terms);
    };
    const std::vector<at::Tensor> inputs = {random({300, 6}, 1), random({11, 6}, 2), random({11}, 3)};
    expect_same(ours, composed, inputs);
    const auto score = score_head(inputs[0], {inputs[1], inputs[2], 1.5}, labels);
    const auto logits = capped(at::mm(inputs[0], inputs[1].t()) + inputs[2], 1.5);
    EXPECT_LE(logits.abs().max().item<double>(), 1.5);
    EXPECT_TRUE(at::allclose(score.losses, at::cross_entropy_loss(logits, labels, {}, at::Reduction::None)));
}

TEST(OperationsTest, LossTermsAreThoseOfTheComposedForm) {
    const auto labels = at::randint(0, 11, {300}, at::kLong);
    for (const auto& terms : {LossTerms{.label_smoothing = 0.1}, LossTerms{.z_loss = 0.01},
                              LossTerms{.label_smoothing = 0.3, .z_loss = 0.1}}) {
        const Function ours = [&](const auto& in) {
            return linear_cross_entropy(in[0], {in[1]}, labels, 0.25, terms);
        };
        const Function composed = [&](const auto& in) {
            return linear_cross_entropy_composed(in[0], {in[1]}, labels, 0.25, terms);
        };
        expect_same(ours, composed, {random({300, 6}, 1), random({11, 6}, 2)});
    }
}

TEST(OperationsTest, SmoothedLabelsAndZLossAreTheirFormulas) {
    const auto logits = random({4, 7}, 1);
    const auto labels = at::tensor(std::vector<std::int64_t>{0, 3, 6, 2});
    const auto log_probabilities = at::log_softmax(logits, 1);
    const auto of_label = log_probabilities.gather(1, labels.unsqueeze(1)).squeeze(1);
    const auto log_sums = at::logsumexp(logits, {1});
    const auto expected =
        (-0.8 * of_label - 0.2 * log_probabilities.mean({1}) + 0.05 * log_sums * log_sums).sum() * 0.5;
    const auto found = cross_entropy(logits, labels, 0.5, {.label_smoothing = 0.2, .z_loss = 0.05});
    EXPECT_NEAR(found.item<double>(), expected.item<double>(), 1e-12);
}

TEST(OperationsTest, ScoreHeadGivesTheSameLossAndCountsRightAnswers) {
    const auto hidden = random({300, 6}, 1), weight = random({11, 6}, 2);
    const auto labels = at::mm(hidden, weight.t()).argmax(1);
    const auto score = score_head(hidden, {weight}, labels);
    EXPECT_EQ(score.correct, 300);
    EXPECT_NEAR(score.losses.sum().item<double>(),
                linear_cross_entropy(hidden, {weight}, labels, 1.0).item<double>(), 1e-9);
}

TEST(OperationsTest, RecomputedGivesTheSameGradientsAsTheFunction) {
    const auto weight = random({6, 6}, 3).set_requires_grad(true);
    const auto again = weight.detach().clone().set_requires_grad(true);
    const auto x = random({4, 6}, 1);
    recomputed([&](const at::Tensor& in) { return std::vector{at::tanh(at::mm(in, weight))}; }, x)
        .front()
        .sum()
        .backward();
    at::tanh(at::mm(x, again)).sum().backward();
    EXPECT_TRUE(at::equal(weight.grad(), again.grad()));
}

TEST(OperationsTest, FusedAdamEqualsItsComposedForm) {
    for (const double decay : {0.0, 0.1}) {
        auto make = [](std::uint64_t seed) { return random({40000}, seed).to(at::kFloat); };
        const auto p1 = make(1), p2 = p1.clone(), m1 = at::zeros_like(p1), m2 = m1.clone();
        const auto v1 = at::zeros_like(p1), v2 = v1.clone();
        for (std::int64_t step = 1; step <= 5; ++step) {
            const AdamUpdate update{.learning_rate = 1e-2,
                                    .decoupled_decay = decay,
                                    .l2_decay = decay,
                                    .gradient_scale = 0.5,
                                    .step = step};
            const auto gradient = make(static_cast<std::uint64_t>(step) + 10);
            adam_update(p1, gradient, m1, v1, update);
            adam_update_composed(p2, gradient, m2, v2, update);
        }
        EXPECT_TRUE(at::allclose(p1, p2, 1e-5, 1e-6));
        EXPECT_TRUE(at::allclose(v1, v2, 1e-5, 1e-8));
    }
}

}  // namespace
}  // namespace tunebench
