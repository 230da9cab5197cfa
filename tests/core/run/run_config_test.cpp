#include "core/run/run_config.h"

#include <set>

#include <gtest/gtest.h>

#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

TEST(RunConfigTest, DefaultsAreThoseOfTheDesign) {
    const auto config = default_run_config();
    EXPECT_EQ(config.method.id, "lora");
    EXPECT_EQ(config.optimizer.id, "adamw");
    EXPECT_EQ(config.schedule.id, "cosine");
    EXPECT_EQ(*config.method.params.find("rank"), ParamValue(16));
    EXPECT_EQ(config.budget.batch_size, 8);
    EXPECT_EQ(config.general.seed, 42);
}

TEST(RunConfigTest, EveryFieldIsExplained) {
    std::vector<std::string> sections(section_names().begin(), section_names().end());
    sections.emplace_back("general");
    for (const auto& section : sections) {
        std::set<std::string_view> keys;
        for (const auto& spec : section_specs(section)) {
            SCOPED_TRACE(section + "." + std::string(spec.key));
            EXPECT_TRUE(keys.insert(spec.key).second);
            EXPECT_FALSE(spec.label.empty());
            EXPECT_GE(spec.help.size(), 20u);
            EXPECT_GE(spec.details.size(), 20u);
            EXPECT_EQ(spec.help.find('\n'), std::string_view::npos);
        }
    }
}

TEST(RunConfigTest, SectionsAreDescribedAndSelectionsLeaveThatToTheirRegistries) {
    EXPECT_FALSE(section_specs("model").empty());
    EXPECT_FALSE(section_specs("general").empty());
    EXPECT_TRUE(section_specs("method").empty());
    EXPECT_TRUE(section_specs("nothing").empty());
}

TEST(RunConfigTest, ParametersOfASectionComeBackAsTheyWere) {
    auto config = default_run_config();
    config.model.path = "/models/town";
    config.data.train = {"/a.jsonl", "/b weight=3.jsonl"};
    config.data.train.push_back("/named like a weight=3");  // a path that would read otherwise as text
    config.data.train.front().weight = 0.1;
    config.data.train.front().slice = "[5:]";
    config.data.columns = {{"prompt", "question"}};
    config.evaluation.patience = 3;
    RunConfig copy;
    std::vector<std::string> sections(section_names().begin(), section_names().end());
    sections.emplace_back("general");
    for (const auto& section : sections) {
        const auto set = set_section_params(copy, section, section_params(config, section));
        EXPECT_TRUE(set) << set.error().message;
    }
    EXPECT_EQ(copy, config);
}

TEST(RunConfigTest, ANegativeLearningRateIsOneMessageWithItsField) {
    auto config = default_run_config();
    auto params = section_params(config, "optimizer");
    params.set("learning_rate", -1);
    const auto set = set_section_params(config, "optimizer", params);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().field, "optimizer.learning_rate");
    EXPECT_NE(set.error().message.find("optimizer.learning_rate"), std::string::npos) << set.error().message;
    EXPECT_NE(set.error().message.find("-1"), std::string::npos) << set.error().message;
    EXPECT_EQ(config, default_run_config());
}

TEST(RunConfigTest, AnUnknownMethodNamesTheKnownOnes) {
    auto config = default_run_config();
    ParamMap params;
    params.set("id", "lorra");
    const auto set = set_section_params(config, "method", params);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().field, "method.id");
    EXPECT_NE(set.error().hint.find("lora"), std::string::npos);
    EXPECT_NE(set.error().hint.find("full"), std::string::npos);
}

TEST(RunConfigTest, ChoosingAnotherMethodTakesItsDefaults) {
    auto config = default_run_config();
    ParamMap params;
    params.set("id", "full");
    ASSERT_TRUE(set_section_params(config, "method", params));
    EXPECT_EQ(config.method.id, "full");
    EXPECT_EQ(config.method.params.find("rank"), nullptr);
    EXPECT_EQ(config.method.params.entries.size(), selection_specs("method", "full")->size());
}

double rate_of(const RunConfig& config) {
    return *config.optimizer.params.find("learning_rate")->get<double>();
}

TEST(RunConfigTest, AnUntouchedLearningRateFollowsTheMethod) {
    auto config = default_run_config();
    EXPECT_EQ(rate_of(config), 2e-4);
    const std::vector<std::pair<std::string, double>> expected = {
        {"full", 2e-5}, {"prompt", 1e-2}, {"ia3", 5e-3}, {"dora", 2e-4}};
    for (const auto& [method, rate] : expected) {
        ASSERT_TRUE(apply_override(config, "method.id=" + method));
        EXPECT_EQ(rate_of(config), rate) << method;
    }
    ASSERT_TRUE(apply_override(config, "method.id=full"));
    ASSERT_TRUE(apply_override(config, "optimizer.id=sgd"));
    EXPECT_EQ(rate_of(config), 1e-3);
}

TEST(RunConfigTest, ALearningRateOfTheUsersStays) {
    auto config = default_run_config();
    ASSERT_TRUE(apply_override(config, "optimizer.learning_rate=3e-4"));
    ASSERT_TRUE(apply_override(config, "method.id=prompt"));
    EXPECT_EQ(rate_of(config), 3e-4);
    // Also where it happens to be another method's default, and wherever it stands in the file.
    for (const auto* text :
         {R"({"format": "tunebench.run/1", "model": {"path": "m"}, "data": {"train": ["d"]},
              "optimizer": {"learning_rate": 2e-4}, "method": {"id": "prompt"}})",
          R"({"format": "tunebench.run/1", "model": {"path": "m"}, "data": {"train": ["d"]},
              "method": {"id": "prompt"}, "optimizer": {"learning_rate": 2e-4}})"}) {
        const auto read = run_config_from_json(OrderedJson::parse(text), "/", UnknownKeys::Refuse);
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(rate_of(*read), 2e-4);
    }
}

TEST(RunConfigTest, AFileWithoutALearningRateTakesTheMethods) {
    for (const auto* text :
         {R"({"format": "tunebench.run/1", "model": {"path": "m"}, "data": {"train": ["d"]},
              "optimizer": {"id": "adam"}, "method": {"id": "prompt"}})",
          R"({"format": "tunebench.run/1", "model": {"path": "m"}, "data": {"train": ["d"]},
              "method": {"id": "prompt"}})"})
        EXPECT_EQ(rate_of(*run_config_from_json(OrderedJson::parse(text), "/", UnknownKeys::Refuse)), 1e-2);
}

TEST(RunConfigTest, AnUnknownParameterIsRefused) {
    auto config = default_run_config();
    ParamMap params;
    params.set("rnak", 8);
    const auto set = set_section_params(config, "method", params);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().field, "method.rnak");
    EXPECT_NE(set.error().hint.find("rank"), std::string::npos) << set.error().hint;
}

}  // namespace
}  // namespace tunebench
