#include "core/engine/generation/generator.h"

#include <map>

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
        EXPECT_TRUE(full->answers[0].tokens == 2 || full->answers[0].reached_end);
        const auto refused = generate_texts(*model, tokenizer, {"1234567890"}, {.max_tokens = 50}, {});
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().message.find("at most 10"), std::string::npos) << refused.error().message;
    }
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
