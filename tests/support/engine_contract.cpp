#include "tests/support/engine_contract.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/run/checkpoint.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSteps = 12;

/// Runs on one tiny model, each in a folder of its own.
class Bench {
public:
    explicit Bench(const EngineFactory& make) : engine_(make()), config_(tiny_run(inputs_.path(), kSteps)) {}

    Engine& engine() { return *engine_; }
    RunConfig& config() { return config_; }
    fs::path inputs() const { return inputs_.path(); }

    RunFolder new_folder() {
        auto folder = RunFolder::create(
            runs_.path(), {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
        EXPECT_TRUE(folder) << folder.error().message;
        return *std::move(folder);
    }

    std::unique_ptr<Session> session(const RunFolder& folder, bool resume = false) {
        auto session = engine_->start(config_, folder, resume, {});
        EXPECT_TRUE(session) << session.error().message;
        return session ? *std::move(session) : nullptr;
    }

private:
    TemporaryFolder inputs_;
    TemporaryFolder runs_;
    std::unique_ptr<Engine> engine_;
    RunConfig config_;
};

struct Recording {
    std::vector<RunEvent> events = {};
    RunFinished finished = {};

    template <class Event>
    std::vector<Event> all() const {
        std::vector<Event> found;
        for (const auto& event : events)
            if (const auto* match = std::get_if<Event>(&event))
                found.push_back(*match);
        return found;
    }
};

/// `react` is called for every event and may send commands to the session.
Recording record(Session& session, const std::function<void(const RunEvent&)>& react = {}) {
    Recording recording;
    recording.finished = session.run([&](const RunEvent& event) {
        recording.events.push_back(event);
        if (react)
            react(event);
    });
    return recording;
}

bool is_step(const RunEvent& event, std::int64_t number) {
    const auto* step = std::get_if<StepDone>(&event);
    return step && step->step == number;
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto bytes = read_file(entry.path(), std::uint64_t{64} << 20);
        files[entry.path().filename().string()] = bytes ? *bytes : "unreadable";
    }
    return files;
}

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

void a_missing_model_is_an_error_that_names_it(const EngineFactory& make) {
    Bench bench(make);
    bench.config().model.path = (bench.inputs() / "nowhere").string();
    const auto folder = bench.new_folder();
    const auto session = bench.engine().start(bench.config(), folder, /*resume=*/false, {});
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().message.find("nowhere"), std::string::npos) << session.error().message;
    EXPECT_FALSE(bench.engine().inspect(bench.inputs() / "nowhere"));
}

void inspect_describes_the_model(const EngineFactory& make) {
    Bench bench(make);
    const auto report = bench.engine().inspect(bench.inputs() / "model");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->config.model_type, "llama");
    EXPECT_EQ(report->config.vocab_size, 258);
    EXPECT_GT(report->parameters, 1000);
    EXPECT_TRUE(report->missing_tensors.empty());
}

void generates_an_answer_a_prompt(const EngineFactory& make) {
    Bench bench(make);
    const auto generation = bench.engine().generate(
        {.model = bench.inputs() / "model", .prompts = {"Say 1: ", "Say 2: "}, .sampling = {.max_tokens = 3}},
        {});
    ASSERT_TRUE(generation) << generation.error().message;
    ASSERT_EQ(generation->answers.size(), 2u);
    EXPECT_EQ(generation->answers[1].prompt, "Say 2: ");
    EXPECT_LE(generation->answers[0].tokens, 3);
}

/// A folder with the adapter of a short run.
fs::path trained_adapter(Bench& bench, std::int64_t seed) {
    bench.config().general.seed = seed;
    const auto folder = bench.new_folder();
    return folder.path() / record(*bench.session(folder)).finished.adapter;
}

