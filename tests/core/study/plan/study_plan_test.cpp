#include "core/study/plan/study_plan.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/study/plan/study_cost.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

class StudyPlanTest : public testing::Test {
protected:
    void SetUp() override {
        base_ = tiny_run(folder_.path(), 20);
        json_ = {{"format", "tunebench.study/1"},
                 {"name", "tiny"},
                 {"base", run_config_to_json(base_)},
                 {"methods",
                  {{{"name", "LoRA"}, {"set", {{"method", {{"id", "lora"}, {"rank", 2}}}}}},
                   {{"name", "IA3"}, {"set", {{"method", {{"id", "ia3"}}}}}}}}};
    }

    Result<StudySettings> settings() { return study_from_json(json_, folder_.path()); }

    Result<StudyPlan> plan() {
        TRY(auto study, settings());
        return plan_study(std::move(study));
    }

    void expect_error(const char* message, const char* hint) {
        const auto planned = plan();
        ASSERT_FALSE(planned);
        EXPECT_NE(planned.error().message.find(message), std::string::npos) << planned.error().message;
        EXPECT_NE(planned.error().hint.find(hint), std::string::npos) << planned.error().hint;
    }

    TemporaryFolder folder_;
    RunConfig base_ = {};
    OrderedJson json_ = {};
};

TEST_F(StudyPlanTest, MethodsAreTheBaseWithTheirChanges) {
    const auto planned = plan();
    ASSERT_TRUE(planned) << planned.error().message;
    ASSERT_EQ(planned->arms.size(), 2U);
    EXPECT_EQ(planned->arms[0].config.method.id, "lora");
    EXPECT_EQ(*planned->arms[0].config.method.params.find("rank"), ParamValue(2));
    EXPECT_EQ(planned->arms[1].config.method.id, "ia3");
    EXPECT_EQ(planned->arms[1].config.data, base_.data);
    EXPECT_EQ(planned->race_runs(), 6U);
    EXPECT_EQ(planned->search_runs(), 0U);
}

TEST_F(StudyPlanTest, ALearningRateAtItsDefaultFollowsTheMethod) {
    const auto planned = plan();
    ASSERT_TRUE(planned);
    auto alone = base_;
    ASSERT_TRUE(apply_override(alone, "method.id=ia3"));
    EXPECT_EQ(learning_rate_of(planned->arms[1].config), learning_rate_of(alone));
    EXPECT_GT(learning_rate_of(planned->arms[1].config), learning_rate_of(planned->arms[0].config));
}

TEST_F(StudyPlanTest, AGridIsEveryCombination) {
    json_["methods"][0]["grid"] = {{"method.rank", {2, 4}}, {"optimizer.learning_rate", {0.001, 0.01, 0.1}}};
    const auto planned = plan();
    ASSERT_TRUE(planned) << planned.error().message;
    ASSERT_EQ(planned->arms.size(), 7U);
    EXPECT_EQ(planned->arms[0].name, "LoRA, rank 2, learning_rate 0.001");
    EXPECT_EQ(planned->arms[5].name, "LoRA, rank 4, learning_rate 0.1");
    EXPECT_EQ(*planned->arms[5].config.method.params.find("rank"), ParamValue(4));
    EXPECT_EQ(learning_rate_of(planned->arms[5].config), 0.1);
}

TEST_F(StudyPlanTest, RunsDifferInSeedRateAndNameAlone) {
    const auto planned = plan();
    ASSERT_TRUE(planned);
    auto first = race_run(*planned, planned->arms[0], 42, 0.001),
         second = race_run(*planned, planned->arms[0], 43, 0.01);
    EXPECT_NE(first, second);
    second.general = first.general;
    second.optimizer = first.optimizer;
    EXPECT_EQ(first, second);
}

TEST_F(StudyPlanTest, TriesOfRatesAreShort) {
    json_["learning_rates"] = {{"factors", {0.5, 1, 2}}, {"share", 0.25}};
    const auto planned = plan();
    ASSERT_TRUE(planned) << planned.error().message;
    EXPECT_EQ(planned->search_runs(), 6U);
    const auto run = search_run(*planned, planned->arms[0], 2.0);
    EXPECT_EQ(run.budget.steps, 5);
    EXPECT_DOUBLE_EQ(learning_rate_of(run), 2.0 * learning_rate_of(planned->arms[0].config));
    auto arm = planned->arms[0];
    arm.config.evaluation.general_file = "/base/general.txt";
    EXPECT_TRUE(search_run(*planned, arm, 2.0).evaluation.general_file.empty());
    EXPECT_FALSE(race_run(*planned, arm, 42, 0.1).evaluation.general_file.empty());
}

