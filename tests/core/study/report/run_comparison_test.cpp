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
    const auto comparison = compare_runs({first, second}, 0);
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
    const auto comparison = compare_runs({first, second}, 1);
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

TEST_F(RunComparisonTest, ARunWithoutEventsIsAnError) {
    const auto folder = trained(config_);
    std::filesystem::remove(folder.events_file());
    const auto comparison = compare_runs({folder}, 0);
    ASSERT_FALSE(comparison);
    EXPECT_NE(comparison.error().message.find("events.jsonl"), std::string::npos)
        << comparison.error().message;
}

}  // namespace
}  // namespace tunebench::test