void one_adapter_or_a_sum_answers(const EngineFactory& make) {
    Bench bench(make);
    const auto first = trained_adapter(bench, 1);
    const auto second = trained_adapter(bench, 2);
    const auto answers_with = [&](const std::vector<AdapterShare>& adapters) {
        return bench.engine().generate({.model = bench.inputs() / "model",
                                        .adapters = adapters,
                                        .prompts = {"Say 1: "},
                                        .sampling = {.max_tokens = 3}},
                                       {});
    };
    for (const auto& adapters : {std::vector<AdapterShare>{},
                                 {{.folder = first}},
                                 {{.folder = first, .weight = 0.7}, {.folder = second, .weight = 0.3}}}) {
        const auto generation = answers_with(adapters);
        ASSERT_TRUE(generation) << generation.error().message;
        EXPECT_EQ(generation->answers.size(), 1u);
    }
    const auto missing = answers_with({{.folder = bench.inputs() / "no adapter"}});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("no adapter"), std::string::npos) << missing.error().message;
}

void asked_again_it_loads_nothing(const EngineFactory& make) {
    Bench bench(make);
    const auto seconds_to_load = [&] {
        const auto generation = bench.engine().generate(
            {.model = bench.inputs() / "model", .prompts = {"Say 1: "}, .sampling = {.max_tokens = 1}}, {});
        return generation ? generation->load_seconds : -1.0;
    };
    EXPECT_GT(seconds_to_load(), 0.0);
    EXPECT_EQ(seconds_to_load(), 0.0);
    const auto folder = bench.new_folder();
    bench.session(folder);  // needs the memory
    EXPECT_GT(seconds_to_load(), 0.0);
}

void tells_every_token_with_its_probability(const EngineFactory& make) {
    Bench bench(make);
    std::vector<std::vector<std::int32_t>> told(2);
    const auto generation = bench.engine().generate(
        {.model = bench.inputs() / "model",
         .prompts = {"Say 1: ", "Say 2: "},
         .sampling = {.max_tokens = 3},
         .alternatives = 4},
        {}, [&](const GenerationProgress& news) {
            told.at(static_cast<std::size_t>(news.answer)).push_back(news.token.chosen.id);
        });
    ASSERT_TRUE(generation) << generation.error().message;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& answer = generation->answers[i];
        EXPECT_EQ(std::ssize(answer.pieces), answer.tokens);
        std::vector<std::int32_t> ids;
        for (const auto& piece : answer.pieces) {
            ids.push_back(piece.chosen.id);
            EXPECT_GT(piece.chosen.probability, 0.0);
            EXPECT_LE(piece.chosen.probability, 1.0);
            ASSERT_EQ(piece.likeliest.size(), 4U);
            EXPECT_EQ(piece.likeliest.front(), piece.chosen) << "the answer is greedy";
            EXPECT_TRUE(
                std::ranges::is_sorted(piece.likeliest, std::ranges::greater(), &TokenChoice::probability));
        }
        EXPECT_EQ(told[i], ids);
    }
}

void a_chat_is_written_with_a_template(const EngineFactory& make) {
    Bench bench(make);
    const auto generation =
        bench.engine().generate({.model = bench.inputs() / "model",
                                 .prompts = {"Hi"},
                                 .sampling = {.max_tokens = 2},
                                 .chat = ChatOptions{.before = {{.role = "system", .content = "Be brief."}}}},
                                {});
    ASSERT_TRUE(generation) << generation.error().message;
    EXPECT_FALSE(generation->chat_template.empty());
    EXPECT_EQ(generation->answers.front().prompt, "Hi");
}

