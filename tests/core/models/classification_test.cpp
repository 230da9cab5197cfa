#include "core/models/classification.h"

#include <gtest/gtest.h>

#include "core/models/parameters.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

Json stored(const Json& extra) {
    Json json = Json::parse(json_text(model_config_to_json(*shape_config("tiny"))));
    json["architectures"] = {"LlamaForSequenceClassification"};
    json.update(extra);
    return json;
}

Result<ModelConfig> read(const Json& extra) {
    return model_config_from_json(stored(extra), "config.json");
}

TEST(ClassificationTest, ArchitecturesAreNamedAsHuggingFaceNamesThem) {
    EXPECT_EQ(classification_architecture("Qwen2ForCausalLM"), "Qwen2ForSequenceClassification");
    EXPECT_EQ(classification_architecture("GPT2LMHeadModel"), "GPT2ForSequenceClassification");
    EXPECT_EQ(classification_architecture("BertForMaskedLM"), "BertForSequenceClassification");
    EXPECT_EQ(classification_architecture("BertModel"), "");
}

TEST(ClassificationTest, LabelsComeFromTheConfiguration) {
    EXPECT_EQ(read({{"id2label", {{"0", "bad"}, {"1", "good"}}}})->labels,
              (std::vector<std::string>{"bad", "good"}));
    EXPECT_EQ(read({{"num_labels", 3}})->labels, unnamed_labels(3));
    EXPECT_EQ(read(Json::object())->labels, unnamed_labels(2));
}

TEST(ClassificationTest, WhatIsNoChoiceOfOneLabelIsRefused) {
    for (const Json& extra : {Json{{"problem_type", "regression"}},
                              Json{{"problem_type", "multi_label_classification"}}, Json{{"num_labels", 1}}})
        EXPECT_EQ(read(extra).error().code, ErrorCode::Unsupported) << extra;
    for (const Json& extra :
         {Json{{"id2label", {{"0", "a"}, {"2", "b"}}}}, Json{{"id2label", {{"0", "a"}, {"1", "a"}}}},
          Json{{"id2label", {{"0", 1}, {"1", 2}}}}, Json{{"num_labels", -1}},
          Json{{"num_labels", 1LL << 40}}})
        EXPECT_EQ(read(extra).error().code, ErrorCode::Corrupt) << extra;
}

TEST(ClassificationTest, TheConfigurationComesBackTheSame) {
    for (const auto* shape : {"tiny", "tiny-gpt2", "qwen2.5-0.5b", "bert-base", "roberta-large"}) {
        const auto config = as_classifier(*shape_config(shape), {"bad", "good", "mixed"});
        const auto json = Json::parse(json_text(model_config_to_json(config)));
        EXPECT_EQ(json["label2id"]["mixed"], 2);
        EXPECT_EQ(json["problem_type"], "single_label_classification");
        const auto again = model_config_from_json(json, "config.json");
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(*again, config) << shape;
    }
}

TEST(ClassificationTest, TheHeadIsOneRowALabelAndTiedToNothing) {
    const auto causal = *shape_config("tiny");
    const auto config = as_classifier(causal, {"bad", "good", "mixed"});
    const auto parameters = parameters_of(config);
    EXPECT_EQ(parameters.back().name, "score.weight");
    EXPECT_EQ(parameters.back().shape, (std::vector<std::int64_t>{3, 64}));
    EXPECT_EQ(std::ranges::count_if(parameters, &ParameterInfo::in_task_head), 1);
    EXPECT_EQ(parameter_count(config), parameter_count(causal) + 3 * 64);
    EXPECT_EQ(projections_of(config).back().path, "score");
    EXPECT_EQ(projections_of(config).back().out_features, 3);
    EXPECT_EQ(std::ranges::count_if(parameters_of(causal), &ParameterInfo::in_task_head), 0);
}

TEST(ClassificationTest, ThereIsAPaddingTokenForOtherPrograms) {
    const auto causal = *shape_config("tiny");
    ASSERT_FALSE(causal.pad_token_id);
    EXPECT_EQ(as_classifier(causal, {"a", "b"}).pad_token_id, causal.eos_token_ids.front());
}

}  // namespace
}  // namespace tunebench
