#include "core/engine/generation/generator.h"

#include <map>
#include <memory>

#include <gtest/gtest.h>

#include "core/engine/generation/token_sampler.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/models/shapes.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

TEST(GeneratorTest, TheCacheGivesTheLogitsOfTheWholeSequence) {
    const auto model = random_model(*shape_config("tiny"), 3);
    const std::vector<std::int32_t> prompt = {5, 17, 99, 4};
    const auto made = generate_tokens(*model, prompt, {.max_tokens = 20}, {}, {});
    ASSERT_EQ(made.tokens.size(), 20U);
    auto all = prompt;
    for (const auto token : made.tokens) {  // the greedy token of the whole sequence, read at once
        const at::NoGradGuard no_gradients;
        Batch batch{.tokens = all, .labels = std::vector<std::int32_t>(all.size(), kIgnored)};
        for (std::size_t i = 0; i < all.size(); ++i)
            batch.positions.push_back(static_cast<std::int32_t>(i));
        batch.starts = {0, static_cast<std::int32_t>(all.size())};
        const auto tensors = to_tensors(batch);
        const auto hidden = model->hidden_states(tensors.tokens, tensors.context);
        EXPECT_EQ(model->logits(hidden)[-1].argmax().item<std::int64_t>(), token);
        all.push_back(token);
    }
}

TEST(GeneratorTest, AnEndTokenEndsTheAnswerAndIsNotPartOfIt) {
    const auto model = random_model(*shape_config("tiny"), 3);
    const std::vector<std::int32_t> prompt = {5, 17};
    const auto free = generate_tokens(*model, prompt, {.max_tokens = 5}, {}, {});
    const std::vector<std::int32_t> end = {free.tokens[0]};
    const auto ended = generate_tokens(*model, prompt, {.max_tokens = 5}, end, {});
    EXPECT_TRUE(ended.reached_end);
    EXPECT_TRUE(ended.tokens.empty());
}

TEST(GeneratorTest, VirtualTokensTakePositionsFromPromptAndAnswer) {
    const test::TemporaryFolder folder;
    test::write_tiny_model(folder.path());
    const auto tokenizer = *Tokenizer::load(folder.path());
    auto config = *shape_config("tiny-gpt2");
    config.max_position_embeddings = 16;
    for (const auto* method : {"prefix", "prompt"}) {
        const auto model = random_model(config, 3);
        ParamMap params;
        params.set("num_virtual_tokens", 6);
        ASSERT_TRUE(find_attachment(method)->attach(*model, params, 1));
        const auto full = generate_texts(*model, tokenizer, {"12345678"}, {.max_tokens = 50}, {});
        ASSERT_TRUE(full) << full.error().message;
        EXPECT_LE(full->answers[0].tokens, 2);
        EXPECT_TRUE(full->answers[0].tokens == 2 || full->answers[0].reached_end());
        const auto refused = generate_texts(*model, tokenizer, {"1234567890"}, {.max_tokens = 50}, {});
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().message.find("at most 10"), std::string::npos) << refused.error().message;
    }
}

/// The tiny model with its byte tokenizer, and what it says greedily after "Say 1: ".
class SpeakingModel {
public:
    SpeakingModel() { test::write_tiny_model(folder_.path()); }

    Result<Generation> answer(const GenerateRequest& request, const CancelToken& cancel = {},
                              const ProgressSink& sink = {}) const {
        return answer_prompts(*model_, tokenizer(), request, cancel, sink);
    }
    const CausalModel& model() const { return *model_; }
    Tokenizer tokenizer() const { return *Tokenizer::load(folder_.path()); }

private:
    test::TemporaryFolder folder_;
    std::unique_ptr<CausalModel> model_ = random_model(*shape_config("tiny"), 3);
};

TEST(GeneratorTest, ProbabilitiesAreTheModelsOwnWhateverTheTemperature) {
    const SpeakingModel speaking;
    const auto& model = speaking.model();
    const auto tokenizer = speaking.tokenizer();
    const auto generation = speaking.answer({.prompts = {"Say 1: "},
                                             .sampling = {.max_tokens = 1, .temperature = 3.0, .seed = 5},
                                             .alternatives = 7});
    ASSERT_TRUE(generation) << generation.error().message;
    const auto& pieces = generation->answers.front().pieces;
    ASSERT_EQ(pieces.size(), 1U);
    const auto ids = *tokenizer.encode("Say 1: ", /*add_special_tokens=*/true);
    at::Tensor logits;
    generate_tokens(model, ids, {.max_tokens = 1}, {}, [&](std::int32_t, const at::Tensor& of_first) {
        logits = of_first.clone();
        return true;
    });
    const auto shares = at::softmax(logits.to(at::kDouble), 0);
    EXPECT_DOUBLE_EQ(pieces[0].chosen.probability, shares[pieces[0].chosen.id].item<double>());
    const auto [wanted, order] = shares.topk(7);
    ASSERT_EQ(pieces[0].likeliest.size(), 7U);
    for (std::int64_t i = 0; i < 7; ++i)
        EXPECT_DOUBLE_EQ(pieces[0].likeliest[static_cast<std::size_t>(i)].probability,
                         wanted[i].item<double>());
}

