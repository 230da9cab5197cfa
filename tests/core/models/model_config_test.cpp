#include "core/models/model_config.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/models/parameters.h"

namespace tunebench {
namespace {

Json llama() {
    return {{"model_type", "llama"},    {"architectures", {"LlamaForCausalLM"}},
            {"vocab_size", 97},         {"hidden_size", 32},
            {"intermediate_size", 64},  {"num_hidden_layers", 2},
            {"num_attention_heads", 4}, {"num_key_value_heads", 2},
            {"eos_token_id", {2, 3}}};
}

void expect_refused(const Json& json, const std::string& part) {
    const auto config = model_config_from_json(json, "config.json");
    ASSERT_FALSE(config) << part;
    EXPECT_NE(config.error().message.find(part), std::string::npos) << config.error().message;
    EXPECT_NE(config.error().message.find("config.json"), std::string::npos);
}

TEST(ModelConfigTest, ReadsWhatIsThereAndKnowsTheDefaults) {
    const auto config = model_config_from_json(llama(), "config.json");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->head_dim, 8);
    EXPECT_EQ(config->rope.theta, 10000.0);
    EXPECT_EQ(config->eos_token_ids, (std::vector<std::int32_t>{2, 3}));
    EXPECT_FALSE(config->tie_word_embeddings);
}

TEST(ModelConfigTest, OldFilesSayMinusOneForATokenThatTheyDoNotHave) {
    auto json = llama();
    json["pad_token_id"] = -1;
    const auto config = model_config_from_json(json, "config.json");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->pad_token_id, std::nullopt);
    json["pad_token_id"] = -2;
    expect_refused(json, "pad_token_id is -2");
}

TEST(ModelConfigTest, WrittenAgainItReadsTheSame) {
    for (const auto* type : {"llama", "mistral", "qwen2"}) {
        auto json = llama();
        json.erase("architectures");
        json["model_type"] = type;
        json["sliding_window"] = 5;
        json["use_sliding_window"] = true;
        json["rope_scaling"] = {{"rope_type", "llama3"},
                                {"factor", 8.0},
                                {"low_freq_factor", 1.0},
                                {"high_freq_factor", 4.0},
                                {"original_max_position_embeddings", 32}};
        const auto config = model_config_from_json(json, "a");
        ASSERT_TRUE(config) << config.error().message;
        const auto again = model_config_from_json(Json::parse(model_config_to_json(*config).dump()), "b");
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(*again, *config) << type;
    }
}

TEST(ModelConfigTest, UnknownArchitecturesAreRefusedWithTheKnownOnes) {
    expect_refused({{"model_type", "rwkv"}}, "not supported yet: rwkv; supported are llama");
    auto json = llama();
    json["architectures"] = {"LlamaForTokenClassification"};
    expect_refused(json, "LlamaForTokenClassification");
}

TEST(ModelConfigTest, WithoutATypeTheArchitectureTellsTheFamily) {
    auto json = llama();
    json.erase("model_type");
    for (const auto& [architecture, type] : {std::pair("LlamaForCausalLM", "llama"),
                                             {"LLaMAForCausalLM", "llama"},
                                             {"MistralModel", "mistral"},
                                             {"Qwen2ForSequenceClassification", "qwen2"}}) {
        json["architectures"] = {architecture};
        const auto config = model_config_from_json(json, "config.json");
        ASSERT_TRUE(config) << config.error().message;
        EXPECT_EQ(config->model_type, type) << architecture;
    }
    json["architectures"] = {"NovelForCausalLM"};
    expect_refused(json, "NovelForCausalLM");
    json["architectures"] = {"LlamaForTokenClassification"};
    expect_refused(json, "LlamaForTokenClassification");
    json.erase("architectures");
    expect_refused(json, "model_type");
}

TEST(ModelConfigTest, LettersOfAnArchitectureMayBeLargeOrSmall) {
    auto json = llama();
    json["architectures"] = {"LLaMAForCausalLM"};
    EXPECT_TRUE(model_config_from_json(json, "config.json"));
}

