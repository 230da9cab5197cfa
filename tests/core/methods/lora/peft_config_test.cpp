// What adapter_config.json says of LoRA's parameters.
#include <gtest/gtest.h>

#include "core/methods/lora/lora.h"
#include "core/models/shapes.h"

namespace tunebench::lora {
namespace {

Json written(const Config& config) {
    const auto json = peft_config(*shape_config("tiny"), config, "base");
    EXPECT_TRUE(json) << json.error().message;
    return *json;
}

Result<Config> read(const Json& json) {
    return config_from_peft(json, *shape_config("tiny"));
}

TEST(PeftConfigTest, EveryParameterComesBack) {
    const Config config{.rank = 4,
                        .alpha = 6.0,
                        .dropout = 0.25,
                        .targets = {.names = {"q_proj", "down_proj"}},
                        .rank_stabilized = true,
                        .bias = Bias::LoraOnly,
                        .rank_pattern = {{"q_proj", 2.0}},
                        .alpha_pattern = {{"q_proj", 3.5}},
                        .modules_to_save = {"lm_head"},
                        .layers = "0, 1",
                        .exclude = {.names = {"o_proj"}},
                        .initialization = Initialization::Gaussian};
    const auto back = read(written(config));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(params_from(fields(), *back), params_from(fields(), config));
}

TEST(PeftConfigTest, LayersAreAListOfNumbers) {
    EXPECT_EQ(written({.layers = "0-1"})["layers_to_transform"], (Json{0, 1}));
    EXPECT_EQ(written({})["layers_to_transform"], Json(nullptr));
    auto json = written({});
    json["layers_to_transform"] = 1;
    json["layers_pattern"] = "layers";
    EXPECT_EQ(read(json)->layers, "1");
    json["layers_pattern"] = Json{"h"};
    EXPECT_EQ(read(json).error().field, "layers_pattern");
}

TEST(PeftConfigTest, ShortenedNamesDoNotMeanAHeadThatTrainsWhole) {
    const auto targets = [](const char* shape) {
        const auto json = peft_config(*shape_config(shape), {.targets = {.text = "all-linear"}}, "base");
        EXPECT_TRUE(json) << (json ? "" : json.error().message);
        return (*json)["target_modules"];
    };
    // The pooler of BERT, called dense as well, is adapted; the layer in RoBERTa's head is not.
    EXPECT_EQ(targets("bert-base"), (Json{"query", "key", "value", "dense"}));
    EXPECT_EQ(targets("roberta-large"),
              (Json{"query", "key", "value", "output.dense", "intermediate.dense"}));
}

TEST(PeftConfigTest, AStartCutOutOfTheWeightsIsWrittenAsPlainLoraOfTwiceTheRank) {
    const Config config{.rank = 4,
                        .alpha = 6.0,
                        .rank_pattern = {{"q_proj", 2.0}},
                        .alpha_pattern = {{"v_proj", 3.0}},
                        .initialization = Initialization::Pissa};
    const auto json = written(config);
    EXPECT_EQ(json["r"], 8);
    EXPECT_EQ(json["lora_alpha"], 12);
    EXPECT_EQ(json["rank_pattern"]["q_proj"], 4);
    EXPECT_EQ(json["alpha_pattern"]["v_proj"], 6);
    EXPECT_EQ(json["init_lora_weights"], true);
}

/// The scale of every module must survive the doubling.
TEST(PeftConfigTest, TwiceTheRankKeepsTheScale) {
    for (const bool stabilized : {false, true}) {
        const Config config{.rank = 4,
                            .alpha = 6.0,
                            .rank_stabilized = stabilized,
                            .rank_pattern = {{"q_proj", 2.0}},
                            .alpha_pattern = {{"v_proj", 3.0}},
                            .initialization = Initialization::Olora};
        const auto model = *shape_config("tiny");
        const auto before = *adapted_projections(model, config);
        const auto after = *adapted_projections(model, *read(written(config)));
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_EQ(after[i].rank, 2 * before[i].rank);
            EXPECT_NEAR(after[i].scale, before[i].scale, 1e-12) << before[i].projection.path;
        }
    }
}

TEST(PeftConfigTest, AnUnknownChangeOfTheBaseWeightsIsRefused) {
    auto json = written({});
    for (const auto& [start, expected] :
         {std::pair{Json("pissa"), Initialization::Pissa}, std::pair{Json("olora"), Initialization::Olora},
          std::pair{Json("eva"), Initialization::Default}, std::pair{Json(false), Initialization::Default}}) {
        json["init_lora_weights"] = start;
        EXPECT_EQ(read(json)->initialization, expected) << start;
    }
    for (const auto* start : {"loftq", "pissa_niter_4", "corda"}) {
        json["init_lora_weights"] = start;
        EXPECT_EQ(read(json).error().field, "init_lora_weights") << start;
    }
}

TEST(PeftConfigTest, FilesOfDoraAreNotLoras) {
    auto json = written({});
    const auto& format = find_method("lora")->adapter_formats.front();
    EXPECT_TRUE(format.recognises(json));
    json["use_dora"] = true;
    EXPECT_FALSE(format.recognises(json));
    EXPECT_EQ(format.read(json, *shape_config("tiny")).error().field, "use_dora");
    EXPECT_TRUE(find_method("dora")->adapter_formats.front().recognises(json));
}

}  // namespace
}  // namespace tunebench::lora