void what_is_kept_can_be_given_back(const EngineFactory& make) {
    Bench bench(make);
    const auto seconds_to_load = [&] {
        const auto generation = bench.engine().generate(
            {.model = bench.inputs() / "model", .prompts = {"Say 1: "}, .sampling = {.max_tokens = 1}}, {});
        return generation ? generation->load_seconds : -1.0;
    };
    EXPECT_GT(seconds_to_load(), 0.0);
    bench.engine().release_memory();
    EXPECT_GT(seconds_to_load(), 0.0);
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

void cancelled_work_says_so(const EngineFactory& make) {
    Bench bench(make);
    CancelToken cancel;
    cancel.cancel();
    const auto generation =
        bench.engine().generate({.model = bench.inputs() / "model", .prompts = {"Say 1: "}}, cancel);
    ASSERT_FALSE(generation);
    EXPECT_EQ(generation.error().code, ErrorCode::Cancelled);
}

void exports_what_a_run_made(const EngineFactory& make) {
    Bench bench(make);
    const auto folder = bench.new_folder();
    record(*bench.session(folder));
    const auto out = bench.inputs() / "exported";
    const auto report = bench.engine().export_run({.run = folder.path(), .out = out}, {});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_FALSE(report->files.empty());
    for (const auto& file : report->files)
        EXPECT_TRUE(fs::exists(out / file)) << file;
    EXPECT_GT(report->compared_tokens, 0);
    EXPECT_FALSE(report->compared_on.empty());
    EXPECT_LE(report->max_logit_difference, report->tolerance);
    EXPECT_GE(report->top1_agreement, 0.99);
    EXPECT_GE(report->mean_kl, 0.0);
}

constexpr EngineContractCase kCases[] = {
    {"BeginsWithStartedAndEndsWithFinished", begins_with_started_and_ends_with_finished},
    {"CountsEveryStepOnceAndInOrder", counts_every_step_once_and_in_order},
    {"LeavesACheckpointOfTheLastStepAndAResult", leaves_a_checkpoint_of_the_last_step_and_a_result},
    {"RepeatsItselfToTheLastBit", repeats_itself_to_the_last_bit},
    {"StopSavesAndResumeEndsAtTheSameBits", stop_saves_and_resume_ends_at_the_same_bits},
    {"StopBeforeTheFirstStepIsNotLost", stop_before_the_first_step_is_not_lost},
    {"DiscardSavesNothing", discard_saves_nothing},
    {"PauseWaitsAndResumeGoesOn", pause_waits_and_resume_goes_on},
    {"StopEndsAPausedRun", stop_ends_a_paused_run},
    {"ObeysSaveSampleAndEvaluate", obeys_save_sample_and_evaluate},
    {"ChangedSettingsTakeEffectAndAreTold", changed_settings_take_effect_and_are_told},
    {"AResumeKeepsChangedSettingsToTheLastBit", a_resume_keeps_changed_settings_to_the_last_bit},
    {"EvaluatesAtItsCadence", evaluates_at_its_cadence},
    {"KeepsAsManyCheckpointsAsWanted", keeps_as_many_checkpoints_as_wanted},
    {"StopsEarlyWhenValidationGetsNoBetter", stops_early_when_validation_gets_no_better},
    {"AMissingModelIsAnErrorThatNamesIt", a_missing_model_is_an_error_that_names_it},
    {"InspectDescribesTheModel", inspect_describes_the_model},
    {"GeneratesAnAnswerAPrompt", generates_an_answer_a_prompt},
    {"OneAdapterOrASumAnswers", one_adapter_or_a_sum_answers},
    {"AskedAgainItLoadsNothing", asked_again_it_loads_nothing},
    {"TellsEveryTokenWithItsProbability", tells_every_token_with_its_probability},
    {"AChatIsWrittenWithATemplate", a_chat_is_written_with_a_template},
    {"WhatIsKeptCanBeGivenBack", what_is_kept_can_be_given_back},
    {"APausedSessionAnswersAndGoesOnAsIfNobodyHadAsked",
     a_paused_session_answers_and_goes_on_as_if_nobody_had_asked},
    {"CancelledWorkSaysSo", cancelled_work_says_so},
    {"ExportsWhatARunMade", exports_what_a_run_made},
};

}  // namespace

std::span<const EngineContractCase> engine_contract_cases() {
    return kCases;
}

}  // namespace tunebench::test
