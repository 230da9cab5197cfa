// Interventions: the rotation and its parametrisation, the formulas, and what every option does.
#include <gtest/gtest.h>

#include "core/engine/training/stepper.h"
#include "core/methods/loreft/layer.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench::loreft {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::relative_difference;

constexpr double kSame = 1e-6;

at::Tensor random_tensor(at::IntArrayRef shape, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(shape).normal_(0.0, 1.0, generator);
}

double distance_from_orthonormal(const at::Tensor& columns) {
    return (at::mm(columns.t(), columns) - at::eye(columns.size(1))).abs().max().item<double>();
}

ParamMap params(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap map;
    for (const auto& [key, value] : entries)
        map.set(key, value);
    return map;
}

/// One intervention on a stream of two sequences of 6 and 5 tokens with prompts of 4 and 2.
class LoreftTest : public testing::Test {
protected:
    LoreftTest() {
        context_.starts = {0, 6, 11};
        context_.prompt_lengths = {4, 2};
        weights_.source = random_tensor({kRank, kHidden}, 1);
        weights_.source_bias = random_tensor({kRank}, 2);
    }
    at::Tensor applied(Variant variant, const PromptPositions& positions, double dropout = 0.0) {
        weights_.axes = variant == Variant::Loreft ? rotation_parameters(random_tensor({kHidden, kRank}, 3))
                                                   : random_tensor({kRank, kHidden}, 3);
        Interventions interventions(variant, dropout);
        interventions.add({.positions = positions, .weights = weights_});
        return interventions.apply(stream_, context_);
    }
    std::vector<std::int64_t> changed_rows(const at::Tensor& out) const {
        const auto rows = at::nonzero((out != stream_).any(1)).flatten();
        return {rows.data_ptr<std::int64_t>(), rows.data_ptr<std::int64_t>() + rows.numel()};
    }

    static constexpr std::int64_t kHidden = 8, kRank = 2;
    ForwardContext context_;
    Weights weights_;
    at::Tensor stream_ = random_tensor({11, kHidden}, 4);
};

using Rows = std::vector<std::int64_t>;

TEST_F(LoreftTest, TheRotationIsThatOfTheReference) {
    // Above the diagonal stands what has no effect.
    const auto x = at::tensor({-1.0, 7.0, 0.5, -1.0, -0.25, 0.3, 0.1, -0.2}).view({4, 2}).to(at::kFloat);
    const auto expected = at::tensor({0.5122873783, -0.3278853297, 0.7561436892, 0.6059688330, -0.3780718446,
                                      0.6129448414, 0.1512287408, -0.3867708445})
                              .view({4, 2})
                              .to(at::kFloat);
    EXPECT_LE((rotation(x) - expected).abs().max().item<double>(), 2e-7);
}

TEST_F(LoreftTest, OnlyTheSignOfTheDiagonalCounts) {
    auto x = rotation_parameters(random_tensor({16, 4}, 1));
    const auto before = rotation(x);
    x.diagonal().mul_(0.3);  // what weight decay would do
    EXPECT_TRUE(at::equal(rotation(x), before));
    x.diagonal().mul_(-1.0);
    EXPECT_TRUE(at::equal(rotation(x), -before));
}

TEST_F(LoreftTest, ParametersGiveTheirMatrixBack) {
    for (const std::int64_t rank : {1, 3, 16}) {
        const auto columns = rotation(rotation_parameters(random_tensor({16, rank}, 2)));
        EXPECT_LE(distance_from_orthonormal(columns), kSame);
        EXPECT_LE((rotation(rotation_parameters(columns)) - columns).abs().max().item<double>(), kSame)
            << rank;
    }
    // Columns that need no reflection, and ones that only turn an axis round.
    for (const double sign : {1.0, -1.0}) {
        const auto axes = sign * at::eye(6, 3);
        EXPECT_LE((rotation(rotation_parameters(axes)) - axes).abs().max().item<double>(), kSame);
    }
}