TEST(ModelConfigTest, ImpossibleSizesAreNamed) {
    for (const auto* key : {"hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size"}) {
        auto json = llama();
        json[key] = 0;
        expect_refused(json, key);
        json[key] = "many";
        expect_refused(json, key);
        json.erase(key);
        expect_refused(json, key);
    }
    auto json = llama();
    json["num_key_value_heads"] = 3;
    expect_refused(json, "not a multiple");
    json = llama();
    json["head_dim"] = 7;
    expect_refused(json, "7 dimensions");
}

// Tables with a line for each layer, and sums over them, are made of these numbers.
TEST(ModelConfigTest, SizesThatNoModelHasAreRefusedAtOnce) {
    for (const auto* type : {"llama", "gemma2", "smollm3", "qwen2"}) {
        auto json = llama();
        json.erase("architectures");
        json["model_type"] = type;
        json["use_sliding_window"] = true;
        json["num_hidden_layers"] = std::int64_t{1} << 40;
        expect_refused(json, "num_hidden_layers is 1099511627776, which is more than 10000");
    }
    for (const auto* key : {"vocab_size", "intermediate_size", "head_dim"}) {
        auto json = llama();
        json["hidden_size"] = 1 << 20;
        json[key] = std::int64_t{1} << 40;
        expect_refused(json, "more parameters than any model");
    }
}

TEST(ModelConfigTest, WhereTheWindowIsNotNamedItIsThatOfTransformers) {
    for (const auto* type : {"mistral", "gemma2", "qwen2", "qwen3"}) {
        auto json = llama();
        json.erase("architectures");
        json["model_type"] = type;
        json["use_sliding_window"] = true;  // without which Qwen has none
        const auto window = [&] { return model_config_from_json(json, "config.json")->sliding_window; };
        EXPECT_EQ(window(), 4096) << type;
        json["sliding_window"] = nullptr;
        EXPECT_EQ(window(), std::nullopt) << type;
        json["sliding_window"] = 7;
        EXPECT_EQ(window(), 7) << type;
    }
}

TEST(ModelConfigTest, OfStarCoder2EverythingHasABiasAndTheHeadIsTied) {
    auto json = llama();
    json.erase("architectures");
    json["model_type"] = "starcoder2";
    const auto config = model_config_from_json(json, "config.json");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_TRUE(config->tie_word_embeddings);
    EXPECT_FALSE(config->sliding_window);
    EXPECT_EQ(config->norm_eps, 1e-5);
    EXPECT_EQ(config->activation, Activation::GeluTanh);
    std::vector<std::string> names;
    for (const auto& parameter : parameters_of(*config))
        names.push_back(parameter.name);
    for (const auto* name :
         {"model.layers.1.self_attn.o_proj.bias", "model.layers.1.mlp.c_fc.bias",
          "model.layers.1.mlp.c_proj.weight", "model.layers.0.input_layernorm.bias", "model.norm.bias"})
        EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
}

TEST(ModelConfigTest, OneActivationHasSeveralNames) {
    const auto activation = [](const char* name) {
        auto json = llama();
        json["hidden_act"] = name;
        const auto config = model_config_from_json(json, "config.json");
        return config ? std::optional(config->activation) : std::nullopt;
    };
    EXPECT_EQ(activation("gelu_python"), Activation::Gelu);
    EXPECT_EQ(activation("gelu_accurate"), Activation::GeluTanh);
    EXPECT_EQ(activation("swish"), Activation::Silu);
    EXPECT_FALSE(activation("quick_gelu"));
}

TEST(ModelConfigTest, AnUnknownRopeScalingIsRefused) {
    auto json = llama();
    json["rope_scaling"] = {{"type", "mrope"}, {"factor", 2.0}};
    expect_refused(json, "mrope");
}

TEST(ModelConfigTest, TablesNameEveryParameterOnce) {
    const auto config = *model_config_from_json(llama(), "config.json");
    std::int64_t count = 0;
    for (const auto& parameter : parameters_of(config))
        count += parameter.count();
    EXPECT_EQ(count, 24800);  // the reference case of this shape
    EXPECT_EQ(projections_of(config).size(), 15U);
}

}  // namespace
}  // namespace tunebench