TEST_F(StudyPlanTest, AGridOverTheRateNeedsNoSearch) {
    json_["learning_rates"] = {{"factors", {0.5, 2}}};
    json_["methods"][0]["grid"] = {{"optimizer.learning_rate", {0.001, 0.01}}};
    const auto planned = plan();
    ASSERT_TRUE(planned);
    EXPECT_EQ(planned->search_runs(), 2U) << "of the other method";
}

TEST_F(StudyPlanTest, TokensOrTimeReplaceTheBudget) {
    json_["equal"] = {{"what", "tokens"}, {"amount", 5000}};
    auto planned = plan();
    ASSERT_TRUE(planned) << planned.error().message;
    EXPECT_EQ(planned->arms[0].config.budget.tokens, 5000);
    EXPECT_EQ(planned->arms[0].config.budget.steps, 0);
    json_["equal"] = {{"what", "time"}, {"amount", 0.5}};
    planned = plan();
    ASSERT_TRUE(planned);
    EXPECT_EQ(planned->arms[0].config.budget.minutes, 0.5);
    EXPECT_EQ(planned->arms[0].config.budget.tokens, 0);
}

TEST_F(StudyPlanTest, EqualParametersChooseTheSize) {
    const auto count = [](const RunConfig& config) {
        const auto model = load_model_config(config.model.path);
        const auto estimate = estimate_memory(*model, config, batch_shape_of(config));
        EXPECT_TRUE(estimate);
        return estimate->trainable_parameters;
    };
    auto lora = base_;
    ASSERT_TRUE(apply_override(lora, "method.rank=3"));
    const auto wanted = count(lora);
    json_["methods"][1] = {{"name", "Houlsby"}, {"set", {{"method", {{"id", "houlsby"}}}}}};
    json_["equal"] = {{"what", "trainable-parameters"}, {"amount", wanted}};
    const auto planned = plan();
    ASSERT_TRUE(planned) << planned.error().message;
    EXPECT_EQ(*planned->arms[0].config.method.params.find("rank"), ParamValue(3));
    const auto& houlsby = planned->arms[1].config;
    const auto chosen = *houlsby.method.params.find("bottleneck_size")->get<std::int64_t>();
    const auto missed = std::abs(count(houlsby) - wanted);
    for (const auto other : {chosen - 1, chosen + 1}) {
        auto neighbour = houlsby;
        neighbour.method.params.set("bottleneck_size", other);
        EXPECT_LE(missed, std::abs(count(neighbour) - wanted)) << "a bottleneck of " << other;
    }
}

TEST_F(StudyPlanTest, WhatHasNoSizeCannotMatchParameters) {
    json_["equal"] = {{"what", "trainable-parameters"}, {"amount", 2000}};
    expect_error("ia3 has no size to choose", "Leave it out");
}

TEST_F(StudyPlanTest, EqualMemoryKeepsTheEffectiveBatch) {
    const auto model = load_model_config(base_.model.path);
    auto small = base_;
    small.budget.batch_size = 1;
    const auto least = estimate_memory(*model, small, batch_shape_of(small));
    ASSERT_TRUE(least);
    json_["base"]["budget"]["batch_size"] = 8;
    json_["methods"].erase(1);
    json_["equal"] = {{"what", "memory"},
                      {"amount", 1.5 * static_cast<double>(least->peak_bytes) / std::pow(1024.0, 3)}};
    auto planned = plan();
    ASSERT_TRUE(planned) << planned.error().message;
    const auto& budget = planned->arms[0].config.budget;
    EXPECT_LT(budget.batch_size, 8);
    EXPECT_EQ(budget.batch_size * budget.accumulation, 8);
    json_["equal"]["amount"] = 1e-6;
    expect_error("with a micro-batch of one sequence", "Allow more memory");
}

