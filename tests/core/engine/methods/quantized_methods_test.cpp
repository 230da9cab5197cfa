// Every method on a base of codes: those that train base weights are refused, all others learn.
#include <gtest/gtest.h>

#include "core/engine/training/trainee.h"
#include "core/optimizers/optimizer.h"
#include "core/run/quantized_base.h"
#include "core/run/selection.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::defaults_of;
using test::relative_difference;

constexpr std::int64_t kVocabulary = 256;
constexpr QuantizationSettings kNf4{.type = QuantizationType::Nf4};

class EachMethodOnCodes : public testing::TestWithParam<std::tuple<const Method*, const char*>> {
protected:
    const Method& method() const { return *std::get<0>(GetParam()); }
    ModelConfig config() const { return *shape_config(std::get<1>(GetParam())); }
    bool is_possible() const {
        const auto plan = *method().plan(config(), defaults_of(method()));
        return check_trains_beside_codes(config(), plan).has_value();
    }
    Result<Trainee> trainee(const QuantizationSettings& quantization = kNf4) const {
        return make_trainee(random_model(config(), 7, quantization),
                            {.id = std::string(method().id), .params = defaults_of(method())},
                            *make_selection("optimizer", "adamw", {}), 8);
    }
    const Batch batch_ = batch_of({11, 17, 9}, kVocabulary);
};

at::Tensor loss_of(const CausalModel& model, const Batch& batch) {
    const auto tensors = to_tensors(batch, model.virtual_token_count());
    const auto hidden = model.hidden_states(tensors.tokens, tensors.context);
    return linear_cross_entropy(hidden.index_select(0, tensors.rows), model.head(), tensors.labels,
                                1.0 / static_cast<double>(tensors.labels.size(0)));
}

at::Tensor logits_of(const CausalModel& model, const Batch& batch) {
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(batch, model.virtual_token_count());
    return model.logits(model.hidden_states(tensors.tokens, tensors.context));
}

TEST_P(EachMethodOnCodes, LearnsInTenStepsOrIsRefused) {
    auto subject = trainee();
    if (!is_possible()) {
        ASSERT_FALSE(subject);
        EXPECT_EQ(subject.error().field, "precision.quantization.type");
        EXPECT_FALSE(subject.error().hint.empty());
        return;
    }
    ASSERT_TRUE(subject) << subject.error().message;
    std::vector<at::Tensor> codes;
    for (const auto* projection : subject->model->projections())
        if (projection->quantized)
            codes.push_back(projection->quantized->codes.codes.clone());
    const auto is_dense = [](const Projection* projection) {
        const auto role = projection->info().role;
        return role == ProjectionRole::Head || role == ProjectionRole::Router;
    };
    EXPECT_EQ(static_cast<std::ptrdiff_t>(codes.size()) +
                  std::ranges::count_if(subject->model->projections(), is_dense),
              std::ssize(subject->model->projections()));
    const auto first = loss_of(*subject->model, batch_).item<double>();
    for (int step = 1; step <= 10; ++step) {
        for (const auto& parameter : subject->parameters)
            parameter.tensor.mutable_grad().reset();
        loss_of(*subject->model, batch_).backward();
        subject->stepper->step({.step = step, .learning_rate = 1e-2});
    }
    EXPECT_LT(loss_of(*subject->model, batch_).item<double>(), first);
    std::size_t i = 0;
    for (const auto* projection : subject->model->projections())
        if (projection->quantized) {
            EXPECT_TRUE(at::equal(projection->quantized->codes.codes, codes[i++]));
        }
}

TEST_P(EachMethodOnCodes, MergedItIsTheSameDenseModel) {
    if (!is_possible() || !method().is_mergeable)
        return;
    auto subject = trainee();
    ASSERT_TRUE(subject) << subject.error().message;
    const at::NoGradGuard no_gradients;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{3});
    for (const auto& parameter : subject->parameters) {
        auto tensor = parameter.tensor;
        tensor.add_(at::empty_like(tensor).normal_(0.0, 0.05, generator));
    }
    const auto expected = logits_of(*subject->model, batch_);
    for (auto* projection : subject->model->projections()) {
        projection->merge();
        EXPECT_TRUE(projection->weight.defined());
        EXPECT_FALSE(projection->quantized);
    }
    EXPECT_LE(relative_difference(logits_of(*subject->model, batch_), expected), 2e-5);
}

INSTANTIATE_TEST_SUITE_P(QuantizedMethodsTest, EachMethodOnCodes,
                         testing::Combine(testing::ValuesIn(all_methods().begin(), all_methods().end()),
                                          testing::Values("tiny", "tiny-gpt2", "tiny-mixtral")),
                         [](const auto& chosen) {
                             auto name =
                                 std::string(std::get<0>(chosen.param)->id) + "_" + std::get<1>(chosen.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(QuantizedMethodsTest, TransposedWeightsAreQuantizedAsLinearOnes) {
    const auto dense = random_model(*shape_config("tiny-gpt2"), 7);
    const auto quantized = random_model(*shape_config("tiny-gpt2"), 7, kNf4);
    const auto* from = dense->projections().front();
    const auto* to = quantized->projections().front();
    ASSERT_TRUE(from->info().transposed && to->quantized);
    const auto expected = quantize_weight(from->weight.t().contiguous(), kNf4, "weight");
    EXPECT_TRUE(at::equal(to->quantized->codes.codes, expected->codes.codes));
    EXPECT_TRUE(at::equal(to->linear_weight(), expected->dequantize()));
    EXPECT_TRUE(at::equal(to->effective_weight(), to->linear_weight()));
}

TEST(QuantizedMethodsTest, TheHeadEmbeddingsAndNormsStayDense) {
    auto model = random_model(*shape_config("tiny-gpt2"), 7, {.type = QuantizationType::Int8});
    for (const auto& parameter : model->parameters()) {
        const bool is_code = parameter.info.role == ParameterRole::ProjectionWeight;
        EXPECT_EQ(parameter.tensor->defined(), !is_code) << parameter.info.name;
    }
    EXPECT_FALSE(model->projections().back()->quantized);
}

TEST(QuantizedMethodsTest, FewerBitsChangeTheModelMore) {
    const auto config = *shape_config("tiny");
    const auto batch = batch_of({20}, kVocabulary);
    const auto exact = logits_of(*random_model(config, 7), batch);
    const auto difference = [&](QuantizationType type) {
        return relative_difference(logits_of(*random_model(config, 7, {.type = type}), batch), exact);
    };
    EXPECT_GT(difference(QuantizationType::Nf4), difference(QuantizationType::Int8));
    EXPECT_GT(difference(QuantizationType::Int8), 0.0);
    EXPECT_LT(difference(QuantizationType::Int8), 0.02);
}

}  // namespace
}  // namespace tunebench
