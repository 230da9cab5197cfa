// Settings that are changed while a run trains or pauses: another run, kept by what resumes it.
#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

class AdjustedSessionTest : public test::SessionFixture {
protected:
    /// Runs with another rate after the second step; `react` may do more.
    Outcome adjusted(const RunFolder& folder, bool resume,
                     const std::function<void(Session&, const RunEvent&)>& react = {}) {
        auto session = make_session(config_, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        Outcome outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            const auto* step = std::get_if<StepDone>(&event);
            if (step)
                outcome.steps.push_back(*step);
            if (step && step->step == 2 && !resume)
                (*session)->command(AdjustCommand{.learning_rate = 0.03});
            if (const auto* warning = std::get_if<RunWarning>(&event))
                outcome.warnings.push_back(*warning);
            if (react)
                react(**session, event);
        });
        outcome.weights = adapter_bytes(folder);
        return outcome;
    }

    /// Pauses after the second step without the model, changes the rate there, and obeys `then`.
    void adjust_in_pause(const RunFolder& folder, const Command& then) {
        auto session = make_session(config_, folder, false);
        ASSERT_TRUE(session) << session.error().message;
        int pauses = 0;
        (*session)->run([&](const RunEvent& event) {
            const auto* step = std::get_if<StepDone>(&event);
            if (step && step->step == 2)
                (*session)->command(PauseCommand{.release_memory = true});
            const auto* phase = std::get_if<PhaseChanged>(&event);
            if (!phase || phase->phase != RunPhase::Paused || ++pauses > 2)
                return;
            if (pauses == 1)
                (*session)->command(AdjustCommand{.learning_rate = 0.03});
            else
                (*session)->command(then);
        });
    }
};

TEST_F(AdjustedSessionTest, AChangedRateIsAnotherRunAndAResumeKeepsItExactly) {
    config_.checkpoints.every = 0;
    const auto whole = adjusted(new_folder(), false);
    EXPECT_NE(whole.weights, run_fresh().weights);
    EXPECT_GT(whole.steps[2].learning_rate, 10.0 * whole.steps[1].learning_rate);
    const auto folder = new_folder();
    adjusted(folder, false, [](Session& session, const RunEvent& event) {
        const auto* step = std::get_if<StepDone>(&event);
        if (step && step->step == 5)
            session.command(StopCommand{});
    });
    const auto rest = adjusted(folder, true);
    EXPECT_EQ(rest.steps.front().step, 6);
    EXPECT_EQ(rest.weights, whole.weights);
}

/// A process that is killed leaves the checkpoint that the change itself made.
TEST_F(AdjustedSessionTest, AChangeIsSavedAtOnce) {
    config_.checkpoints.every = 0;
    const auto whole = adjusted(new_folder(), false);
    const auto folder = new_folder();
    adjusted(folder, false, [](Session& session, const RunEvent& event) {
        const auto* step = std::get_if<StepDone>(&event);
        if (step && step->step == 5)
            session.command(DiscardCommand{});  // saves nothing more
    });
    const auto rest = adjusted(folder, true);
    EXPECT_EQ(rest.steps.front().step, 3);
    EXPECT_EQ(rest.weights, whole.weights);
}

TEST_F(AdjustedSessionTest, AChangeDuringAPauseWithoutTheModelIsKept) {
    config_.checkpoints.every = 0;
    const auto whole = adjusted(new_folder(), false);
    const auto folder = new_folder();
    adjust_in_pause(folder, ResumeCommand{});
    EXPECT_EQ(adapter_bytes(folder), whole.weights);
}

/// A process that is killed in the pause leaves what the change itself has saved.
TEST_F(AdjustedSessionTest, AChangeDuringAPauseWithoutTheModelIsSavedAtOnce) {
    config_.checkpoints.every = 0;
    const auto whole = adjusted(new_folder(), false);
    const auto folder = new_folder();
    adjust_in_pause(folder, DiscardCommand{});
    const auto rest = adjusted(folder, true);
    ASSERT_FALSE(rest.steps.empty());
    EXPECT_EQ(rest.steps.front().step, 3);
    EXPECT_EQ(rest.weights, whole.weights);
}

TEST_F(AdjustedSessionTest, AResumeEvaluatesNoStepThatTheChangedRunWentPast) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 0;
    const auto folder = new_folder();
    run(folder, false, [](const RunEvent& event, Session& session) {
        const auto* step = std::get_if<StepDone>(&event);
        if (!step || step->step != 2)
            return;
        session.command(AdjustCommand{.evaluation_every = 2});
        session.command(StopCommand{});
    });
    const auto rest = run(folder, true);
    ASSERT_FALSE(rest.evaluations.empty());
    EXPECT_EQ(rest.evaluations.front().step, 4);
}

TEST_F(AdjustedSessionTest, SettingsThatNoRunMayHaveChangeNothing) {
    const auto plain = run_fresh();
    const auto outcome = [&] {
        const auto folder = new_folder();
        auto session = make_session(config_, folder, false);
        EXPECT_TRUE(session);
        Outcome bad;
        (*session)->run([&](const RunEvent& event) {
            const auto* step = std::get_if<StepDone>(&event);
            if (step && step->step == 2) {
                (*session)->command(AdjustCommand{.learning_rate = -1.0});
                (*session)->command(AdjustCommand{.evaluation_every = -1});
            }
            if (const auto* warning = std::get_if<RunWarning>(&event))
                bad.warnings.push_back(*warning);
        });
        bad.weights = adapter_bytes(folder);
        return bad;
    }();
    EXPECT_EQ(outcome.weights, plain.weights);
    EXPECT_EQ(std::ranges::count_if(outcome.warnings,
                                    [](const RunWarning& warning) {
                                        return warning.message.find("not changed") != std::string::npos;
                                    }),
              2);
}

}  // namespace
}  // namespace tunebench
