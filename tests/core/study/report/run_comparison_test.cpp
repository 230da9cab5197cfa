#include "core/study/report/run_comparison.h"

#include <gtest/gtest.h>

#include "tests/core/run/host_fixture.h"

namespace tunebench::test {
namespace {

class RunComparisonTest : public HostFixture {
protected:
    RunFolder trained(const RunConfig& config) {
        host().start(config);
        const auto started = wait_for_started();
        wait_for_run_event<RunFinished>();
        auto folder = RunFolder::open(*started.folder);
        EXPECT_TRUE(folder);
        return *folder;
    }

    static const ComparedSetting* setting(const RunComparison& comparison, std::string_view key) {
        for (const auto& one : comparison.settings)
            if (one.key == key)
                return &one;
        return nullptr;
    }

    static const ComparedMetric* metric(const RunComparison& comparison, std::string_view name) {
        for (const auto& one : comparison.metrics)
            if (one.name == name)
                return &one;
        return nullptr;
    }
};

TEST_F(RunComparisonTest, OnlyWhatDiffersIsShown) {
    const auto first = trained(config_);
    config_.budget.steps = 20;
    config_.method = {};
    ASSERT_TRUE(apply_override(config_, "method.id=ia3"));
    const auto second = trained(config_);
    const auto comparison = compare_runs(std::vector{first, second}, {});
    ASSERT_TRUE(comparison) << comparison.error().message;
    const auto* steps = setting(*comparison, "budget.steps");
    ASSERT_TRUE(steps);
    EXPECT_EQ(steps->values, (std::vector<std::optional<std::string>>{"30", "20"}));
    ASSERT_TRUE(setting(*comparison, "method.id"));
    const auto* rank = setting(*comparison, "method.rank");
    ASSERT_TRUE(rank);
    EXPECT_FALSE(rank->values[1]) << "IA3 has no rank";
    EXPECT_FALSE(setting(*comparison, "data.max_length"));
    EXPECT_FALSE(setting(*comparison, "name"));
}

TEST_F(RunComparisonTest, MetricsHaveDeltasToTheBaseline) {
    const auto first = trained(config_);
    config_.budget.steps = 15;
    const auto second = trained(config_);
    const auto comparison = compare_runs(std::vector{first, second}, {.baseline = 1});
    ASSERT_TRUE(comparison);
    const auto* steps = metric(*comparison, "steps");
    ASSERT_TRUE(steps);
    EXPECT_EQ(steps->values, (std::vector<std::optional<double>>{30.0, 15.0}));
    ASSERT_TRUE(metric(*comparison, "best_validation_loss"));
    const auto text = to_markdown(comparison_document(*comparison));
    EXPECT_NE(text.find("(+100.0 %)"), std::string::npos) << text;
    EXPECT_NE(text.find(second.manifest().id + " (baseline)"), std::string::npos) << text;
    EXPECT_EQ(comparison_to_json(*comparison)["metrics"]["steps"], (OrderedJson{30.0, 15.0}));
}

TEST_F(RunComparisonTest, ForgettingAndOverfittingStandWhereTheyAreKnown) {
    const auto general = inputs_.path() / "general.txt";
    std::ofstream(general) << "Rain is water that falls from clouds.\n";
    config_.evaluation.general_file = general.string();
    const auto first = trained(config_);
    config_.evaluation.general_file.clear();
    const auto second = trained(config_);
    const auto comparison = compare_runs(std::vector{first, second}, {});
    ASSERT_TRUE(comparison) << comparison.error().message;
    const auto* overfitting = metric(*comparison, "overfitting");
    ASSERT_TRUE(overfitting);
    EXPECT_TRUE(overfitting->values[0] && overfitting->values[1]);
    const auto* forgetting = metric(*comparison, "forgetting");
    ASSERT_TRUE(forgetting);
    ASSERT_TRUE(forgetting->values[0]);
    EXPECT_NEAR(*forgetting->values[0], 0.03, 1e-9);
    EXPECT_FALSE(forgetting->values[1]) << "it has no general text";
    const auto document = comparison_document(*comparison);
    for (const auto& text : {to_markdown(document), to_html(document), to_latex(document)})
        for (const auto* expected : {"forgetting", "overfitting", "0.0300",
                                     "Forgetting: loss on the general text, after less before."})
            EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
    EXPECT_TRUE(comparison_to_json(*comparison)["metrics"]["forgetting"][1].is_null());
    EXPECT_FALSE(metric(*compare_runs(std::vector{second}, {}), "forgetting"));
}

TEST_F(RunComparisonTest, SeedsStandTogetherUnlessTheyShallNot) {
    std::vector<RunFolder> folders;
    for (const std::int64_t seed : {1, 2, 3}) {
        config_.general.seed = seed;
        config_.general.name = "tiny, seed " + std::to_string(seed);
        folders.push_back(trained(config_));
    }
    const auto grouped = compare_runs(folders, {.baseline = 2});
    ASSERT_TRUE(grouped) << grouped.error().message;
    ASSERT_EQ(grouped->groups.size(), 1U);
    EXPECT_EQ(grouped->groups[0].name, "tiny");
    EXPECT_EQ(grouped->baseline_group(), 0U);
    const auto steps = spread_of(*metric(*grouped, "steps"), grouped->groups[0]);
    EXPECT_EQ(*steps, (Spread{.count = 3, .mean = 30.0, .deviation = 0.0, .margin = 0.0}));
    const auto text = to_markdown(comparison_document(*grouped));
    EXPECT_NE(text.find("tiny (3 seeds) (baseline)"), std::string::npos) << text;
    EXPECT_NE(text.find(" ± "), std::string::npos) << text;
    EXPECT_NE(text.find("1, 2, 3"), std::string::npos) << text;
    EXPECT_EQ(comparison_to_json(*grouped)["groups"][0]["metrics"]["steps"]["count"], 3);
    EXPECT_EQ(compare_runs(folders, {.group_seeds = false})->groups.size(), 3U);
}

TEST_F(RunComparisonTest, ASeedOnChangedDataIsNotCountedAndThatIsSaid) {
    config_.general.seed = 1;
    const auto first = trained(config_);
    std::ofstream(inputs_.path() / "train.jsonl", std::ios::app)
        << R"({"prompt": "another", "completion": "row"})" << '\n';
    config_.general.seed = 2;
    const auto second = trained(config_);
    const auto comparison = compare_runs(std::vector{first, second}, {});
    ASSERT_TRUE(comparison) << comparison.error().message;
    EXPECT_EQ(comparison->groups.size(), 2U);
    ASSERT_EQ(comparison->left_out.size(), 1U);
    const auto text = to_markdown(comparison_document(*comparison));
    EXPECT_NE(text.find("has changed"), std::string::npos) << text;
    EXPECT_EQ(comparison_to_json(*comparison)["left_out"].size(), 1U);
}

TEST_F(RunComparisonTest, TradeOffsHaveAFront) {
    const RunComparison comparison{
        .ids = {"a", "b", "c", "d"},
        .groups = {{"a", {0}}, {"b", {1}}, {"c", {2}}, {"d", {3}}},
        .metrics = {{.name = "peak_bytes", .kind = MetricKind::Bytes, .values = {1.0, 2.0, 3.0, {}}},
                    {.name = "validation_loss", .values = {0.5, 0.6, 0.4, 0.1}},
                    {.name = "validation_accuracy", .values = {0.5, 0.6, 0.4, 0.9}}}};
    const auto front = [&](std::string_view quality) {
        std::vector<bool> on_front;
        for (const auto& point :
             trade_offs(comparison, *metric(comparison, "peak_bytes"), *metric(comparison, quality)))
            on_front.push_back(point.is_on_front);
        return on_front;
    };
    EXPECT_EQ(front("validation_loss"), (std::vector<bool>{true, false, true})) << "d has no memory";
    EXPECT_EQ(front("validation_accuracy"), (std::vector<bool>{true, true, false})) << "more is better";
}

/// As a study keeps it.
TEST_F(RunComparisonTest, RunsThatAStudyMeasuredAreTested) {
    std::vector<RunFolder> folders;
    for (const double rate : {1e-3, 2e-3}) {
        config_.optimizer.params.set("learning_rate", rate);
        folders.push_back(trained(config_));
    }
    for (std::size_t i = 0; i < folders.size(); ++i) {
        MeasuredRun measured{.state = MeasuredState::Measured,
                             .run_folder = folders[i].path().string(),
                             .measured_on = "the same",
                             .held_out_loss = 1.0};
        for (int example = 0; example < 50; ++example)
            measured.held_out_losses.push_back(1.0 + 0.01 * example -
                                               0.2 * static_cast<double>(i) * (1.0 + 0.001 * (example % 7)));
        const auto file = data_.path() / "studies" / "by-hand" / "runs" / (std::to_string(i) + ".json");
        std::filesystem::create_directories(file.parent_path());
        ASSERT_TRUE(write_file_durably(file, json_text(measured_run_to_json(measured))));
    }
    const auto comparison = compare_runs(folders, {});
    ASSERT_TRUE(comparison) << comparison.error().message;
    ASSERT_TRUE(comparison->tests);
    EXPECT_EQ(comparison->tests->examples, 50);
    EXPECT_EQ(comparison->tests->arms[1].against_baseline->verdict, Difference::Better);
    const auto text = to_markdown(comparison_document(*comparison));
    EXPECT_NE(text.find("## Tests"), std::string::npos) << text;
    EXPECT_EQ(comparison_to_json(*comparison)["tests"]["groups"][1]["against_baseline"]["verdict"], "better");
}

TEST_F(RunComparisonTest, WhatCannotBeTestedIsSaidInTheReport) {
    const auto first = trained(config_);
    config_.budget.steps = 15;
    const auto second = trained(config_);
    const MeasuredRun measured{.state = MeasuredState::Measured,
                               .run_folder = first.path().string(),
                               .measured_on = "alone",
                               .held_out_loss = 1.0,
                               .held_out_losses = {1.0, 2.0, 3.0}};
    const auto file = data_.path() / "studies" / "by-hand" / "runs" / "0.json";
    std::filesystem::create_directories(file.parent_path());
    ASSERT_TRUE(write_file_durably(file, json_text(measured_run_to_json(measured))));
    const auto comparison = compare_runs(std::vector{first, second}, {});
    ASSERT_TRUE(comparison) << comparison.error().message;
    const auto text = to_markdown(comparison_document(*comparison));
    EXPECT_NE(text.find("Nothing could be tested against"), std::string::npos) << text;
    EXPECT_NE(text.find("not measured on the held-out examples of the baseline"), std::string::npos) << text;
    EXPECT_EQ(text.find("p after Holm"), std::string::npos) << "a table of nothing";
}

TEST_F(RunComparisonTest, ARunWithoutEventsIsAnError) {
    const auto folder = trained(config_);
    std::filesystem::remove(folder.events_file());
    const auto comparison = compare_runs(std::vector{folder}, {});
    ASSERT_FALSE(comparison);
    EXPECT_NE(comparison.error().message.find("events.jsonl"), std::string::npos)
        << comparison.error().message;
}

}  // namespace
}  // namespace tunebench::test
