// Prefix-tuning and prompt tuning without tensors: what they train, what PEFT's file says, what is refused.
#include "core/methods/prompt_learning.h"

#include <gtest/gtest.h>

#include "core/exports/export_format.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

const fs::path kGoldens = fs::path(TUNEBENCH_SOURCE_DIR) / "tests/data/goldens";

ParamMap with(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap params;
    for (const auto& [key, value] : entries)
        params.set(key, value);
    return params;
}

ModelConfig gpt2(std::int64_t hidden, std::int64_t layers, std::int64_t heads) {
    return *model_config_from_json({{"model_type", "gpt2"},
                                    {"vocab_size", 50257},
                                    {"n_embd", hidden},
                                    {"n_layer", layers},
                                    {"n_head", heads},
                                    {"n_positions", 1024}},
                                   "test");
}

std::int64_t count(const char* method, const ModelConfig& model, std::int64_t tokens) {
    return find_method(method)->plan(model, with({{"num_virtual_tokens", tokens}}))->trainable_count();
}

TEST(PromptLearningTest, CountsEqualThePublishedOnes) {
    const auto medium = gpt2(1024, 24, 16);
    EXPECT_EQ(count("prefix", medium, 5), 245760);
    EXPECT_EQ(count("prefix", medium, 10), 491520);
    EXPECT_EQ(count("prefix", gpt2(1280, 36, 20), 20), 1843200);
    EXPECT_EQ(count("prefix", *shape_config("llama-7b"), 10), 2621440);
    EXPECT_EQ(count("prefix", *shape_config("llama-7b"), 30), 7864320);
    EXPECT_EQ(count("prefix", *shape_config("llama-3-8b"), 20), 1310720);
    EXPECT_EQ(count("prompt", *shape_config("llama-7b"), 20), 81920);
}

TEST(PromptLearningTest, TheProjectionOfThePaperHasItsParameters) {
    const auto plan = find_method("prefix")->plan(
        gpt2(1024, 24, 16),
        with({{"num_virtual_tokens", 5}, {"prefix_projection", true}, {"encoder_hidden_size", 512}}));
    EXPECT_EQ(plan->trainable_count(), 25744896);
    EXPECT_EQ(plan->prefix_length, 5);
}

TEST(PromptLearningTest, AProjectionWidthOfZeroIsThatOfTheKeys) {
    const auto plan = find_method("prefix")->plan(*shape_config("tiny"), with({{"prefix_projection", true}}));
    EXPECT_EQ(plan->tensors[1].shape, (std::vector<std::int64_t>{32, 32}));  // 2 key-value heads of 16
}

TEST(PromptLearningTest, VirtualTokensThatLeaveNoPositionAreRefused) {
    for (const auto* method : {"prefix", "prompt"}) {
        const auto plan =
            find_method(method)->plan(*shape_config("tiny-gpt2"), with({{"num_virtual_tokens", 512}}));
        ASSERT_FALSE(plan) << method;
        EXPECT_EQ(plan.error().field, "num_virtual_tokens");
        EXPECT_NE(plan.error().message.find("512"), std::string::npos);
        EXPECT_TRUE(find_method(method)->plan(*shape_config("tiny"), with({{"num_virtual_tokens", 512}})));
    }
}

TEST(PromptLearningTest, AStartFromATextNeedsTheText) {
    const auto* method = find_method("prompt");
    auto params = with({{"initialization", "text"}});
    const auto plan = method->plan(*shape_config("tiny"), params);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().field, "initialization_text");
    params.set("initialization_text", "Answer:");
    EXPECT_TRUE(method->plan(*shape_config("tiny"), params));
}

TEST(PromptLearningTest, ThePeftFileIsThatOfPeft) {
    for (const auto& [method, folder] :
         {std::pair{"prefix", "llama/prefix"}, {"prefix", "gpt2/prefix"}, {"prompt", "llama/prompt"}}) {
        const auto model = *load_model_config((kGoldens / folder).parent_path());
        const auto theirs = *read_json_file(kGoldens / folder / "adapter_config.json");
        const auto* format = find_adapter_format(*find_method(method), "peft");
        EXPECT_TRUE(format->recognises(theirs));
        const auto params = format->read(theirs, model);
        ASSERT_TRUE(params) << params.error().message;
        EXPECT_EQ(*format->write(model, *params, ""), theirs) << folder;
    }
}

TEST(PromptLearningTest, AFileWithAProjectionIsReadAsThePrefixThatItHolds) {
    const auto model = *load_model_config(kGoldens / "llama");
    const auto theirs = *read_json_file(kGoldens / "llama/prefix-mlp/adapter_config.json");
    ASSERT_EQ(theirs.at("prefix_projection"), true);
    const auto* format = find_adapter_format(*find_method("prefix"), "peft");
    const auto params = *format->read(theirs, model);
    EXPECT_EQ(*params.find("prefix_projection"), ParamValue(false));
    EXPECT_EQ(format->write(model, params, "")->at("prefix_projection"), false);
}

TEST(PromptLearningTest, AFileOfAnotherModelNamesTheKey) {
    const auto theirs = *read_json_file(kGoldens / "llama/prefix/adapter_config.json");
    const auto* format = find_adapter_format(*find_method("prefix"), "peft");
    const auto read = format->read(theirs, *shape_config("tiny"));
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("token_dim is 16, but this model needs 32"), std::string::npos)
        << read.error().message;
    auto with_modules = theirs;
    with_modules["modules_to_save"] = Json::array({"lm_head"});
    EXPECT_EQ(format->read(with_modules, *load_model_config(kGoldens / "llama")).error().field,
              "modules_to_save");
}

TEST(PromptLearningTest, NeitherIsMergedButBothAreAdapters) {
    for (const auto* id : {"prefix", "prompt"}) {
        const auto& method = *find_method(id);
        const auto merged = find_export_format("merged")->check(method, *shape_config("tiny"), {});
        ASSERT_FALSE(merged);
        EXPECT_EQ(merged.error().code, ErrorCode::Unsupported);
        EXPECT_NE(merged.error().hint.find("peft"), std::string::npos);
        EXPECT_TRUE(find_export_format("peft")->check(method, *shape_config("tiny"), {}));
    }
}

}  // namespace
}  // namespace tunebench
