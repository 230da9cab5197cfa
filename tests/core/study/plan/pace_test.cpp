#include "core/study/plan/pace.h"

#include <gtest/gtest.h>

#include "core/run/run_folder.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

class PaceTest : public testing::Test {
protected:
    void SetUp() override { config_ = tiny_run(folder_.path(), 30); }

    RunSummary run(double seconds, std::int64_t steps = 30) {
        const auto made = RunFolder::create(
            folder_.path(), {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
        EXPECT_TRUE(made);
        return {.id = made->manifest().id,
                .folder = made->path(),
                .model = model().filename().string(),
                .steps = steps,
                .seconds = seconds};
    }

    std::filesystem::path model() const { return config_.model.path; }

    TemporaryFolder folder_;
    RunConfig config_ = {};
};

TEST_F(PaceTest, TheMedianOfWhatRunsOfTheModelTook) {
    const std::vector<RunSummary> slow = {run(30.0)};
    const std::vector<RunSummary> runs = {run(60.0), run(30.0), run(300.0)};
    const auto one = seconds_per_operation(slow, model());
    const auto median = seconds_per_operation(runs, model());
    ASSERT_TRUE(one && median);
    EXPECT_DOUBLE_EQ(*median, 2.0 * *one);
}

TEST_F(PaceTest, RunsOfOtherModelsAndThoseThatHardlyBeganDoNotCount) {
    EXPECT_FALSE(seconds_per_operation({}, model()));
    const std::vector<RunSummary> runs = {run(30.0, 2), run(0.0)};
    EXPECT_FALSE(seconds_per_operation(runs, model()));
    const std::vector<RunSummary> others = {run(30.0)};
    EXPECT_FALSE(seconds_per_operation(others, folder_.path() / "other"));
    std::filesystem::remove_all(others.front().folder);
    EXPECT_FALSE(seconds_per_operation(others, model())) << "a run that is gone";
}

TEST_F(PaceTest, ARunTakesItsStepsUnlessItsTimeEndsIt) {
    ArmCost cost{.step_operations = 1e9, .steps = 100};
    EXPECT_DOUBLE_EQ(expected_seconds(cost, 1e-9).value(), 100.0);
    cost.run_seconds_most = 45.0;
    EXPECT_DOUBLE_EQ(expected_seconds(cost, 1e-9).value(), 45.0);
    EXPECT_FALSE(expected_seconds(cost, std::nullopt));
    cost.steps.reset();
    EXPECT_FALSE(expected_seconds(cost, 1e-9)) << "its length is not known in steps";
}

TEST_F(PaceTest, TriesCountAsTheShareOfARunThatTheyAre) {
    StudyPlan plan;
    plan.settings.rules.rate_share = 0.5;
    StudyCost cost{.arms = {{.runs = 3, .tries = 2, .step_operations = 1.0, .steps = 10}}};
    EXPECT_DOUBLE_EQ(expected_seconds(plan, cost, 1.0).value(), 10.0 * (3 + 2 * 0.5));
    cost.seconds_most = 12.0;
    EXPECT_DOUBLE_EQ(expected_seconds(plan, cost, 1.0).value(), 12.0);
    cost.arms.push_back({.runs = 1});
    EXPECT_FALSE(expected_seconds(plan, cost, 1.0));
}

}  // namespace
}  // namespace tunebench::test
