// Which modules LoRA adapts.
#include <gtest/gtest.h>

#include "core/methods/lora/lora.h"
#include "core/models/shapes.h"

namespace tunebench::lora {
namespace {

std::vector<std::string> adapted(const Config& config, const char* shape = "tiny") {
    const auto sites = adapted_projections(*shape_config(shape), config);
    EXPECT_TRUE(sites) << sites.error().message;
    std::vector<std::string> paths;
    for (const auto& site : *sites)
        paths.push_back(site.projection.path);
    return paths;
}

Error refused(const Config& config, const char* shape = "tiny") {
    const auto sites = adapted_projections(*shape_config(shape), config);
    EXPECT_FALSE(sites);
    return sites ? Error{} : sites.error();
}

std::int64_t count(const char* shape, const Config& config) {
    return plan_of(*shape_config(shape), config)->trainable_count();
}

TEST(TargetsTest, LayersAreNumbersAndRanges) {
    EXPECT_EQ(*chosen_layers("0-3, 8", 12), (std::vector<std::int64_t>{0, 1, 2, 3, 8}));
    EXPECT_EQ(*chosen_layers(" 5 ,2", 6), (std::vector<std::int64_t>{2, 5}));
    for (const auto* wrong : {"", "12", "-1", "1-", "a", "1,,2", "3-1", "0-12", "99999999999999999999"})
        EXPECT_FALSE(chosen_layers(wrong, 12)) << wrong;
}

TEST(TargetsTest, OnlyTheChosenLayersAreAdapted) {
    EXPECT_EQ(adapted({.targets = {.names = {"q_proj", "lm_head"}}, .layers = "1"}),
              (std::vector<std::string>{"model.layers.1.self_attn.q_proj"}));
    EXPECT_EQ(refused({.layers = "2"}).field, "layers");
    EXPECT_EQ(refused({.targets = {.text = ".*q_proj"}, .layers = "1"}).field, "layers");
    const auto plan = *plan_of(*shape_config("tiny"), {.layers = "1"});
    EXPECT_EQ(plan.first_layer, 1);
}

TEST(TargetsTest, WhatIsExcludedIsNotAdapted) {
    const Config names{.targets = {.text = "attention"}, .exclude = {.names = {"v_proj"}}};
    EXPECT_EQ(adapted(names), (std::vector<std::string>{"model.layers.0.self_attn.q_proj",
                                                        "model.layers.1.self_attn.q_proj"}));
    const Config expression{.targets = {.text = "attention"}, .exclude = {.text = R"(.*\.1\..*)"}};
    EXPECT_EQ(adapted(expression), (std::vector<std::string>{"model.layers.0.self_attn.q_proj",
                                                             "model.layers.0.self_attn.v_proj"}));
    EXPECT_EQ(refused({.exclude = {.names = {"w_proj"}}}).field, "exclude");
    EXPECT_EQ(refused({.exclude = {.text = ".*"}}).field, "targets");
}

TEST(TargetsTest, EmbeddingAndHeadAreAdaptedOnlyWhenNamed) {
    for (const auto& path : adapted({}))
        EXPECT_TRUE(path.starts_with("model.layers.")) << path;
    EXPECT_EQ(adapted({.targets = {.names = {"embed_tokens", "lm_head"}}}),
              (std::vector<std::string>{"model.embed_tokens", "lm_head"}));
    const auto plan = *plan_of(*shape_config("gpt2"), {.rank = 4, .targets = {.names = {"wte"}}});
    EXPECT_EQ(plan.tensors[0].name, "base_model.model.transformer.wte.lora_embedding_A");
    EXPECT_EQ(plan.tensors[0].shape, (std::vector<std::int64_t>{4, 50257}));
    EXPECT_EQ(plan.tensors[1].name, "base_model.model.transformer.wte.lora_embedding_B");
    EXPECT_EQ(plan.tensors[1].shape, (std::vector<std::int64_t>{768, 4}));
    EXPECT_EQ(plan.first_layer, 0);
    EXPECT_EQ(plan.embedding_rank, 4);
}

TEST(TargetsTest, AHeadAloneNeedsNoGradientInTheBlocks) {
    const auto plan = *plan_of(*shape_config("tiny"), {.targets = {.names = {"lm_head"}}});
    EXPECT_EQ(plan.first_layer, 2);
}

TEST(TargetsTest, DropoutOnTheHeadIsRefused) {
    const auto plan =
        plan_of(*shape_config("tiny"), {.dropout = 0.1, .targets = {.names = {"q_proj", "lm_head"}}});
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().field, "dropout");
}

TEST(TargetsTest, AStartCutOutOfAWeightMustFitIntoIt) {
    EXPECT_EQ(refused({.rank = 65, .initialization = Initialization::Pissa}).field, "rank");
    EXPECT_EQ(
        refused({.targets = {.names = {"embed_tokens"}}, .initialization = Initialization::Olora}).field,
        "initialization");
}

TEST(TargetsTest, OnlyBLearnsFaster) {
    const auto plan = *plan_of(*shape_config("tiny"), {.learning_rate_ratio = 16.0});
    for (const auto& tensor : plan.tensors)
        EXPECT_EQ(tensor.rate_factor, tensor.name.ends_with("lora_B.weight") ? 16.0 : 1.0) << tensor.name;
}

TEST(TargetsTest, CountsEqualThePublishedOnes) {
    const TextOrList paper{.names = {"q_proj", "k_proj", "v_proj", "up_proj", "down_proj"}};
    EXPECT_EQ(count("gpt2-medium", {.rank = 4, .targets = {.text = "attention"}}), 393216);
    EXPECT_EQ(count("llama-7b", {.rank = 32, .targets = paper}), 56098816);
    EXPECT_EQ(count("llama-13b", {.rank = 32, .targets = paper}), 87818240);
    EXPECT_EQ(count("llama-3-8b", {.rank = 32, .targets = paper}), 56623104);
}

}  // namespace
}  // namespace tunebench::lora
