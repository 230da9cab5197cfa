// Runs of the real session: the same twice, to the bit; what it trains, averages and exports; its guards.
#include <fstream>
#include <utility>

#include <gtest/gtest.h>

#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

class SessionTest : public test::SessionFixture {};

TEST_F(SessionTest, TheSameRunTwiceGivesTheSameBits) {
    EXPECT_EQ(run_fresh().weights, run_fresh().weights);
}

TEST_F(SessionTest, TheAverageIsWhatIsEvaluatedAndExported) {
    config_.optimizer.params.set("learning_rate", 0.02);
    const auto plain = run_fresh();
    config_.regularization.ema_decay = 0.5;
    const auto averaged = run_fresh();
    ASSERT_EQ(averaged.steps.size(), plain.steps.size());
    for (std::size_t i = 0; i < plain.steps.size(); ++i)
        EXPECT_EQ(averaged.steps[i].loss, plain.steps[i].loss) << "training itself is the same";
    ASSERT_FALSE(plain.evaluations.empty());
    EXPECT_EQ(averaged.evaluations.front().loss, plain.evaluations.front().loss) << "before the first step";
    EXPECT_NE(averaged.evaluations.back().loss, plain.evaluations.back().loss);
    EXPECT_NE(averaged.weights, plain.weights);
}

TEST_F(SessionTest, ForgettingIsMeasuredBeforeTheFirstStepAndOfTheResult) {
    const auto plain = run_fresh();
    const auto general = inputs_.path() / "general.txt";
    std::ofstream(general) << "The ferry leaves at noon.\n";
    config_.evaluation.general_file = general.string();
    std::vector<MetricsMeasured> measured;
    const Reaction note = [&](const RunEvent& event, Session&) {
        if (const auto* metrics = std::get_if<MetricsMeasured>(&event))
            measured.push_back(*metrics);
    };
    EXPECT_EQ(run(new_folder(), false, note).weights, plain.weights) << "training itself is the same";
    const auto whole = std::exchange(measured, {});
    ASSERT_EQ(whole.size(), 2U);
    EXPECT_EQ(whole[0].step, 0);
    EXPECT_EQ(whole[1].step, kSteps);
    ASSERT_EQ(whole[0].values.size(), 1U);
    EXPECT_EQ(whole[0].values.front().first, "general_loss");
    EXPECT_NE(whole[0].values, whole[1].values);
    const auto folder = new_folder();
    run(folder, false, [&](const RunEvent& event, Session& session) {
        note(event, session);
        if (const auto* step = std::get_if<StepDone>(&event); step && step->step == 3)
            session.command(StopCommand{});
    });
    run(folder, true, note);
    ASSERT_EQ(measured.size(), 2U) << "a stopped run has no result yet, and a resumed one no beginning";
    for (std::size_t i = 0; i < measured.size(); ++i) {
        EXPECT_EQ(measured[i].step, whole[i].step);
        EXPECT_EQ(measured[i].values, whole[i].values);
    }
}

TEST_F(SessionTest, AStopWithinTheLastMeasurementIsTold) {
    const auto general = inputs_.path() / "general.txt";
    std::ofstream(general) << "The ferry leaves at noon.\n";
    config_.evaluation.general_file = general.string();
    std::int64_t measured = 0;
    bool is_ending = false;
    const auto outcome = run(new_folder(), false, [&](const RunEvent& event, Session& session) {
        const auto* changed = std::get_if<PhaseChanged>(&event);
        if (is_ending && changed && changed->phase == RunPhase::Evaluating)
            session.command(StopCommand{});
        is_ending |= changed && changed->phase == RunPhase::Stopping;
        measured += std::holds_alternative<MetricsMeasured>(event);
    });
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_EQ(measured, 1) << "before the first step";
    ASSERT_EQ(outcome.warnings.size(), 1U);
    EXPECT_NE(outcome.warnings.front().message.find("not measured"), std::string::npos);
    EXPECT_FALSE(outcome.weights.empty());
}

TEST_F(SessionTest, GradientCheckpointingChangesNothingButMemory) {
    const auto plain = run_fresh();
    config_.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    EXPECT_EQ(run_fresh().weights, plain.weights);
}

