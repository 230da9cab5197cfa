#include <gtest/gtest.h>

#include "core/run/run_config.h"

namespace tunebench {
namespace {

RunConfig with(const std::vector<std::string>& assignments) {
    auto config = default_run_config();
    const auto applied = apply_overrides(config, assignments);
    EXPECT_TRUE(applied) << applied.error().message;
    return config;
}

Error refused(std::string_view assignment) {
    auto config = default_run_config();
    const auto applied = apply_override(config, assignment);
    EXPECT_FALSE(applied) << assignment;
    EXPECT_EQ(config, default_run_config()) << assignment;
    return applied ? Error{} : applied.error();
}

TEST(RunOverridesTest, SetsFieldsOfEverySection) {
    const auto config = with({"method.rank=8", "optimizer.learning_rate=1e-3", "schedule.warmup_steps=5",
                              "seed=7", "budget.epochs=2", "evaluation.early_stopping.patience=3",
                              "data.packing=false", "deterministic=off", "general.threads=2"});
    EXPECT_EQ(*config.method.params.find("rank"), ParamValue(8));
    EXPECT_EQ(*config.optimizer.params.find("learning_rate"), ParamValue(1e-3));
    EXPECT_EQ(*config.schedule.params.find("warmup_steps"), ParamValue(5));
    EXPECT_EQ(config.general.seed, 7);
    EXPECT_EQ(config.budget.epochs, 2.0);
    EXPECT_EQ(config.evaluation.patience, 3);
    EXPECT_FALSE(config.data.packing);
    EXPECT_FALSE(config.general.deterministic);
    EXPECT_EQ(config.general.threads, 2);
}

TEST(RunOverridesTest, ASectionMayBeAnObject) {
    const auto config =
        with({R"(method={"rank": 8, "id": "dora"})", R"(data={"columns": {"prompt": "q"}, "packing": false})",
              R"(evaluation={"early_stopping": {"patience": 3}})"});
    EXPECT_EQ(config.method.id, "dora");
    EXPECT_EQ(*config.method.params.find("rank"), ParamValue(8));
    EXPECT_EQ(config.data, with({"data.columns.prompt=q", "data.packing=false"}).data);
    EXPECT_EQ(config.evaluation.patience, 3);
}

TEST(RunOverridesTest, ASectionIsNoField) {
    const auto error = refused("budget=3");
    EXPECT_EQ(error.message, "'budget' is a section with several fields");
    EXPECT_NE(error.hint.find("budget.epochs"), std::string::npos) << error.hint;
    EXPECT_NE(refused("method=lora").hint.find("method.id"), std::string::npos);
    EXPECT_EQ(refused("method={broken").message, "'method' is a section with several fields");
    EXPECT_EQ(refused(R"(method={"rank": 8, "no_such": 1})").field, "method.no_such");
}

TEST(RunOverridesTest, ATextThatLooksLikeANumberStaysAText) {
    EXPECT_EQ(with({"name=42"}).general.name, "42");
    EXPECT_EQ(with({"name=a=b"}).general.name, "a=b");
    EXPECT_EQ(with({"data.template=true"}).data.chat_template, "true");
}

TEST(RunOverridesTest, ListsAreJsonOrOneEntry) {
    EXPECT_EQ(with({R"(evaluation.samples=["a","b"])"}).evaluation.samples,
              (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(with({"evaluation.samples=Describe: x"}).evaluation.samples,
              std::vector<std::string>{"Describe: x"});
    EXPECT_EQ(*with({R"(method.targets=["q_proj"])"}).method.params.find("targets"),
              ParamValue(ParamList{"q_proj"}));
}

TEST(RunOverridesTest, PathsAreRelativeToTheCurrentFolder) {
    const auto here = std::filesystem::current_path();
    const auto config = with({"model.path=m", "data.train=t.jsonl"});
    EXPECT_EQ(config.model.path, (here / "m").string());
    EXPECT_EQ(config.data.train, std::vector<WeightedFile>{(here / "t.jsonl").string()});
}

TEST(RunOverridesTest, PathsOfAnAdapterAndATemplateToo) {
    const auto here = std::filesystem::current_path();
    EXPECT_EQ(with({"model.adapter=runs/a"}).model.adapter, (here / "runs/a").string());
    EXPECT_EQ(with({"model.adapter=owner/name"}).model.adapter, (here / "owner/name").string());
    EXPECT_EQ(with({"model.adapter="}).model.adapter, "");
    EXPECT_EQ(with({R"(model={"adapter": "a"})"}).model.adapter, (here / "a").string());
    EXPECT_EQ(with({"data.template=t.jinja"}).data.chat_template, (here / "t.jinja").string());
    EXPECT_EQ(with({"data.template=chatml"}).data.chat_template, "chatml");
}

TEST(RunOverridesTest, TrainingFilesTakeAWeightAndASlice) {
    const auto here = std::filesystem::current_path();
    const auto text = with({"data.train=t.jsonl weight=2 slice=[:100]"}).data.train;
    ASSERT_EQ(text.size(), 1U);
    EXPECT_EQ(text[0].path, (here / "t.jsonl").string());
    EXPECT_EQ(text[0].weight, 2.0);
    EXPECT_EQ(text[0].slice, "[:100]");
    EXPECT_EQ(with({R"(data.train={"path": "t.jsonl", "weight": 2, "slice": "[:100]"})"}).data.train, text);
    EXPECT_EQ(with({R"(data.train=[{"path": "t.jsonl", "weight": 2, "slice": "[:100]"}])"}).data.train, text);
}

TEST(RunOverridesTest, OneEntryOfAMapCanBeSet) {
    EXPECT_EQ(with({"data.columns.prompt=question"}).data.columns, (TextMap{{"prompt", "question"}}));
    const auto config = with({"method.rank_pattern.layers.0.self_attn.q_proj=4"});
    const auto* pattern = config.method.params.find("rank_pattern");
    ASSERT_NE(pattern, nullptr);
    ASSERT_NE(pattern->get<ParamMap>(), nullptr);
    EXPECT_EQ(*pattern->get<ParamMap>()->find("layers.0.self_attn.q_proj"), ParamValue(4.0));
}

TEST(RunOverridesTest, ChoicesComeBeforeTheirParameters) {
    const auto config = with({"optimizer.momentum=0.9", "optimizer.id=sgd"});
    EXPECT_EQ(config.optimizer.id, "sgd");
    EXPECT_EQ(*config.optimizer.params.find("momentum"), ParamValue(0.9));
}

TEST(RunOverridesTest, NamingTheSameMethodAgainKeepsItsParameters) {
    auto config = with({"method.rank=4"});
    ASSERT_TRUE(apply_override(config, "method.id=lora"));
    EXPECT_EQ(*config.method.params.find("rank"), ParamValue(4));
}

TEST(RunOverridesTest, WhatCannotBeSetIsNamed) {
    EXPECT_EQ(refused("method.rnak=8").field, "method.rnak");
    EXPECT_NE(refused("method.rnak=8").hint.find("rank"), std::string::npos);
    EXPECT_EQ(refused("metod.rank=8").field, "metod.rank");
    EXPECT_NE(refused("metod.rank=8").hint.find("method"), std::string::npos);
    EXPECT_EQ(refused("optimizer.learning_rate=-1").field, "optimizer.learning_rate");
    EXPECT_EQ(refused("method.id=lorra").field, "method.id");
    EXPECT_NE(refused("seed").hint.find("method.rank=8"), std::string::npos);
    refused("=5");
    refused("");
    refused("method=lora");
    refused("budget.batch_size=many");
}

}  // namespace
}  // namespace tunebench
