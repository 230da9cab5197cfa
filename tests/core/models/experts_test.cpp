#include "core/models/experts.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/models/family.h"
#include "core/models/parameters.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

Json qwen3_moe(const Json& changes = Json::object()) {
    Json json = {{"model_type", "qwen3_moe"},  {"vocab_size", 97},       {"hidden_size", 32},
                 {"intermediate_size", 48},    {"num_hidden_layers", 6}, {"num_attention_heads", 4},
                 {"num_key_value_heads", 2},   {"num_experts", 8},       {"num_experts_per_tok", 2},
                 {"moe_intermediate_size", 16}};
    json.update(changes);
    return json;
}

ModelConfig config_of(const Json& json) {
    const auto config = model_config_from_json(json, "config.json");
    EXPECT_TRUE(config) << config.error().message;
    return config ? *config : ModelConfig{};
}

void expect_refusal(const Json& changes, const std::string& part, const std::string& field) {
    const auto config = model_config_from_json(qwen3_moe(changes), "config.json");
    ASSERT_FALSE(config) << part;
    EXPECT_NE(config.error().message.find(part), std::string::npos) << config.error().message;
    EXPECT_EQ(config.error().field, field);
    EXPECT_FALSE(config.error().hint.empty());
}

std::vector<std::int64_t> layers_with_experts(const Json& changes) {
    const auto config = config_of(qwen3_moe(changes));
    std::vector<std::int64_t> layers;
    for (std::int64_t layer = 0; layer < config.num_hidden_layers; ++layer)
        if (config.experts_of(layer))
            layers.push_back(layer);
    return layers;
}

TEST(ExpertsTest, ModelsHaveAsManyParametersAsTheirPublishersSay) {
    EXPECT_EQ(parameter_count(*shape_config("mixtral-8x7b")), 46702792704);
    const auto qwen = config_of({{"model_type", "qwen3_moe"},
                                 {"vocab_size", 151936},
                                 {"hidden_size", 2048},
                                 {"intermediate_size", 6144},
                                 {"moe_intermediate_size", 768},
                                 {"num_hidden_layers", 48},
                                 {"num_attention_heads", 32},
                                 {"num_key_value_heads", 4},
                                 {"head_dim", 128},
                                 {"num_experts", 128},
                                 {"num_experts_per_tok", 8}});
    EXPECT_EQ(parameter_count(qwen), 30532122624);
}

TEST(ExpertsTest, TensorsAreCalledAsInTheCheckpoints) {
    const auto has = [](const ModelConfig& config, const std::string& name,
                        const std::vector<std::int64_t>& shape) {
        const auto all = parameters_of(config);
        return std::ranges::any_of(all, [&](const auto& p) { return p.name == name && p.shape == shape; });
    };
    const auto mixtral = *shape_config("tiny-mixtral");
    const std::string block = "model.layers.1.block_sparse_moe.";
    EXPECT_TRUE(has(mixtral, block + "gate.weight", {6, 64}));
    EXPECT_TRUE(has(mixtral, block + "experts.5.w1.weight", {96, 64}));
    EXPECT_TRUE(has(mixtral, block + "experts.5.w2.weight", {64, 96}));
    EXPECT_TRUE(has(mixtral, block + "experts.5.w3.weight", {96, 64}));
    const auto qwen = config_of(qwen3_moe({{"mlp_only_layers", {3}}}));
    const std::string mlp = "model.layers.2.mlp.";
    EXPECT_TRUE(has(qwen, mlp + "gate.weight", {8, 32}));
    EXPECT_TRUE(has(qwen, mlp + "experts.7.gate_proj.weight", {16, 32}));
    EXPECT_TRUE(has(qwen, mlp + "experts.7.up_proj.weight", {16, 32}));
    EXPECT_TRUE(has(qwen, mlp + "experts.7.down_proj.weight", {32, 16}));
    EXPECT_TRUE(has(qwen, "model.layers.3.mlp.gate_proj.weight", {48, 32}));
    EXPECT_FALSE(has(qwen, "model.layers.3.mlp.gate.weight", {8, 32}));
    EXPECT_TRUE(has(qwen, "model.layers.2.self_attn.q_norm.weight", {8}));
}

