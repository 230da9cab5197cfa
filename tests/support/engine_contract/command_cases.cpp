// What a session makes of commands, and what a resume makes of what they have left. Part of
// engine_contract.h.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "tests/support/engine_contract/contract_bench.h"
#include "tests/support/engine_contract/contract_cases.h"

namespace tunebench::test::contract {
namespace {

void stop_saves_and_resume_ends_at_the_same_bits(const EngineFactory& make) {
    Bench bench(make);
    const auto whole = bench.new_folder();
    const auto uninterrupted = record(*bench.session(whole));

    const auto folder = bench.new_folder();
    auto first = bench.session(folder);
    const auto stopped = record(*first, [&](const RunEvent& event) {
        if (is_step(event, 6))
            first->command(StopCommand{});
    });
    EXPECT_EQ(stopped.finished.cause, ExitCause::Stopped);
    const auto at = stopped.finished.step;
    EXPECT_GE(at, 6);
    EXPECT_LT(at, kSteps);
    first.reset();

    const auto rest = record(*bench.session(folder, /*resume=*/true));
    EXPECT_EQ(rest.all<RunStarted>().front().first_step, at);
    EXPECT_FALSE(rest.all<RunStarted>().front().resumed_from.empty());
    EXPECT_EQ(rest.all<StepDone>().front().step, at + 1);
    EXPECT_EQ(rest.finished.cause, ExitCause::Completed);
    EXPECT_EQ(rest.all<StepDone>().back().loss, uninterrupted.all<StepDone>().back().loss);
    EXPECT_EQ(files_in(folder.path() / rest.finished.adapter),
              files_in(whole.path() / uninterrupted.finished.adapter));
}

void stop_before_the_first_step_is_not_lost(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    const auto session = bench.session(folder);
    session->command(StopCommand{});
    const auto recording = record(*session);
    EXPECT_EQ(recording.finished.cause, ExitCause::Stopped);
    EXPECT_EQ(recording.all<StepDone>().size(), 0u);
}

void discard_saves_nothing(const EngineFactory& make) {
    Bench bench(make);
    bench.config().checkpoints.every = 0;
    const auto folder = bench.new_folder();
    const auto session = bench.session(folder);
    const auto recording = record(*session, [&](const RunEvent& event) {
        if (is_step(event, 2))
            session->command(DiscardCommand{});
    });
    EXPECT_EQ(recording.finished.cause, ExitCause::Discarded);
    EXPECT_LT(recording.finished.step, kSteps);
    EXPECT_TRUE(recording.all<CheckpointSaved>().empty());
    EXPECT_TRUE(list_checkpoints(folder.checkpoints()).empty());
}

void pause_waits_and_resume_goes_on(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    const auto session = bench.session(folder);
    bool was_paused = false;
    const auto recording = record(*session, [&](const RunEvent& event) {
        if (is_step(event, 3))
            session->command(PauseCommand{});
        const auto* phase = std::get_if<PhaseChanged>(&event);
        if (phase && phase->phase == RunPhase::Paused) {
            was_paused = true;
            session->command(ResumeCommand{});
        }
    });
    EXPECT_TRUE(was_paused);
    EXPECT_EQ(recording.finished.cause, ExitCause::Completed);
    EXPECT_EQ(recording.all<StepDone>().size(), static_cast<std::size_t>(kSteps));
}

void stop_ends_a_paused_run(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    const auto session = bench.session(folder);
    const auto recording = record(*session, [&](const RunEvent& event) {
        if (is_step(event, 3))
            session->command(PauseCommand{.release_memory = true});
        const auto* phase = std::get_if<PhaseChanged>(&event);
        if (phase && phase->phase == RunPhase::Paused)
            session->command(StopCommand{});
    });
    EXPECT_EQ(recording.finished.cause, ExitCause::Stopped);
    EXPECT_FALSE(list_checkpoints(folder.checkpoints()).empty());
}

void obeys_save_sample_and_evaluate(const EngineFactory& make) {
    Bench bench(make);
    bench.config().checkpoints.every = 0;
    bench.config().evaluation.every = 0;
    const auto folder = bench.new_folder();
    const auto session = bench.session(folder);
    const auto recording = record(*session, [&](const RunEvent& event) {
        if (!is_step(event, 2))
            return;
        session->command(SaveCommand{});
        session->command(SampleCommand{.prompts = {"Say 1: "}, .sampling = {.max_tokens = 3}});
        session->command(EvaluateCommand{});
    });
    ASSERT_GE(recording.all<CheckpointSaved>().size(), 1u);
    EXPECT_LT(recording.all<CheckpointSaved>().front().step, kSteps);
    ASSERT_GE(recording.all<SampleDone>().size(), 1u);
    EXPECT_EQ(recording.all<SampleDone>().front().prompt, "Say 1: ");
    EXPECT_TRUE(std::ranges::any_of(recording.all<EvaluationDone>(), [](const EvaluationDone& evaluation) {
        return evaluation.step > 0 && evaluation.step < kSteps;
    }));
}

/// After step 2 another rate, evaluation every 3 steps; `stop_at` 0: to the end.
Recording adjusted_run(Session& session, std::int64_t stop_at) {
    return record(session, [&session, stop_at](const RunEvent& event) {
        if (is_step(event, 2))
            session.command(AdjustCommand{.learning_rate = 3e-3, .evaluation_every = 3});
        if (is_step(event, stop_at))
            session.command(StopCommand{});
    });
}

void changed_settings_take_effect_and_are_told(const EngineFactory& make) {
    Bench bench(make);
    bench.config().schedule = {.id = "constant", .params = {}};
    const auto folder = bench.new_folder();
    const auto recording = adjusted_run(*bench.session(folder), 0);
    ASSERT_EQ(recording.all<SettingsChanged>().size(), 1u);
    const auto changed = recording.all<SettingsChanged>().front();
    EXPECT_EQ(changed.learning_rate, 3e-3);
    EXPECT_EQ(changed.evaluation_every, 3);
    EXPECT_GE(changed.step, 2);
    EXPECT_LT(changed.step, kSteps);
    const auto steps = recording.all<StepDone>();
    const auto at = static_cast<std::size_t>(changed.step);
    EXPECT_GT(steps[at].learning_rate, 1.5 * steps[1].learning_rate);
    EXPECT_EQ(steps.back().learning_rate, steps[at].learning_rate);
    std::vector<std::int64_t> evaluated;
    for (const auto& evaluation : recording.all<EvaluationDone>())
        if (evaluation.step > 0)
            evaluated.push_back(evaluation.step);
    EXPECT_EQ(evaluated, (std::vector<std::int64_t>{3, 6, 9, 12}));
}

void a_resume_keeps_changed_settings_to_the_last_bit(const EngineFactory& make) {
    Bench bench(make);
    bench.config().checkpoints.every = 0;
    const auto whole = bench.new_folder();
    const auto uninterrupted = adjusted_run(*bench.session(whole), 0);
    const auto folder = bench.new_folder();
    EXPECT_EQ(adjusted_run(*bench.session(folder), 6).finished.cause, ExitCause::Stopped);
    const auto rest = record(*bench.session(folder, /*resume=*/true));
    ASSERT_FALSE(rest.all<SettingsChanged>().empty());
    EXPECT_EQ(rest.all<SettingsChanged>().front().learning_rate, 3e-3);
    EXPECT_EQ(rest.all<SettingsChanged>().front().evaluation_every, 3);
    EXPECT_EQ(rest.all<StepDone>().back(), [&] {
        auto last = uninterrupted.all<StepDone>().back();
        const auto own = rest.all<StepDone>().back();
        // What the clock and the meter say differs from run to run.
        last.tokens_per_second = own.tokens_per_second;
        last.step_seconds = own.step_seconds;
        last.elapsed_seconds = own.elapsed_seconds;
        last.remaining_seconds = own.remaining_seconds;
        last.memory_bytes = own.memory_bytes;
        last.memory_peak_bytes = own.memory_peak_bytes;
        return last;
    }());
    EXPECT_EQ(files_in(folder.path() / rest.finished.adapter),
              files_in(whole.path() / uninterrupted.finished.adapter));
}

/// Neither the weights that are asked nor a base model beside them change the run.
void a_paused_session_answers_and_goes_on_as_if_nobody_had_asked(const EngineFactory& make) {
    Bench bench(make);
    const auto undisturbed = bench.new_folder();
    const auto whole = record(*bench.session(undisturbed));
    const auto folder = bench.new_folder();
    const auto session = bench.session(folder);
    int asked = 0;
    const auto recording = record(*session, [&](const RunEvent& event) {
        if (is_step(event, 3))
            session->command(PauseCommand{});
        const auto* phase = std::get_if<PhaseChanged>(&event);
        if (!phase || phase->phase != RunPhase::Paused)
            return;
        EXPECT_FALSE(session->has_command());
        const GenerateRequest request{.model = bench.inputs() / "model",
                                      .prompts = {"Say 1: "},
                                      .sampling = {.max_tokens = 3, .temperature = 1.0}};
        for (const auto& generation :
             {session->generate(request, {}, {}), bench.engine().generate(request, {})}) {
            ASSERT_TRUE(generation) << generation.error().message;
            asked += static_cast<int>(generation->answers.size());
        }
        bench.engine().release_memory();
        session->command(ResumeCommand{});
        EXPECT_TRUE(session->has_command());
    });
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(recording.finished.cause, ExitCause::Completed);
    EXPECT_EQ(files_in(folder.path() / recording.finished.adapter),
              files_in(undisturbed.path() / whole.finished.adapter));
}

constexpr EngineContractCase kCases[] = {
    {"StopSavesAndResumeEndsAtTheSameBits", stop_saves_and_resume_ends_at_the_same_bits},
    {"StopBeforeTheFirstStepIsNotLost", stop_before_the_first_step_is_not_lost},
    {"DiscardSavesNothing", discard_saves_nothing},
    {"PauseWaitsAndResumeGoesOn", pause_waits_and_resume_goes_on},
    {"StopEndsAPausedRun", stop_ends_a_paused_run},
    {"ObeysSaveSampleAndEvaluate", obeys_save_sample_and_evaluate},
    {"ChangedSettingsTakeEffectAndAreTold", changed_settings_take_effect_and_are_told},
    {"AResumeKeepsChangedSettingsToTheLastBit", a_resume_keeps_changed_settings_to_the_last_bit},
    {"APausedSessionAnswersAndGoesOnAsIfNobodyHadAsked",
     a_paused_session_answers_and_goes_on_as_if_nobody_had_asked},
};

}  // namespace

std::span<const EngineContractCase> command_cases() {
    return kCases;
}

}  // namespace tunebench::test::contract