TEST_F(LoreftTest, AStartIsTheOrthonormalFactorOfARandomMatrix) {
    const auto matrix = random_tensor({32, 4}, 3);
    const auto columns = rotation(rotation_parameters(matrix));
    const auto triangle = at::mm(columns.t(), matrix);  // Q with a positive diagonal: the one of torch
    EXPECT_LE(at::tril(triangle, -1).abs().max().item<double>(), 1e-5);
    EXPECT_GT(triangle.diagonal().min().item<double>(), 0.0);
}

TEST_F(LoreftTest, ItsGradientIsThatOfFiniteDifferences) {
    auto x = rotation_parameters(random_tensor({6, 3}, 4)).to(at::kDouble).set_requires_grad(true);
    const auto weights = random_tensor({6, 3}, 5).to(at::kDouble);
    (rotation(x) * weights).sum().backward();
    const at::NoGradGuard no_gradients;
    for (std::int64_t i = 0; i < 6; ++i)
        for (std::int64_t j = 0; j < 3; ++j) {
            const auto at_step = [&](double step) {
                auto moved = x.detach().clone();
                moved[i][j] += step;
                return (rotation(moved) * weights).sum().item<double>();
            };
            EXPECT_NEAR((at_step(1e-6) - at_step(-1e-6)) / 2e-6, x.grad()[i][j].item<double>(), 1e-7)
                << i << ", " << j;
            if (j >= i) {
                EXPECT_EQ(x.grad()[i][j].item<double>(), 0.0);
            }
        }
}

TEST_F(LoreftTest, TheRotationStaysOrthonormalUnderWeightDecay) {
    AttachedModel subject(*find_method("loreft"), params({{"rank", 4}}));
    ParamMap optimizer;
    optimizer.set("weight_decay", 0.5);
    optimizer.set("decay", "all");
    const auto stepper = find_stepper("adamw")->make(subject.parameters, optimizer);
    const auto batch = batch_of({11, 9}, 512, 6);
    const auto start = rotation(subject.parameters[0].tensor.detach()).clone();
    for (int step = 1; step <= 50; ++step) {
        for (const auto& parameter : subject.parameters)
            parameter.tensor.mutable_grad().reset();
        subject.loss(batch).backward();
        stepper->step({.step = step, .learning_rate = 1e-2});
    }
    for (const auto& parameter : subject.parameters)
        if (parameter.name.ends_with("rotate_layer")) {
            EXPECT_LE(distance_from_orthonormal(rotation(parameter.tensor.detach())), 1e-5) << parameter.name;
        }
    EXPECT_GT((rotation(subject.parameters[0].tensor.detach()) - start).abs().max().item<double>(), 0.05);
}

TEST_F(LoreftTest, EachVariantIsItsFormula) {
    const PromptPositions first{.first = 1};
    const auto h = stream_[0];
    const auto source = [&] { return at::mv(weights_.source, h) + weights_.source_bias; };
    const auto loreft = applied(Variant::Loreft, first)[0];
    const auto axes = rotation(weights_.axes);
    EXPECT_LE(relative_difference(loreft, h + at::mv(axes, source() - at::mv(axes.t(), h))), kSame);
    const auto noreft = applied(Variant::Noreft, first)[0];
    EXPECT_LE(relative_difference(noreft, h + at::mv(weights_.axes.t(), source() - at::mv(weights_.axes, h))),
              kSame);
    const auto direft = applied(Variant::Direft, first)[0];
    EXPECT_LE(relative_difference(direft, h + at::mv(weights_.axes.t(), source())), kSame);
}

TEST_F(LoreftTest, OnlyThePositionsOfEachPromptChange) {
    EXPECT_EQ(changed_rows(applied(Variant::Loreft, {.first = 2, .last = 1})), (Rows{0, 1, 3, 6, 7}));
    EXPECT_EQ(changed_rows(applied(Variant::Direft, {.last = 1})), (Rows{3, 7}));
    EXPECT_EQ(changed_rows(applied(Variant::Noreft, {.first = 9})), (Rows{0, 1, 6}));
}