TEST_F(StudyPlanTest, ALongestRunLimitsEveryBudget) {
    json_["budget"] = {{"run_seconds", 30}, {"minutes", 1}};
    const auto planned = plan();
    ASSERT_TRUE(planned);
    EXPECT_EQ(planned->arms[0].config.budget.minutes, 0.5);
    const auto cost = study_cost(*planned, {});
    ASSERT_TRUE(cost) << cost.error().message;
    EXPECT_EQ(cost->seconds_most, 60.0) << "six runs of 30 s, cut at a minute";
    EXPECT_EQ(cost->arms[0].runs, 3);
    EXPECT_GT(cost->arms[0].expected_bytes, 0U);
    EXPECT_GT(cost->arms[0].trainable_parameters, cost->arms[1].trainable_parameters);
}

TEST_F(StudyPlanTest, WhatFinishedRunsTookDecidesWhetherAMethodFits) {
    const auto planned = plan();
    ASSERT_TRUE(planned);
    const auto predicted = study_cost(*planned, {});
    ASSERT_TRUE(predicted);
    const auto largest = std::ranges::max_element(predicted->arms, {}, &ArmCost::expected_bytes);
    // A sixth more than it needs is left: an eighth is kept back.
    PreflightPlace place{.available_memory_bytes = largest->expected_bytes * 4 / 3};
    const auto at = static_cast<std::size_t>(largest - predicted->arms.begin());
    EXPECT_TRUE(study_cost(*planned, place)->arms[at].fits);
    place.calibrations.processor = {.runs = 3, .factor = 1.2};
    const auto corrected = study_cost(*planned, place);
    ASSERT_TRUE(corrected);
    ASSERT_EQ(corrected->arms.size(), predicted->arms.size());
    EXPECT_EQ(corrected->arms[at].expected_bytes,
              place.calibrations.processor.corrected(largest->expected_bytes));
    EXPECT_FALSE(corrected->arms[at].fits);
}

TEST_F(StudyPlanTest, OnAGpuWhatIsFreeThereDecides) {
    const auto planned = plan();
    ASSERT_TRUE(planned);
    constexpr std::uint64_t kLarge = std::uint64_t{64} << 30;
    PreflightPlace place{.available_memory_bytes = 1000,
                         .accelerator = GpuMemory{.total_bytes = kLarge, .free_bytes = kLarge},
                         .may_have_accelerator = true,
                         .auto_is_accelerator = true};
    const auto free = study_cost(*planned, place);
    ASSERT_TRUE(free);
    ASSERT_FALSE(free->arms.empty());
    for (const auto& arm : free->arms)
        EXPECT_TRUE(arm.fits) << arm.name;
    place.accelerator->free_bytes = 1000;
    const auto full = study_cost(*planned, place);
    ASSERT_TRUE(full);
    ASSERT_EQ(full->arms.size(), free->arms.size());
    for (const auto& arm : full->arms)
        EXPECT_FALSE(arm.fits) << arm.name;
}

TEST_F(StudyPlanTest, WithoutALimitTheTimeIsNotKnown) {
    const auto planned = plan();
    ASSERT_TRUE(planned);
    const auto cost = study_cost(*planned, {});
    ASSERT_TRUE(cost);
    EXPECT_FALSE(cost->seconds_most);
}

TEST_F(StudyPlanTest, WhatBlocksARunBlocksTheStudy) {
    std::filesystem::remove(folder_.path() / "train.jsonl");
    const auto planned = plan();
    ASSERT_TRUE(planned);
    const auto cost = study_cost(*planned, {});
    ASSERT_TRUE(cost);
    ASSERT_TRUE(has_blocking(cost->findings));
    EXPECT_EQ(cost->findings.front().message.rfind("LoRA: ", 0), 0U) << cost->findings.front().message;
}

TEST_F(StudyPlanTest, UnknownFieldsAreNamed) {
    json_["sedes"] = 3;
    expect_error("sedes", "seeds");
    json_.erase("sedes");
    json_["methods"][1]["sett"] = OrderedJson::object();
    expect_error("methods[1].sett", "set");
    json_["methods"][1].erase("sett");
    json_["methods"][1]["set"]["method"]["rnak"] = 3;
    expect_error("rnak", "");
    json_["methods"][1]["set"]["method"].erase("rnak");
    json_["methods"][0]["grid"] = {{"methd.rank", {1}}};
    expect_error("methd", "method");
}