TEST(GeneratorTest, WhatEndsAnAnswerIsTold) {
    const SpeakingModel speaking;
    const auto reason = [&](std::int64_t max_tokens, bool cancels) {
        CancelToken cancel;
        const auto generation = speaking.answer({.prompts = {"Say"}, .sampling = {.max_tokens = max_tokens}},
                                                cancel, [&](const GenerationProgress&) {
                                                    if (cancels)
                                                        cancel.cancel();
                                                });
        EXPECT_TRUE(generation) << generation.error().message;
        return generation->answers[0].finish;
    };
    EXPECT_EQ(reason(4, false), FinishReason::MaxTokens);
    EXPECT_EQ(reason(4, true), FinishReason::Cancelled);
    EXPECT_EQ(reason(1'000'000, false), FinishReason::ContextFull);
}

TEST(GeneratorTest, AChatReadsWhatItsTemplateWrites) {
    const SpeakingModel speaking;
    const auto tokenizer = speaking.tokenizer();
    const ChatOptions chat{
        .before = {{.role = "user", .content = "a"}, {.role = "assistant", .content = "b"}},
        .chat_template = "chatml"};
    const auto generation = speaking.answer({.prompts = {"c"}, .sampling = {.max_tokens = 1}, .chat = chat});
    ASSERT_TRUE(generation) << generation.error().message;
    const std::string written =
        "<|im_start|>user\na<|im_end|>\n<|im_start|>assistant\nb<|im_end|>\n"
        "<|im_start|>user\nc<|im_end|>\n<|im_start|>assistant\n";
    EXPECT_EQ(generation->answers[0].prompt_tokens, std::ssize(*tokenizer.encode(written, false)));
    EXPECT_NE(generation->chat_template.find("chatml"), std::string::npos) << generation->chat_template;
    const auto refused = speaking.answer(
        {.prompts = {"c"}, .sampling = {.max_tokens = 1}, .chat = ChatOptions{.chat_template = "nonsense"}});
    EXPECT_FALSE(refused);
}

TEST(GeneratorTest, DrawsFollowTheirSharesAndTheSeed) {
    const auto logits = at::tensor({0.0F, 1.0F, 2.0F, -1.0F});
    Random a(1), b(1);
    std::map<std::int32_t, int> counts;
    for (int i = 0; i < 4000; ++i) {
        const auto token = choose_token(logits, {.temperature = 1.0}, a);
        EXPECT_EQ(token, choose_token(logits, {.temperature = 1.0}, b));
        ++counts[token];
    }
    EXPECT_NEAR(counts[2] / 4000.0, 0.6439, 0.03);
    EXPECT_NEAR(counts[3] / 4000.0, 0.0321, 0.02);
}

TEST(GeneratorTest, TopKAndTopPCutTheTail) {
    const auto logits = at::tensor({0.0F, 1.0F, 2.0F, -1.0F});
    Random random(1);
    for (int i = 0; i < 200; ++i) {
        EXPECT_EQ(choose_token(logits, {.temperature = 5.0, .top_k = 1}, random), 2);
        EXPECT_EQ(choose_token(logits, {.temperature = 1.0, .top_p = 0.5}, random), 2);
        EXPECT_NE(choose_token(logits, {.temperature = 9.0, .top_k = 3}, random), 3);
    }
}

TEST(GeneratorTest, OfEqualLogitsTopKTakesTheFirst) {
    const auto logits = at::tensor({1.0F, 2.0F, 2.0F, 0.0F, 2.0F, 2.0F});
    Random random(1);
    std::map<std::int32_t, int> counts;
    for (int i = 0; i < 200; ++i)
        ++counts[choose_token(logits, {.temperature = 1.0, .top_k = 3}, random)];
    EXPECT_EQ(counts.size(), 3U);
    for (const auto& [token, count] : counts)
        EXPECT_TRUE(token == 1 || token == 2 || token == 4) << token;
}

}  // namespace
}  // namespace tunebench