TEST_F(LoreftTest, WhatFollowsThePromptInACacheIsLeftAlone) {
    KeyValueCache cache(1, 4);
    context_.cache = &cache;
    EXPECT_FALSE(changed_rows(applied(Variant::Loreft, {.first = 1})).empty());
    cache.advance(4);
    EXPECT_TRUE(changed_rows(applied(Variant::Loreft, {.first = 1})).empty());
}

TEST_F(LoreftTest, AContextWithoutStartsIsOneSequence) {
    context_.starts.clear();
    context_.prompt_lengths = {11};
    EXPECT_EQ(changed_rows(applied(Variant::Loreft, {.first = 1, .last = 1})), (Rows{0, 10}));
}

TEST_F(LoreftTest, DropoutActsOnTheWholeOutputAndOnlyWhileTraining) {
    const PromptPositions first{.first = 2};
    const auto whole = applied(Variant::Loreft, first);
    EXPECT_TRUE(at::equal(applied(Variant::Loreft, first, 0.5), whole));
    context_.training = true;
    context_.dropout_seed = 3;
    const auto dropped = applied(Variant::Loreft, first, 0.5);
    EXPECT_EQ(changed_rows(dropped), (Rows{0, 1, 6}));
    for (const auto row : {0, 1, 6}) {
        const auto zeros = dropped[row] == 0.0;
        EXPECT_TRUE(at::equal(dropped[row], at::where(zeros, at::zeros_like(whole[row]), 2.0 * whole[row])));
    }
    EXPECT_GT((dropped.index_select(0, at::tensor(Rows{0, 1, 6})) == 0.0).sum().item<std::int64_t>(), 0);
}

TEST_F(LoreftTest, PromptsTooShortForAnyPositionStillHaveAGradient) {
    context_.prompt_lengths = {1, 0};
    weights_.source.set_requires_grad(true);
    const auto out = applied(Variant::Loreft, {.first = 1});
    EXPECT_TRUE(changed_rows(out.detach()).empty());
    out.sum().backward();
    EXPECT_EQ(weights_.source.grad().abs().max().item<double>(), 0.0);
}

TEST_F(LoreftTest, LayersAreThoseAskedFor) {
    const auto batch = batch_of({9}, 512, 6);
    const AttachedModel last(*find_method("loreft"), params({{"layers", "1"}, {"positions", "f1"}}));
    EXPECT_FALSE(last.model->block(0).output);
    EXPECT_TRUE(last.model->block(1).output);
    // After the last block only the position itself can have changed.
    const auto base = random_model(*shape_config("tiny"), 7);
    const auto tensors = to_tensors(batch);
    const at::NoGradGuard no_gradients;
    const auto before = base->logits(base->hidden_states(tensors.tokens, tensors.context));
    const auto after = last.logits(batch);
    EXPECT_FALSE(at::equal(after[0], before[0]));
    EXPECT_TRUE(at::equal(after.narrow(0, 1, 8), before.narrow(0, 1, 8)));
}

TEST_F(LoreftTest, WithoutSharingEachEndHasItsOwnWeights) {
    const auto batch = batch_of({9}, 512, 6);
    AttachedModel subject(*find_method("loreft"),
                          params({{"layers", "1"}, {"positions", "f1+l1"}, {"share_weights", false}}));
    ASSERT_EQ(subject.parameters.size(), 6U);
    const auto before = subject.logits(batch);
    {
        const at::NoGradGuard no_gradients;
        subject.parameters[5].tensor.add_(1.0);  // the bias of the last position
    }
    const auto after = subject.logits(batch);
    EXPECT_TRUE(at::equal(after[0], before[0]));
    EXPECT_FALSE(at::equal(after[5], before[5]));
}

TEST_F(LoreftTest, TheRankIsThatOfTheChange) {
    for (const std::int64_t rank : {1, 5}) {
        const AttachedModel subject(*find_method("loreft"), params({{"rank", rank}}));
        EXPECT_EQ(subject.parameters[0].tensor.sizes().vec(), (std::vector<std::int64_t>{64, rank}));
    }
}

}  // namespace
}  // namespace tunebench::loreft
