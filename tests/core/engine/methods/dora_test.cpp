// DoRA's arithmetic against its formula.
#include <gtest/gtest.h>

#include "core/methods/dora/layer.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench::dora {
namespace {

using test::relative_difference;

at::Tensor matrix(std::vector<double> values, std::vector<std::int64_t> shape) {
    return at::tensor(values, at::kDouble).view(shape).to(at::kFloat);
}

at::Tensor direct_norms(const at::Tensor& weight, const lora::LowRank& low_rank) {
    const auto changed = weight.to(at::kDouble) +
                         at::mm(low_rank.b.to(at::kDouble), low_rank.a.to(at::kDouble)) * low_rank.scale;
    return changed.norm(2, {1});
}

lora::LowRank drawn(std::int64_t out, std::int64_t in, std::int64_t rank, double size) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(5);
    return {.a = at::empty({rank, in}).normal_(0.0, size, generator),
            .b = at::empty({out, rank}).normal_(0.0, size, generator),
            .scale = 2.0};
}

/// One projection with DoRA on it.
struct Subject {
    Projection projection;
    lora::LowRank low_rank;
    at::Tensor magnitude;

    Subject(at::Tensor weight, at::Tensor bias, lora::LowRank matrices, at::Tensor lengths)
        : projection({.in_features = weight.size(1), .out_features = weight.size(0), .has_bias = true}),
          low_rank(std::move(matrices)),
          magnitude(std::move(lengths)) {
        projection.weight = weight;
        projection.bias = bias;
        for (auto* tensor : {&low_rank.a, &low_rank.b, &magnitude})
            tensor->set_requires_grad(true);
        projection.set_delta(
            std::make_unique<MagnitudeDelta>(low_rank, magnitude, RowNorms(projection.weight)));
    }

    /// The paper's formula with the norm detached, made whole.
    at::Tensor formula(const at::Tensor& x, bool detached = true) const {
        const auto changed = projection.weight + at::mm(low_rank.b, low_rank.a) * low_rank.scale;
        const auto norms = changed.norm(2, {1});
        const auto lengths = magnitude / (detached ? norms.detach() : norms);
        return at::mm(x, (changed * lengths.unsqueeze(1)).t()) + projection.bias;
    }
};

Subject random_subject() {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(6);
    const auto draw = [&](std::vector<std::int64_t> shape) {
        return at::empty(shape, at::kDouble).normal_(0.0, 1.0, generator);
    };
    return {draw({7, 5}), draw({7}), {.a = draw({2, 5}), .b = draw({7, 2}), .scale = 0.5}, draw({7})};
}

TEST(DoraTest, EqualsTheWorkedExample) {
    const Subject subject(matrix({1, 2, 3, 4, -2, 0.5}, {3, 2}), matrix({0.1, 0.2, 0.3}, {3}),
                          {.a = matrix({0.5, -1}, {1, 2}), .b = matrix({0.2, 0, -0.4}, {3, 1}), .scale = 2.0},
                          matrix({2, 5, 2.5}, {3}));
    const at::NoGradGuard no_gradients;
    const auto norms = RowNorms(subject.projection.weight).of(subject.projection.weight, subject.low_rank);
    EXPECT_LE(relative_difference(norms, matrix({2, 5, 2.7294688}, {3})), 1e-7);
    const auto y = subject.projection.forward(matrix({1, -2}, {1, 2}), {});
    EXPECT_LE(relative_difference(y, matrix({-1.9, -4.8, -4.2796459}, {1, 3})), 2e-7);
}

TEST(DoraTest, CheapNormsAreTheDirectOnes) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(4);
    for (const auto& [out, in] : {std::pair{96, 32}, std::pair{33, 4096}, std::pair{200, 512}})
        for (const double size : {0.01, 0.3, 2.0}) {
            const auto weight = at::empty({out, in}).normal_(0.0, 0.02, generator);
            const auto low_rank = drawn(out, in, 8, size);
            const auto found = RowNorms(weight).of(weight, low_rank).to(at::kDouble);
            const auto expected = direct_norms(weight, low_rank);
            EXPECT_LE(((found - expected).abs() / expected).max().item<double>(), 5e-7)
                << out << " x " << in << ", " << size;
        }
}

