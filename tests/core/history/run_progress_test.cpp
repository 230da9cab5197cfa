#include "core/history/run_progress.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

RunProgress after(const std::vector<RunEvent>& events) {
    RunProgress progress;
    for (const RunEvent& event : events)
        fold(progress, event, "2026-11-23T22:31:05.123Z");
    return progress;
}

TEST(RunProgressTest, StepsGiveTheLastLossAndTheHighestPeak) {
    StepDone high = test::step_at(1);
    high.memory_peak_bytes = 9000;
    const auto progress = after({test::started_at(0), high, test::step_at(2)});
    EXPECT_EQ(progress.status, RunStatus::Running);
    EXPECT_EQ(progress.steps, 2);
    EXPECT_EQ(progress.training_loss, test::step_at(2).loss);
    EXPECT_EQ(progress.peak_bytes, 9000U);
    EXPECT_EQ(progress.total_steps, 1000);
}

TEST(RunProgressTest, OnlyABetterEvaluationIsTheBest) {
    const auto progress = after({test::started_at(0), EvaluationDone{.step = 5, .loss = 1.5, .is_best = true},
                                 EvaluationDone{.step = 10, .loss = 1.7, .is_best = false}});
    EXPECT_EQ(progress.best_validation_loss, 1.5);
    EXPECT_EQ(progress.best_step, 5);
}

TEST(RunProgressTest, ALossThatIsNotANumberIsALoss) {
    StepDone step = test::step_at(1);
    step.loss = std::numeric_limits<double>::quiet_NaN();
    const auto progress = after({test::started_at(0), step});
    ASSERT_TRUE(progress.training_loss.has_value());
    EXPECT_TRUE(std::isnan(*progress.training_loss));
}

TEST(RunProgressTest, PauseAndResumeAreSeen) {
    EXPECT_EQ(after({test::started_at(0), PhaseChanged{.phase = RunPhase::Paused}}).status,
              RunStatus::Paused);
    EXPECT_EQ(after({test::started_at(0), PhaseChanged{.phase = RunPhase::Paused},
                     PhaseChanged{.phase = RunPhase::Training}})
                  .status,
              RunStatus::Running);
}

TEST(RunProgressTest, EveryCauseEndsTheRunInItsOwnWay) {
    const std::vector<std::pair<ExitCause, RunStatus>> ends = {
        {ExitCause::Completed, RunStatus::Completed},
        {ExitCause::EarlyStopped, RunStatus::EarlyStopped},
        {ExitCause::Stopped, RunStatus::Stopped},
        {ExitCause::Discarded, RunStatus::Discarded},
        {ExitCause::Failed, RunStatus::Failed}};
    for (const auto& [cause, status] : ends) {
        const auto progress = after({test::started_at(0), RunFinished{.cause = cause, .step = 3}});
        EXPECT_EQ(progress.status, status);
        EXPECT_EQ(progress.finished_at, "2026-11-23T22:31:05.123Z");
        // Nothing that comes late makes it run again.
        auto late = progress;
        fold(late, PhaseChanged{.phase = RunPhase::Training}, "");
        EXPECT_EQ(late, progress);
    }
}

TEST(RunProgressTest, AFailureKeepsItsReasonUntilTheRunIsResumed) {
    const RunFinished failed{
        .cause = ExitCause::Failed, .step = 3, .error = Error{ErrorCode::OutOfMemory, "Too little memory."}};
    EXPECT_EQ(after({test::started_at(0), failed}).error, "Too little memory.");
    EXPECT_EQ(after({test::started_at(0), failed, test::started_at(3)}).error, "");
}

TEST(RunProgressTest, EveryStatusHasATextOfItsOwn) {
    for (const RunStatus status :
         {RunStatus::Running, RunStatus::Paused, RunStatus::Completed, RunStatus::EarlyStopped,
          RunStatus::Stopped, RunStatus::Discarded, RunStatus::Failed, RunStatus::Interrupted})
        EXPECT_EQ(run_status_from_text(run_status_text(status)), status);
    EXPECT_FALSE(run_status_from_text("sleeping").has_value());
}

}  // namespace
}  // namespace tunebench