TEST_F(StudyPlanTest, WhatIsMissingIsNamed) {
    auto whole = json_;
    json_.erase("base");
    expect_error("base is missing", "run file");
    json_ = whole;
    json_.erase("methods");
    expect_error("methods is missing", "at least two");
    json_ = whole;
    json_.erase("format");
    expect_error("does not say that it is a study", "tunebench.study/1");
    json_ = whole;
    json_["methods"][0].erase("name");
    expect_error("methods[0].name is missing", "name");
    json_ = whole;
    json_["base"]["data"]["validation"] = "";
    expect_error("no held-out data", "held_out");
    json_["held_out"] = "valid.jsonl";
    EXPECT_TRUE(plan());
    json_["learning_rates"] = {{"factors", {1, 2}}};
    expect_error("needs validation data", "data.validation");
}

TEST_F(StudyPlanTest, WrongShapesAreErrors) {
    const auto whole = json_;
    const std::vector<std::pair<std::string, OrderedJson>> wrong = {{"methods", 3},
                                                                    {"methods", OrderedJson::array()},
                                                                    {"base", 7},
                                                                    {"set", "x"},
                                                                    {"seeds", 0},
                                                                    {"seeds", "three"},
                                                                    {"equal", {{"what", "joy"}}},
                                                                    {"equal", {{"what", "tokens"}}},
                                                                    {"held_out", 4},
                                                                    {"baseline", "nobody"}};
    for (const auto& [key, value] : wrong) {
        json_ = whole;
        json_[key] = value;
        EXPECT_FALSE(plan()) << key << " = " << json_text(value);
    }
    for (const auto* shape : {"3", "[]", "\"x\"", "null", "{}"}) {
        EXPECT_FALSE(study_from_json(OrderedJson::parse(shape), folder_.path())) << shape;
        json_ = whole;
        json_["methods"][0] = OrderedJson::parse(shape);
        EXPECT_FALSE(plan()) << shape;
        json_ = whole;
        json_["methods"][0]["grid"] = {{"method.rank", OrderedJson::parse(shape)}};
        EXPECT_FALSE(plan()) << shape;
    }
}

TEST_F(StudyPlanTest, AGridThatGetsOutOfHandIsRefused) {
    auto values = OrderedJson::array();
    for (int i = 1; i <= 40; ++i)
        values.push_back(i);
    json_["methods"][0]["grid"] = {{"method.rank", values}, {"method.alpha", values}};
    expect_error("has more than 1000 combinations", "fewer fields");
}

TEST_F(StudyPlanTest, NamesAreUnique) {
    json_["methods"][1]["name"] = "LoRA";
    expect_error("Two methods are called \"LoRA\"", "name of its own");
}

TEST_F(StudyPlanTest, AStudyIsWrittenAndReadBack) {
    json_["general"] = {{{"path", "general.txt"}, {"slice", "[:100]"}}};
    json_["set"] = {{"evaluation", {{"every", 7}}}};
    const auto study = settings();
    ASSERT_TRUE(study) << study.error().message;
    EXPECT_EQ(study->base.evaluation.every, 7);
    EXPECT_EQ(study->rules.general.front().path, (folder_.path() / "general.txt").string());
    const auto again = study_from_json(study_to_json(*study), folder_.path());
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->rules, study->rules);
    EXPECT_EQ(again->base, study->base);
    EXPECT_EQ(again->methods, study->methods);
}

TEST_F(StudyPlanTest, EveryFieldHasHelp) {
    for (const auto& field : study_fields()) {
        EXPECT_FALSE(field.spec.label.empty()) << field.spec.key;
        EXPECT_FALSE(field.spec.help.empty()) << field.spec.key;
    }
}

TEST_F(StudyPlanTest, TheSampleStudyIsOne) {
    const auto study =
        load_study_file(std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "resources/samples/town.study.json");
    ASSERT_TRUE(study) << study.error().message;
    const auto planned = plan_study(*study);
    ASSERT_TRUE(planned) << planned.error().message;
    EXPECT_EQ(planned->arms.size(), 8U);
    EXPECT_EQ(planned->race_runs(), 24U);
    EXPECT_EQ(planned->search_runs(), 24U);
    const auto cost = study_cost(*planned, {});
    ASSERT_TRUE(cost) << cost.error().message;
    EXPECT_FALSE(has_blocking(cost->findings));
    ASSERT_TRUE(cost->seconds_most);
    EXPECT_LE(*cost->seconds_most, 45.0 * 60.0);
}

}  // namespace
}  // namespace tunebench::test
