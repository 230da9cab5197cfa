// Encoders: what their configurations mean, and what of them a run can use.
#include <algorithm>
#include <cstdint>

#include <gtest/gtest.h>

#include "core/models/classification.h"
#include "core/models/family.h"
#include "core/models/parameters.h"
#include "core/models/shapes.h"
#include "core/models/stored_names.h"
#include "tests/support/family_configs.h"

namespace tunebench {
namespace {

Json json_of(const std::string& name) {
    const auto configs = test::encoder_configs();
    return std::ranges::find(configs, name, &test::FamilyConfig::name)->json;
}

ModelConfig config_of(const std::string& name, const Json& changes = Json::object()) {
    auto json = json_of(name);
    json.update(changes);
    const auto config = model_config_from_json(json, "config.json");
    EXPECT_TRUE(config) << (config ? "" : config.error().message);
    return config ? *config : ModelConfig();
}

std::vector<std::string> names_in_head(const ModelConfig& config) {
    std::vector<std::string> names;
    for (const auto& parameter : parameters_of(config))
        if (parameter.in_task_head)
            names.push_back(parameter.name);
    return names;
}

using Names = std::vector<std::string>;

TEST(EncodersTest, HaveAsManyParametersAsPublished) {
    // With the pooler, without a head: 109,482,240. The head has two rows and two biases.
    EXPECT_EQ(parameter_count(*shape_config("bert-base")), 109482240 + 2 * 768 + 2);
    // Published with a pooler, in whose place the classifier has a layer of the same size.
    EXPECT_EQ(parameter_count(*shape_config("roberta-large")), 355359744 + 2 * 1024 + 2);
}

TEST(EncodersTest, TheHeadIsWhatPeftTrainsWithEveryMethod) {
    EXPECT_EQ(names_in_head(config_of("bert")), (Names{"classifier.weight", "classifier.bias"}));
    EXPECT_EQ(names_in_head(config_of("roberta")),
              (Names{"classifier.dense.weight", "classifier.dense.bias", "classifier.out_proj.weight",
                     "classifier.out_proj.bias"}));
    EXPECT_EQ(names_in_head(config_of("distilbert")), (Names{"pre_classifier.weight", "pre_classifier.bias",
                                                             "classifier.weight", "classifier.bias"}));
    EXPECT_EQ(names_in_head(config_of("modernbert")), (Names{"classifier.weight", "classifier.bias"}));
}

TEST(EncodersTest, WithoutATaskThereIsNoHead) {
    for (const auto* architecture : {"BertForMaskedLM", "BertModel", "BertForPreTraining"}) {
        const auto config = config_of("bert", {{"architectures", {architecture}}});
        EXPECT_FALSE(config.has_head()) << architecture;
        EXPECT_EQ(parameters_of(config).back().name, "bert.encoder.layer.2.output.LayerNorm.bias");
        EXPECT_EQ(as_classifier(config, {"a", "b"}).architecture, "BertForSequenceClassification");
    }
}

TEST(EncodersTest, PositionsOfRobertaBeginAfterThatOfPadding) {
    const auto config = config_of("roberta");
    EXPECT_EQ(config.position_offset, 2);
    EXPECT_EQ(config.max_position_embeddings, 62);
    auto json = json_of("roberta");
    json["pad_token_id"] = 63;
    EXPECT_EQ(model_config_from_json(json, "config.json").error().code, ErrorCode::Corrupt);
    json["pad_token_id"] = -7;
    EXPECT_EQ(model_config_from_json(json, "config.json").error().code, ErrorCode::Corrupt);
    json["pad_token_id"] = INT64_MAX;
    EXPECT_EQ(model_config_from_json(json, "config.json").error().code, ErrorCode::Corrupt);
}

TEST(EncodersTest, XlmRobertaAndCamembertAreRobertaByOtherNames) {
    const auto roberta = config_of("roberta");
    for (const auto* name : {"xlm_roberta", "camembert"}) {
        auto config = config_of(name);
        EXPECT_EQ(unverified_part(config), "the family " + config.model_type);
        EXPECT_EQ(stored_names(config, "roberta.embeddings.word_embeddings.weight"),
                  stored_names(roberta, "roberta.embeddings.word_embeddings.weight"));
        config.model_type = roberta.model_type;
        config.architecture = roberta.architecture;
        EXPECT_EQ(config, roberta) << name;
    }
    EXPECT_EQ(config_of("xlm_roberta", {{"architectures", {"XLMRobertaForMaskedLM"}}}).architecture,
              "XLMRobertaForMaskedLM");
    EXPECT_EQ(config_of("camembert", {{"architectures", {"CamembertModel"}}}).architecture,
              "CamembertForMaskedLM");
}

TEST(EncodersTest, ElectraIsBertWithAnotherHead) {
    const auto config = config_of("electra");
    EXPECT_EQ(unverified_part(config), "the family electra");
    EXPECT_EQ(names_in_head(config), names_in_head(config_of("roberta")));
    EXPECT_EQ(config.head_dense->activation, Activation::Gelu);
    EXPECT_EQ(config_of("electra", {{"architectures", {"ElectraForPreTraining"}}}).architecture,
              "ElectraForMaskedLM");
    auto small = json_of("electra");
    small.erase("embedding_size");
    const auto refused = model_config_from_json(small, "config.json");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_NE(refused.error().message.find("embedding_size 128"), std::string::npos);
}

TEST(EncodersTest, OnlyBertAndElectraTellTheTextsOfAPairApart) {
    EXPECT_TRUE(config_of("electra").marks_pairs);
    EXPECT_TRUE(config_of("bert").marks_pairs);
    EXPECT_FALSE(config_of("bert", {{"type_vocab_size", 1}}).marks_pairs);
    EXPECT_FALSE(config_of("roberta", {{"type_vocab_size", 2}}).marks_pairs);
    EXPECT_EQ(config_of("distilbert").token_types, 0);
}

TEST(EncodersTest, OfThreeLayersOfModernBertTwoHaveAWindow) {
    const auto config = config_of("modernbert");
    EXPECT_FALSE(config.window_of(0));
    EXPECT_EQ(config.window_of(1), 4);  // itself, and three to each side
    EXPECT_EQ(config.window_of(2), 4);
    EXPECT_EQ(config.rope_of(0)->theta, 160000.0);
    EXPECT_EQ(config.rope_of(1)->theta, 100.0);
    EXPECT_EQ(config_of("modernbert", {{"local_rope_theta", nullptr}}).rope_of(1)->theta, 160000.0);
    EXPECT_FALSE(config.has_norm(NormSite::Attention, 0));
    EXPECT_TRUE(config.has_norm(NormSite::Attention, 1));
}

TEST(EncodersTest, WhatIsNoEncoderOfTheirKindIsRefused) {
    for (const Json& changes :
         {Json{{"is_decoder", true}}, Json{{"position_embedding_type", "relative_key"}}}) {
        auto json = json_of("bert");
        json.update(changes);
        EXPECT_EQ(model_config_from_json(json, "config.json").error().code, ErrorCode::Unsupported)
            << changes;
    }
    auto json = json_of("modernbert");
    json["classifier_pooling"] = "max";
    EXPECT_EQ(model_config_from_json(json, "config.json").error().field, "classifier_pooling");
}

TEST(EncodersTest, OldCheckpointsMayNameNormsAndPrefixesInTheirOwnWay) {
    EXPECT_EQ(stored_names(config_of("bert"), "bert.embeddings.LayerNorm.weight"),
              (Names{"bert.embeddings.LayerNorm.weight", "embeddings.LayerNorm.weight",
                     "bert.embeddings.LayerNorm.gamma", "embeddings.LayerNorm.gamma"}));
    EXPECT_EQ(stored_names(config_of("bert"), "classifier.bias"), (Names{"classifier.bias"}));
}

}  // namespace
}  // namespace tunebench
