// What evaluations of a run decide: its best checkpoint, its early end, and that none is lost or counted
// twice.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class EvaluationSessionTest : public test::SessionFixture {};

TEST_F(EvaluationSessionTest, EarlyStoppingEndsARunThatNoLongerGains) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 1;
    config_.evaluation.patience = 2;
    config_.evaluation.min_delta = 100.0;
    const auto outcome = run_fresh();
    EXPECT_EQ(outcome.finished.cause, ExitCause::EarlyStopped);
    EXPECT_EQ(outcome.finished.step, 3);  // the first evaluation is the best, two without gain follow
}

TEST_F(EvaluationSessionTest, EveryNoStepsIsAtTheStartAndTheEnd) {
    config_.evaluation.every = 0;
    const auto outcome = run_fresh();
    ASSERT_EQ(outcome.evaluations.size(), 2U);
    EXPECT_EQ(outcome.evaluations.front().step, 0);
    EXPECT_EQ(outcome.evaluations.back().step, kSteps);
}

TEST_F(EvaluationSessionTest, WhoeverResumesARunThatIsOutOfPatienceGetsItsEnd) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 1;
    config_.evaluation.patience = 2;
    config_.evaluation.min_delta = 100.0;
    const auto folder = new_folder();
    const auto whole = run(folder);
    fs::remove_all(folder.adapter());  // as if it had been killed before this was written
    const auto rest = run(folder, true);
    EXPECT_EQ(rest.finished.cause, ExitCause::EarlyStopped);
    EXPECT_TRUE(rest.steps.empty());
    EXPECT_EQ(rest.weights, whole.weights);
}

TEST_F(EvaluationSessionTest, AnEvaluationThatIsAskedForChangesNothing) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 4;
    config_.evaluation.patience = 2;
    config_.evaluation.min_delta = 100.0;  // two more evaluations that count would end the run
    config_.checkpoints = {.every = 0, .keep_last = 1, .keep_best = true};
    const auto plain = run_fresh();
    const auto asked = run(new_folder(), false, [](const RunEvent& event, Session& session) {
        if (std::holds_alternative<StepDone>(event))
            session.command(EvaluateCommand{});
    });
    EXPECT_GT(asked.evaluations.size(), plain.evaluations.size());
    EXPECT_EQ(asked.weights, plain.weights);
    EXPECT_EQ(asked.finished.cause, plain.finished.cause);
    EXPECT_EQ(asked.finished.best_step, plain.finished.best_step);
    EXPECT_EQ(asked.finished.best_validation_loss, plain.finished.best_validation_loss);
}

TEST_F(EvaluationSessionTest, AnEvaluationThatWasStoppedIsMadeUpFor) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 4;
    config_.checkpoints = {.every = 0, .keep_last = 1, .keep_best = true};
    const auto whole = run_fresh();
    for (const std::int64_t step : {std::int64_t{4}, kSteps}) {
        const auto folder = new_folder();
        const auto cut = run(folder, false, [step](const RunEvent& event, Session& session) {
            const auto* phase = std::get_if<PhaseChanged>(&event);
            if (phase && phase->phase == RunPhase::Evaluating && phase->step == step)
                session.command(StopCommand{});
        });
        EXPECT_EQ(cut.finished.cause, ExitCause::Stopped);
        EXPECT_EQ(cut.finished.step, step);
        const auto rest = run(folder, true);
        EXPECT_EQ(rest.finished.cause, ExitCause::Completed);
        EXPECT_EQ(cut.evaluations.size() + rest.evaluations.size(), whole.evaluations.size());
        EXPECT_EQ(rest.finished.best_step, whole.finished.best_step);
        EXPECT_EQ(rest.finished.best_validation_loss, whole.finished.best_validation_loss);
        EXPECT_EQ(rest.weights, whole.weights);
    }
}

TEST_F(EvaluationSessionTest, ABestCheckpointThatIsDamagedIsNotTheResult) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 2;
    config_.optimizer.params.set("learning_rate", 0.02);
    config_.checkpoints = {.every = 1, .keep_last = 100, .keep_best = true};
    config_.evaluation.min_delta = 100.0;  // the first stays the best
    const auto folder = new_folder();
    const auto outcome = run(folder, false, [&](const RunEvent& event, Session&) {
        const auto* step = std::get_if<StepDone>(&event);
        if (!step || step->step != kSteps)
            return;
        const auto file = folder.checkpoints() / checkpoint_name(2) / "weights.safetensors";
        std::fstream weights(file, std::ios::in | std::ios::out | std::ios::binary);
        weights.seekp(-1, std::ios::end);
        weights.put('\x55');
    });
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    ASSERT_FALSE(outcome.warnings.empty());
    EXPECT_NE(outcome.warnings.back().message.find("step-00000002"), std::string::npos)
        << outcome.warnings.back().message;
    EXPECT_FALSE(outcome.weights.empty());
}

}  // namespace
}  // namespace tunebench