TEST_F(SessionTest, AccumulationEqualsTheLargerBatch) {
    set("dropout", 0.0);
    config_.data.packing = false;
    config_.budget.batch_size = 4;
    const auto large = run_fresh();
    config_.budget.batch_size = 2;
    config_.budget.accumulation = 2;
    const auto small = run_fresh();
    for (std::size_t i = 0; i < small.steps.size(); ++i)
        EXPECT_NEAR(small.steps[i].loss, large.steps[i].loss, 1e-4 * large.steps[i].loss) << "step " << i + 1;
}

TEST_F(SessionTest, TrainingLowersTheLoss) {
    config_.budget.steps = 40;
    config_.optimizer.params.set("learning_rate", 0.02);
    const auto outcome = run_fresh();
    EXPECT_LT(outcome.steps.back().loss, outcome.steps.front().loss - 0.1);
}

TEST_F(SessionTest, AnInfiniteRateStopsBeforeTheWeightsAreRuined) {
    config_.optimizer.params.set("learning_rate", 1e30);
    config_.schedule = {.id = "constant", .params = {}};
    config_.budget.clip_norm = 0.0;
    const auto outcome = run_fresh();
    ASSERT_TRUE(outcome.finished.error);
    EXPECT_EQ(outcome.finished.cause, ExitCause::Failed);
    EXPECT_NE(outcome.finished.error->message.find("weights were not changed"), std::string::npos);
    EXPECT_EQ(outcome.finished.error->field, "optimizer.learning_rate");
}

TEST_F(SessionTest, TheLastStepTakesWhatIsLeftOfTheEpoch) {
    config_.data.packing = false;
    config_.budget = {.epochs = 1.0, .batch_size = 2};
    const auto plain = run_fresh();
    const auto batches = static_cast<std::int64_t>(plain.steps.size());
    ASSERT_GT(batches, 2);
    config_.budget.accumulation = batches - 1;
    const auto accumulated = run_fresh();
    ASSERT_EQ(accumulated.steps.size(), 2u);
    EXPECT_EQ(accumulated.steps.back().epoch, 1.0);
    EXPECT_EQ(accumulated.steps.back().tokens, plain.steps.back().tokens);
}

TEST_F(SessionTest, AStopEndsItsSamples) {
    config_.evaluation.samples = {"Say 3: ", "Say 4: ", "Say 5: "};
    auto session = make_session(config_, new_folder(), /*resume=*/false);
    ASSERT_TRUE(session) << session.error().message;
    std::int64_t samples = 0;
    const auto finished = (*session)->run([&](const RunEvent& event) {
        const auto* changed = std::get_if<PhaseChanged>(&event);
        if (changed && changed->phase == RunPhase::Sampling)
            (*session)->command(StopCommand{});
        samples += std::holds_alternative<SampleDone>(event);
    });
    EXPECT_EQ(finished.cause, ExitCause::Stopped);
    EXPECT_EQ(samples, 0);
}

TEST_F(SessionTest, SamplesThatWereStoppedAreMadeUpFor) {
    config_.evaluation.every = 4;
    config_.evaluation.samples = {"Say 3: ", "Say 4: "};
    const auto whole = run_fresh();
    ASSERT_EQ(whole.samples, 6) << "before the first step, at step 4 and at the end";
    for (const std::int64_t step : {std::int64_t{4}, kSteps}) {
        const auto folder = new_folder();
        const auto cut = run(folder, false, [step](const RunEvent& event, Session& session) {
            const auto* changed = std::get_if<PhaseChanged>(&event);
            if (changed && changed->phase == RunPhase::Sampling && changed->step == step)
                session.command(StopCommand{});
        });
        EXPECT_EQ(cut.finished.cause, ExitCause::Stopped);
        EXPECT_EQ(cut.finished.step, step);
        const auto rest = run(folder, true);
        EXPECT_EQ(rest.finished.cause, ExitCause::Completed);
        EXPECT_EQ(cut.samples + rest.samples, whole.samples);
        EXPECT_EQ(cut.evaluations.size() + rest.evaluations.size(), whole.evaluations.size());
        EXPECT_EQ(rest.weights, whole.weights);
    }
}

}  // namespace
}  // namespace tunebench
