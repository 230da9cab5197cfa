// Runs of methods that put virtual tokens before the text.
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "core/engine/exporting/model_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/models/shapes.h"
#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

const Selection kPromptMethods[] = {
    {"prefix", {{{"num_virtual_tokens", 3}}}},
    {"prefix", {{{"num_virtual_tokens", 3}, {"prefix_projection", true}, {"encoder_hidden_size", 6}}}},
    {"prefix", {{{"num_virtual_tokens", 3}, {"convention", "adapterhub"}}}},
    {"prompt", {{{"num_virtual_tokens", 3}}}},
    {"prompt", {{{"num_virtual_tokens", 3}, {"initialization", "text"}, {"initialization_text", "Say it"}}}},
};

class PromptMethodCases : public test::SessionFixture, public testing::WithParamInterface<Selection> {
protected:
    PromptMethodCases() { config_.method = GetParam(); }
};

TEST_P(PromptMethodCases, ResumeIsExactAndSamplesAreDrawn) {
    expect_resume_is_exact();
    config_.evaluation.samples = {"Say 3: "};
    EXPECT_GE(run_fresh().samples, 1);
}

TEST_P(PromptMethodCases, TrainingLowersTheLoss) {
    config_.budget.steps = 40;
    config_.optimizer.params.set("learning_rate", 0.05);
    config_.checkpoints.every = 0;
    const auto outcome = run_fresh();
    // On the validation data: so few parameters gain less in 40 steps than two batches differ.
    EXPECT_EQ(outcome.evaluations.front().step, 0);
    EXPECT_LT(outcome.evaluations.back().loss, outcome.evaluations.front().loss - 0.1);
}

INSTANTIATE_TEST_SUITE_P(PromptSessionTest, PromptMethodCases, testing::ValuesIn(kPromptMethods),
                         [](const auto& chosen) { return chosen.param.id + std::to_string(chosen.index); });

class PromptSessionTest : public test::SessionFixture {};

TEST_F(PromptSessionTest, VirtualTokensAndTextMustFitIntoLearnedPositions) {
    const auto model = inputs_.path() / "gpt2";
    ASSERT_TRUE(write_model_folder(model, *random_model(*shape_config("tiny-gpt2"), 1), {}));
    fs::copy_file(fs::path(config_.model.path) / "tokenizer.json", model / "tokenizer.json");
    config_.model.path = model.string();
    config_.method = {.id = "prompt", .params = {}};
    config_.method.params.set("num_virtual_tokens", 20);
    config_.data.max_length = 492;
    EXPECT_TRUE(make_session(config_, new_folder(), false));
    config_.data.max_length = 493;
    const auto refused = make_session(config_, new_folder(), false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "data.max_length");
    EXPECT_EQ(refused.error().hint, "Set it to 492 or less.");
}

}  // namespace
}  // namespace tunebench
