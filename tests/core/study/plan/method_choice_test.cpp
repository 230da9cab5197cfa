#include "core/study/plan/method_choice.h"

#include <gtest/gtest.h>

#include "core/run/selection.h"
#include "core/study/plan/study_plan.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

const StudyMethod kMethod = {.name = "LoRA",
                             .set = {{"method", {{"id", "lora"}, {"rank_pattern", {{"q_proj", 4}}}}},
                                     {"optimizer", {{"learning_rate", 0.002}}}},
                             .grid = {{"method.rank", {4, 16}}},
                             .search_rate = false};

TEST(MethodChoiceTest, ValuesThatAreSetAndGridsBecomeFields) {
    const auto choice = choice_from(kMethod);
    EXPECT_EQ(choice.name, "LoRA");
    EXPECT_EQ(choice.method_id, "lora");
    EXPECT_FALSE(choice.search_rate);
    ParamMap pattern;
    pattern.set("q_proj", 4);
    EXPECT_EQ(choice.fields, (std::vector<VariedField>{{.key = "method.rank_pattern", .values = {pattern}},
                                                       {.key = "optimizer.learning_rate", .values = {0.002}},
                                                       {.key = "method.rank", .values = {4, 16}}}));
}

TEST(MethodChoiceTest, WhatAFormHoldsIsTheSameMethodAgain) {
    EXPECT_EQ(method_from(choice_from(kMethod)), kMethod);
    const StudyMethod plain{.name = "as the base"};
    EXPECT_EQ(method_from(choice_from(plain)), plain);
}

TEST(MethodChoiceTest, AFieldWithoutAValueIsLeftOut) {
    const MethodChoice choice{.name = "IA3", .method_id = "ia3", .fields = {{.key = "method.targets"}}};
    EXPECT_EQ(method_from(choice).set, (OrderedJson{{"method", {{"id", "ia3"}}}}));
    EXPECT_TRUE(method_from(choice).grid.empty());
}

TEST(MethodChoiceTest, NamesAreTheMethodsTitlesAndNeverTwice) {
    std::vector<MethodChoice> choices;
    for (int i = 0; i < 3; ++i)
        choices.push_back({.name = new_name(choices, "lora"), .method_id = "lora"});
    EXPECT_EQ(choices[1].name, choices[0].name + " 2");
    EXPECT_EQ(choices[2].name, choices[0].name + " 3");
}

TEST(MethodChoiceTest, FieldsFollowTheMethodAndTheOptimizerThatAreChosen) {
    const auto base = default_run_config();
    const auto config =
        config_with(base, {.method_id = "ia3", .fields = {{.key = "optimizer.id", .values = {"adafactor"}}}});
    EXPECT_EQ(config.method.id, "ia3");
    EXPECT_EQ(config.optimizer.id, "adafactor");
    EXPECT_EQ(config_with(base, {}).method.id, base.method.id);
}

TEST(MethodChoiceTest, APlanOfAFormsMethodsIsThatOfTheFile) {
    const TemporaryFolder folder;
    StudySettings study{.base = tiny_run(folder.path(), 10), .folder = folder.path()};
    study.methods = {
        {.name = "LoRA", .set = {{"method", {{"id", "lora"}}}}, .grid = {{"method.rank", {2, 4}}}},
        {.name = "IA3", .set = {{"method", {{"id", "ia3"}}}}}};
    const auto expected = plan_study(study);
    ASSERT_TRUE(expected) << expected.error().message;
    for (auto& method : study.methods)
        method = method_from(choice_from(method));
    const auto planned = plan_study(study);
    ASSERT_TRUE(planned);
    ASSERT_EQ(planned->arms.size(), expected->arms.size());
    for (std::size_t i = 0; i < planned->arms.size(); ++i) {
        EXPECT_EQ(planned->arms[i].name, expected->arms[i].name);
        EXPECT_EQ(json_text(run_config_to_json(planned->arms[i].config)),
                  json_text(run_config_to_json(expected->arms[i].config)));
    }
}

}  // namespace
}  // namespace tunebench::test