TEST(DoraTest, ARowThatCancelsIsMeasuredDirectly) {
    const auto low_rank = drawn(6, 40, 3, 1.0);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(8);
    const auto rest = at::empty({6, 40}).normal_(0.0, 1e-3, generator);
    const auto weight = rest - at::mm(low_rank.b, low_rank.a) * low_rank.scale;
    const auto found = RowNorms(weight).of(weight, low_rank).to(at::kDouble);
    const auto expected = direct_norms(weight, low_rank);
    EXPECT_LE(((found - expected).abs() / expected).max().item<double>(), 1e-3);
}

TEST(DoraTest, GradientsAreThoseOfTheFormulaWithAConstantNorm) {
    const auto subject = random_subject();
    auto generator = at::make_generator<at::CPUGeneratorImpl>(9);
    const auto x = at::empty({3, 5}, at::kDouble).normal_(0.0, 1.0, generator).set_requires_grad(true);
    const auto weights = at::empty({3, 7}, at::kDouble).normal_(0.0, 1.0, generator);
    const std::vector<at::Tensor> inputs = {x, subject.low_rank.a, subject.low_rank.b, subject.magnitude};
    const auto gradients = [&](const at::Tensor& y) {
        return torch::autograd::grad({(y * weights).sum()}, inputs);
    };
    const auto y = subject.projection.forward(x, {});
    EXPECT_LE(relative_difference(y, subject.formula(x)), 1e-12);
    const auto found = gradients(y), expected = gradients(subject.formula(x));
    const auto undetached = gradients(subject.formula(x, /*detached=*/false));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        EXPECT_LE(relative_difference(found[i], expected[i]), 1e-12) << i;
    EXPECT_GT(relative_difference(found[1], undetached[1]), 1e-3);
    EXPECT_GT(relative_difference(found[2], undetached[2]), 1e-3);
}

/// PEFT: the part of the base that is not rescaled sees the whole input, all else the dropped one.
TEST(DoraTest, DropoutActsOnWhatTheMethodChanges) {
    auto subject = random_subject();
    subject.low_rank.dropout = 0.5;
    subject.low_rank.site = 3;
    const auto& weight = subject.projection.weight;
    subject.projection.set_delta(
        std::make_unique<MagnitudeDelta>(subject.low_rank, subject.magnitude, RowNorms(weight)));
    const at::NoGradGuard no_gradients;
    const auto x = at::ones({4, 5}, at::kDouble);
    ForwardContext context;
    context.training = true;
    context.dropout_seed = 11;
    const auto dropped = dropout(x, 0.5, context, 3);
    ASSERT_FALSE(at::equal(dropped, x));
    const auto lengths = subject.magnitude / direct_norms(weight, subject.low_rank);
    const auto update = at::mm(subject.low_rank.b, subject.low_rank.a) * subject.low_rank.scale;
    const auto expected = at::mm(x, weight.t()) + subject.projection.bias +
                          at::mm(dropped, weight.t()) * (lengths - 1.0) +
                          at::mm(dropped, update.t()) * lengths;
    EXPECT_LE(relative_difference(subject.projection.forward(x, context), expected), 1e-12);
    context.training = false;
    EXPECT_LE(relative_difference(subject.projection.forward(x, context), subject.formula(x)), 1e-12);
}

TEST(DoraTest, ANewTextSeesNewWeights) {
    test::AttachedModel subject(*find_method("dora"), {}, "tiny");
    const at::NoGradGuard no_gradients;
    const auto read = [&] {
        KeyValueCache cache(subject.model->config().num_hidden_layers, 4);
        at::Tensor hidden;
        for (int i = 0; i < 2; ++i) {
            ForwardContext context;
            context.positions = at::full({1}, i, at::kLong);
            context.cache = &cache;
            hidden = subject.model->hidden_states(at::full({1}, 5 + i, at::kLong), context);
        }
        return hidden;
    };
    const auto before = read();
    subject.shake();
    EXPECT_GT(relative_difference(read(), before), 1e-3);
}

TEST(DoraTest, StartsCutOutOfTheWeightsKeepTheModelAndItsAdapter) {
    ParamMap params;
    params.set("rank", 4);
    params.set("initialization", "pissa");
    const test::AttachedModel subject(*find_method("dora"), params, "tiny-gpt2");
    const auto base = random_model(subject.model->config(), 7);
    const auto batch = test::batch_of({9}, 256);
    const auto tensors = to_tensors(batch);
    const at::NoGradGuard no_gradients;
    const auto expected = base->logits(base->hidden_states(tensors.tokens, tensors.context));
    EXPECT_LE(relative_difference(subject.logits(batch), expected), 2e-5);
}

}  // namespace
}  // namespace tunebench::dora