TEST(ExpertsTest, LayersHaveThemByStepAndList) {
    EXPECT_EQ(layers_with_experts(Json::object()), (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(layers_with_experts({{"decoder_sparse_step", 2}}), (std::vector<std::int64_t>{1, 3, 5}));
    EXPECT_EQ(layers_with_experts({{"decoder_sparse_step", 2}, {"mlp_only_layers", {3, 4}}}),
              (std::vector<std::int64_t>{1, 5}));
    EXPECT_EQ(layers_with_experts({{"decoder_sparse_step", 7}}), (std::vector<std::int64_t>{}));
}

TEST(ExpertsTest, SettingsAreReadWithTheirDefaults) {
    EXPECT_EQ(config_of(qwen3_moe()).sliding_window, std::nullopt);
    EXPECT_EQ(config_of(qwen3_moe({{"use_sliding_window", true}})).sliding_window, 4096);
    const auto plain = *config_of(qwen3_moe()).experts;
    EXPECT_FALSE(plain.renormalizes);
    EXPECT_FALSE(plain.balances);
    EXPECT_EQ(plain.balance_weight, 0.001);
    const auto set = *config_of(qwen3_moe({{"norm_topk_prob", true},
                                           {"output_router_logits", true},
                                           {"router_aux_loss_coef", 0.02}}))
                          .experts;
    EXPECT_TRUE(set.renormalizes);
    EXPECT_TRUE(set.balances);
    EXPECT_EQ(set.balance_weight, 0.02);
    const auto mixtral = *shape_config("mixtral-8x7b")->experts;
    EXPECT_TRUE(mixtral.renormalizes);
    EXPECT_EQ(mixtral.per_token, 2);
    EXPECT_EQ(mixtral.intermediate_size, 14336);
}

TEST(ExpertsTest, WhatNoModelHasIsRefused) {
    expect_refusal({{"num_experts", 0}}, "num_experts is 0", "num_experts");
    expect_refusal({{"num_experts", -3}}, "num_experts is -3", "num_experts");
    expect_refusal({{"num_experts_per_tok", 9}}, "num_experts_per_tok is 9, but there are 8",
                   "num_experts_per_tok");
    expect_refusal({{"num_experts_per_tok", 0}}, "num_experts_per_tok is 0", "num_experts_per_tok");
    expect_refusal({{"num_experts", 1000000}}, "num_experts is 1000000", "num_experts");
    expect_refusal({{"num_experts", 4000}, {"num_hidden_layers", 1000}}, "altogether", "num_experts");
    expect_refusal({{"num_hidden_layers", std::int64_t{1} << 40}}, "num_hidden_layers is 1099511627776",
                   "num_hidden_layers");
    expect_refusal({{"moe_intermediate_size", 0}}, "moe_intermediate_size is 0", "moe_intermediate_size");
    expect_refusal({{"decoder_sparse_step", 0}}, "decoder_sparse_step is 0", "decoder_sparse_step");
    expect_refusal({{"mlp_only_layers", "none"}}, "mlp_only_layers", "mlp_only_layers");
    auto without = qwen3_moe();
    without.erase("num_experts");
    EXPECT_FALSE(model_config_from_json(without, "config.json"));
}

TEST(ExpertsTest, NoiseOfARouterIsRefused) {
    auto json = qwen3_moe({{"model_type", "mixtral"}, {"num_local_experts", 8}});
    EXPECT_TRUE(model_config_from_json(json, "config.json"));
    json["router_jitter_noise"] = 0.1;
    const auto config = model_config_from_json(json, "config.json");
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().field, "router_jitter_noise");
}

TEST(ExpertsTest, TheirNumberHasTwoNamesInQwen3Moe) {
    auto json = qwen3_moe();
    json["num_local_experts"] = json["num_experts"];
    json.erase("num_experts");
    EXPECT_EQ(config_of(json).experts, config_of(qwen3_moe()).experts);
}

}  // namespace
}  // namespace tunebench
