// What every encoder promises with tensors, as a classifier of sequences.
#include <gtest/gtest.h>

#include "core/data/sampler.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/task_head.h"
#include "core/engine/training/task_loss.h"
#include "core/methods/task_head.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/core/engine/models/gradient_check.h"
#include "tests/support/family_configs.h"

namespace tunebench {
namespace {

using test::relative_difference;

constexpr double kSame = 2e-5;
constexpr double kLossScale = 0.5;

Example example_of(int length, int seed, std::int32_t label) {
    Example example{.label = label};
    for (int i = 0; i < length; ++i)
        example.tokens.push_back((seed * 31 + i * 7919) % 250 + 3);
    example.supervised.assign(example.tokens.size(), 0);
    return example;
}

/// The tokens from `first` on are a second text.
Example pair_of(Example example, std::size_t first) {
    example.second_text.assign(example.tokens.size(), 0);
    std::fill(example.second_text.begin() + static_cast<std::ptrdiff_t>(first), example.second_text.end(),
              std::uint8_t{1});
    return example;
}

Batch batch_of_examples(const std::vector<Example>& examples) {
    std::vector<std::vector<std::int32_t>> rows;
    for (std::size_t i = 0; i < examples.size(); ++i)
        rows.push_back({static_cast<std::int32_t>(i)});
    return make_batch(examples, rows);
}

class EncodersEngineTest : public testing::TestWithParam<test::FamilyConfig> {
protected:
    ModelConfig config() const { return *model_config_from_json(GetParam().json, "config.json"); }
    std::unique_ptr<CausalModel> model() const {
        auto made = random_model(config(), 5);
        // Norms and biases are drawn as ones and zeros, which would hide what is done with them.
        auto generator = at::make_generator<at::CPUGeneratorImpl>(9);
        for (auto& parameter : made->parameters())
            if (parameter.tensor->dim() == 1)
                parameter.tensor->add_(at::empty_like(*parameter.tensor).normal_(0.0, 0.3, generator));
        return made;
    }

    static at::Tensor logits(const CausalModel& model, const std::vector<Example>& examples) {
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(batch_of_examples(examples), model);
        return model.logits(tensors.counted(model.hidden_states(tensors.tokens, tensors.context)));
    }

    static at::Tensor loss(const CausalModel& model, const std::vector<Example>& examples,
                           std::int64_t recompute_blocks = 0) {
        auto tensors = to_tensors(batch_of_examples(examples), model);
        tensors.context.training = true;
        tensors.context.dropout_seed = 3;
        tensors.context.recompute_blocks = recompute_blocks;
        return task_loss(model, tensors, kLossScale);
    }

