#include "core/run/task.h"

#include <gtest/gtest.h>

#include "core/models/classification.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

TEST(TaskTest, ACausalModelIsGivenAHeadForTheLabels) {
    const auto causal = *shape_config("tiny");
    EXPECT_EQ(*model_for_task(causal, Task::Causal), causal);
    const auto model = *model_for_task(causal, Task::Classification, {"a", "b", "c"});
    EXPECT_EQ(model.architecture, "LlamaForSequenceClassification");
    EXPECT_EQ(model.labels.size(), 3U);
    EXPECT_EQ(model_for_task(causal, Task::Classification)->labels.size(), 2U);
}

TEST(TaskTest, AStoredClassifierKeepsItsLabelsUntilTheDataHasOthers) {
    const auto stored = as_classifier(*shape_config("tiny"), {"a", "b", "c"});
    EXPECT_EQ(*model_for_task(stored, Task::Classification), stored);
    EXPECT_EQ(model_for_task(stored, Task::Classification, {"x", "y"})->labels.size(), 2U);
}

TEST(TaskTest, AClassifierDoesNotWrite) {
    const auto refused = model_for_task(as_classifier(*shape_config("tiny"), {"a", "b"}), Task::Causal);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "model.task");
    EXPECT_FALSE(refused.error().hint.empty());
}

TEST(TaskTest, AnEncoderClassifiesAndDoesNotWrite) {
    Json json = Json::parse(json_text(model_config_to_json(*shape_config("tiny-bert"))));
    json["architectures"] = {"BertForMaskedLM"};
    const auto encoder = model_config_from_json(json, "config.json");
    ASSERT_TRUE(encoder) << encoder.error().message;
    const auto refused = model_for_task(*encoder, Task::Causal);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message,
              "The model is a BertForMaskedLM, an encoder, which cannot generate text");
    EXPECT_EQ(refused.error().field, "model.task");
    EXPECT_EQ(model_for_task(*encoder, Task::Classification)->architecture, "BertForSequenceClassification");
}

TEST(TaskTest, LayoutsFitTheirTask) {
    EXPECT_TRUE(check_layout(DataLayout::Auto, Task::Classification));
    EXPECT_TRUE(check_layout(DataLayout::Classification, Task::Classification));
    EXPECT_TRUE(check_layout(DataLayout::Messages, Task::Causal));
    EXPECT_EQ(check_layout(DataLayout::Text, Task::Classification).error().field, "data.layout");
    EXPECT_EQ(check_layout(DataLayout::Classification, Task::Causal).error().field, "data.layout");
}

}  // namespace
}  // namespace tunebench
