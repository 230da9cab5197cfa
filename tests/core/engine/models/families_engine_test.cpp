// What every family of models promises with tensors, whatever its blocks are made of.
#include <gtest/gtest.h>

#include "core/engine/models/weight_loader.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/core/engine/models/gradient_check.h"
#include "tests/support/family_configs.h"

namespace tunebench {
namespace {

using test::batch_of;
using test::relative_difference;

constexpr std::int64_t kVocabulary = 256;
constexpr double kSame = 2e-5;

/// Of no numbers where there is none, as of an expert that no token goes to.
at::Tensor gradient_of(const at::Tensor& tensor) {
    return tensor.grad().defined() ? tensor.grad() : at::zeros({0});
}

class FamiliesEngineTest : public testing::TestWithParam<test::FamilyConfig> {
protected:
    ModelConfig config() const { return *model_config_from_json(GetParam().json, "config.json"); }
    std::unique_ptr<CausalModel> model() const { return model_of(config()); }
    static std::unique_ptr<CausalModel> model_of(const ModelConfig& config) {
        auto made = random_model(config, 5);
        // Norms and biases are drawn as ones and zeros, which would hide what is done with them.
        auto generator = at::make_generator<at::CPUGeneratorImpl>(9);
        for (auto& parameter : made->parameters())
            if (parameter.tensor->dim() == 1)
                parameter.tensor->add_(at::empty_like(*parameter.tensor).normal_(0.0, 0.3, generator));
        return made;
    }

    static at::Tensor logits(const CausalModel& model, const Batch& batch) {
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(batch);
        return model.logits(model.hidden_states(tensors.tokens, tensors.context));
    }

    static at::Tensor loss(const CausalModel& model, const Batch& batch, std::int64_t recompute_blocks = 0) {
        auto tensors = to_tensors(batch);
        tensors.context.recompute_blocks = recompute_blocks;
        const auto hidden = model.hidden_states(tensors.tokens, tensors.context);
        return linear_cross_entropy(hidden.index_select(0, tensors.rows), model.head(), tensors.labels, 0.1);
    }

    const Batch batch_ = batch_of({11, 17, 9}, kVocabulary);
};

TEST_P(FamiliesEngineTest, ReadingWithTheCacheIsAsReadingAtOnce) {
    const auto subject = model();
    // Within the original length of longrope, whose frequencies change beyond it.
    constexpr int kPrompt = 8, kAfter = 3;
    const auto whole = batch_of({kPrompt + kAfter}, kVocabulary);
    const auto expected = logits(*subject, whole);
    const at::NoGradGuard no_gradients;
    KeyValueCache cache(subject->config().num_hidden_layers, 4);
    for (int first = 0, count = kPrompt; first < kPrompt + kAfter; first += count, count = 1) {
        ForwardContext context;
        context.positions = at::arange(cache.length(), cache.length() + count, at::kLong);
        context.cache = &cache;
        const auto ids = to_tensors(whole).tokens.narrow(0, first, count);
        const auto found = subject->logits(subject->hidden_states(ids, context));
        EXPECT_LE(relative_difference(found, expected.narrow(0, first, count)), kSame) << first;
    }
}

TEST_P(FamiliesEngineTest, PackedSequencesAreAsAlone) {
    const auto subject = model();
    const auto alone = logits(*subject, batch_of({11}, kVocabulary));
    const auto both = logits(*subject, batch_of({11, 11}, kVocabulary));
    EXPECT_LE(relative_difference(both.narrow(0, 0, 11), alone), kSame);
}

TEST_P(FamiliesEngineTest, EveryParameterHasTheGradientOfTheLoss) {
    auto smooth = config();
    // A choice of experts that tips over is a step of the loss, of which no gradient tells.
    if (smooth.experts)
        smooth.experts->per_token = smooth.experts->count;
    const auto subject = model_of(smooth);
    test::expect_gradients_of(*subject, [&] { return loss(*subject, batch_); });
}

TEST_P(FamiliesEngineTest, RecomputedBlocksGiveTheSameBits) {
    std::vector<at::Tensor> gradients;
    for (const std::int64_t blocks : {0, 1}) {
        const auto subject = model();
        for (auto& parameter : subject->parameters())
            parameter.tensor->set_requires_grad(true);
        loss(*subject, batch_, blocks).backward();
        std::size_t i = 0;
        for (auto& parameter : subject->parameters())
            if (blocks == 0) {
                gradients.push_back(gradient_of(*parameter.tensor));
            } else {
                EXPECT_TRUE(at::equal(gradients[i++], gradient_of(*parameter.tensor))) << parameter.info.name;
            }
    }
}

TEST_P(FamiliesEngineTest, LoraOnEveryProjectionMergesToTheSameModel) {
    const auto subject = model();
    auto params = test::defaults_of(*find_method("lora"));
    auto parameters = find_attachment("lora")->attach(*subject, params, 3);
    ASSERT_TRUE(parameters) << parameters.error().message;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(4);
    const auto before = logits(*subject, batch_);
    {
        const at::NoGradGuard no_gradients;
        for (auto& parameter : *parameters)
            parameter.tensor.add_(at::empty_like(parameter.tensor).normal_(0.0, 0.05, generator));
    }
    const auto adapted = logits(*subject, batch_);
    EXPECT_GT(relative_difference(adapted, before), 1e-3);
    subject->merge();
    EXPECT_LE(relative_difference(logits(*subject, batch_), adapted), kSame);
}

INSTANTIATE_TEST_SUITE_P(All, FamiliesEngineTest, testing::ValuesIn(test::family_configs()),
                         [](const auto& chosen) { return chosen.param.name; });

}  // namespace
}  // namespace tunebench