    const std::vector<Example> examples_ = {example_of(11, 1, 0), pair_of(example_of(17, 2, 2), 9),
                                            example_of(9, 3, 1)};
};

TEST_P(EncodersEngineTest, ASequenceIsInABatchAsItIsAlone) {
    const auto subject = model();
    const auto together = logits(*subject, examples_);
    ASSERT_EQ(together.sizes(), (std::vector<std::int64_t>{3, 3}));
    for (std::size_t i = 0; i < examples_.size(); ++i)
        EXPECT_LE(relative_difference(together.narrow(0, static_cast<std::int64_t>(i), 1),
                                      logits(*subject, {examples_[i]})),
                  kSame)
            << i;
}

TEST_P(EncodersEngineTest, EachTokenChangesTheClasses) {
    const auto subject = model();
    const auto before = logits(*subject, {examples_[0]});
    for (std::size_t i = 0; i < examples_[0].tokens.size(); ++i) {
        auto other = examples_[0];
        other.tokens[i] += 1;
        EXPECT_GT(relative_difference(logits(*subject, {other}), before), 1e-5) << i;
    }
}

TEST_P(EncodersEngineTest, OnlyThoseThatMarkPairsSeeWhichTextIsTheSecond) {
    const auto subject = model();
    auto plain = examples_[1];
    plain.second_text.clear();
    const auto difference = relative_difference(logits(*subject, {plain}), logits(*subject, {examples_[1]}));
    EXPECT_EQ(difference > 1e-3, config().marks_pairs) << difference;
    auto first = plain;
    first.second_text.assign(first.tokens.size(), 0);
    EXPECT_TRUE(at::equal(logits(*subject, {plain}), logits(*subject, {first})));
}

TEST_P(EncodersEngineTest, EveryParameterHasTheGradientOfTheLoss) {
    const auto subject = model();
    test::expect_gradients_of(*subject, [&] { return loss(*subject, examples_); });
}

TEST_P(EncodersEngineTest, RecomputedBlocksGiveTheSameBitsWithEveryMethod) {
    for (const auto* method : all_methods()) {
        auto params = test::defaults_of(*method);
        if (method->id == "prefix")
            params.set("convention", "adapterhub");
        if (method->id == "lora" || method->id == "dora" || method->id == "houlsby")
            params.set("dropout", 0.2);
        std::vector<at::Tensor> gradients;
        for (const std::int64_t blocks : {0, 1, 2}) {
            const auto subject = model();
            auto parameters = attach_method(*find_attachment(method->id), *subject, params, 3);
            ASSERT_TRUE(parameters) << method->id << ": " << parameters.error().message;
            loss(*subject, examples_, blocks).backward();
            for (std::size_t i = 0; i < parameters->size(); ++i) {
                const auto& parameter = (*parameters)[i];
                ASSERT_TRUE(parameter.tensor.grad().defined()) << method->id << " " << parameter.name;
                if (blocks == 0)
                    gradients.push_back(parameter.tensor.grad());
                else
                    EXPECT_TRUE(at::equal(gradients[i], parameter.tensor.grad()))
                        << method->id << " " << parameter.name << " " << blocks;
            }
        }
    }
}

TEST_P(EncodersEngineTest, EveryMethodTrainsWhatItSays) {
    for (const auto* method : all_methods()) {
        auto params = test::defaults_of(*method);
        if (method->id == "prefix")
            params.set("convention", "adapterhub");
        const auto plan = plan_of(*method, config(), params);
        ASSERT_TRUE(plan) << method->id << ": " << plan.error().message;
        const auto subject = model();
        const auto parameters = attach_method(*find_attachment(method->id), *subject, params, 3);
        ASSERT_TRUE(parameters) << method->id << ": " << parameters.error().message;
        ASSERT_EQ(parameters->size(), plan->tensors.size()) << method->id;
        for (std::size_t i = 0; i < parameters->size(); ++i) {
            EXPECT_EQ((*parameters)[i].name, plan->tensors[i].name) << method->id;
            EXPECT_EQ((*parameters)[i].tensor.sizes().vec(), plan->tensors[i].shape) << method->id;
        }
    }
}

TEST_P(EncodersEngineTest, PeftHasAPrefixOnlyForModelsThatTakeOne) {
    const auto* method = find_method("prefix");
    const auto plan = plan_of(*method, config(), test::defaults_of(*method));
    const auto type = config().model_type;
    EXPECT_EQ(plan.has_value(), type != "distilbert" && type != "modernbert");
    if (!plan) {
        EXPECT_EQ(plan.error().field, "convention");
    }
}

TEST_P(EncodersEngineTest, LoraOnEveryProjectionMergesToTheSameModel) {
    const auto subject = model();
    auto params = test::defaults_of(*find_method("lora"));
    params.set("targets", "all-linear");
    auto parameters = attach_method(*find_attachment("lora"), *subject, params, 3);
    ASSERT_TRUE(parameters) << parameters.error().message;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(4);
    {
        const at::NoGradGuard no_gradients;
        for (auto& parameter : *parameters)
            parameter.tensor.add_(at::empty_like(parameter.tensor).normal_(0.0, 0.05, generator));
    }
    const auto adapted = logits(*subject, examples_);
    subject->merge();
    EXPECT_LE(relative_difference(logits(*subject, examples_), adapted), kSame);
    subject->freeze();
    EXPECT_GT(relative_difference(logits(*model(), examples_), adapted), 1e-3);
}

TEST_P(EncodersEngineTest, MixedPrecisionStaysNear) {
    const auto expected = logits(*model(), examples_);
    const auto subject = model();
    subject->set_types({.stream = at::kFloat, .compute = at::kBFloat16});
    const auto found = logits(*subject, examples_);
    EXPECT_EQ(found.scalar_type(), at::kFloat);
    const auto difference = relative_difference(found, expected);
    EXPECT_LE(difference, 0.1);
    EXPECT_GT(difference, 1e-5);
}

TEST_P(EncodersEngineTest, WithoutATaskItHasHiddenStatesAndNoHead) {
    auto json = GetParam().json;
    json.erase("architectures");
    const auto plain = *model_config_from_json(json, "config.json");
    const auto subject = random_model(plain, 5);
    EXPECT_FALSE(plain.has_head());
    EXPECT_EQ(subject->parameters().size(), parameters_of(plain).size());
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(batch_of_examples(examples_), *subject);
    EXPECT_EQ(subject->hidden_states(tensors.tokens, tensors.context).size(1), 32);
}

INSTANTIATE_TEST_SUITE_P(All, EncodersEngineTest, testing::ValuesIn(test::encoder_configs()),
                         [](const auto& chosen) { return chosen.param.name; });

}  // namespace
}  // namespace tunebench
