// What a run tells and leaves when nobody interferes. Part of engine_contract.h.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "tests/support/engine_contract/contract_bench.h"
#include "tests/support/engine_contract/contract_cases.h"

namespace tunebench::test::contract {
namespace {

void begins_with_started_and_ends_with_finished(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    const auto recording = record(*bench.session(folder));
    ASSERT_GE(recording.events.size(), 2u);
    ASSERT_TRUE(std::holds_alternative<RunStarted>(recording.events.front()));
    const auto& started = std::get<RunStarted>(recording.events.front());
    EXPECT_EQ(started.first_step, 0);
    EXPECT_EQ(started.total_steps, kSteps);
    EXPECT_GT(started.trainable_parameters, 0);
    EXPECT_EQ(recording.all<RunStarted>().size(), 1u);
    ASSERT_EQ(recording.all<RunFinished>().size(), 1u);
    EXPECT_EQ(recording.events.back(), RunEvent(recording.finished));
}

void counts_every_step_once_and_in_order(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    const auto steps = record(*bench.session(folder)).all<StepDone>();
    ASSERT_EQ(steps.size(), static_cast<std::size_t>(kSteps));
    for (std::size_t i = 0; i < steps.size(); ++i)
        EXPECT_EQ(steps[i].step, static_cast<std::int64_t>(i) + 1);
}

void leaves_a_checkpoint_of_the_last_step_and_a_result(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    const auto finished = record(*bench.session(folder)).finished;
    EXPECT_EQ(finished.cause, ExitCause::Completed);
    EXPECT_EQ(finished.step, kSteps);
    EXPECT_FALSE(finished.error.has_value());
    std::vector<std::string> skipped;
    const auto newest = newest_valid_checkpoint(folder.checkpoints(), skipped);
    ASSERT_TRUE(newest.has_value());
    EXPECT_EQ(newest->manifest.step, kSteps);
    EXPECT_EQ(newest->manifest.run_id, folder.manifest().id);
    ASSERT_FALSE(finished.adapter.empty());
    EXPECT_FALSE(files_in(folder.path() / finished.adapter).empty());
}

void repeats_itself_to_the_last_bit(const EngineFactory& make) {
    Bench bench(make);
    std::vector<double> losses[2];
    for (auto& of_run : losses) {
        const auto folder = bench.new_folder();
        for (const auto& step : record(*bench.session(folder)).all<StepDone>())
            of_run.push_back(step.loss);
    }
    EXPECT_EQ(losses[0], losses[1]);
}

void evaluates_at_its_cadence(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    std::vector<std::int64_t> steps;
    for (const auto& evaluation : record(*bench.session(folder)).all<EvaluationDone>())
        if (evaluation.step > 0)  // what the model could do before is welcome, too
            steps.push_back(evaluation.step);
    EXPECT_EQ(steps, (std::vector<std::int64_t>{5, 10, 12}));
}

void keeps_as_many_checkpoints_as_wanted(const EngineFactory& make) {
    Bench bench(make);
    bench.config().checkpoints = {.every = 2, .keep_last = 2, .keep_best = false};
    const auto folder = bench.new_folder();
    record(*bench.session(folder));
    std::vector<std::int64_t> steps;
    for (const auto& checkpoint : list_checkpoints(folder.checkpoints()))
        steps.push_back(checkpoint.manifest.step);
    EXPECT_EQ(steps, (std::vector<std::int64_t>{10, 12}));
}

void stops_early_when_validation_gets_no_better(const EngineFactory& make) {
    Bench bench(make);
    bench.config().evaluation.every = 1;
    bench.config().evaluation.patience = 2;
    bench.config().evaluation.min_delta = 1e5;  // nothing counts as better after the first
    const auto folder = bench.new_folder();
    const auto finished = record(*bench.session(folder)).finished;
    EXPECT_EQ(finished.cause, ExitCause::EarlyStopped);
    EXPECT_LT(finished.step, kSteps);
}

constexpr EngineContractCase kCases[] = {
    {"BeginsWithStartedAndEndsWithFinished", begins_with_started_and_ends_with_finished},
    {"CountsEveryStepOnceAndInOrder", counts_every_step_once_and_in_order},
    {"LeavesACheckpointOfTheLastStepAndAResult", leaves_a_checkpoint_of_the_last_step_and_a_result},
    {"RepeatsItselfToTheLastBit", repeats_itself_to_the_last_bit},
    {"EvaluatesAtItsCadence", evaluates_at_its_cadence},
    {"KeepsAsManyCheckpointsAsWanted", keeps_as_many_checkpoints_as_wanted},
    {"StopsEarlyWhenValidationGetsNoBetter", stops_early_when_validation_gets_no_better},
};

}  // namespace

std::span<const EngineContractCase> training_cases() {
    return kCases;
}

}  // namespace tunebench::test::contract
