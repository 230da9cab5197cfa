// Runs of the real session: the same after a resume, to the bit; guards; and every setting has its effect.
#include <algorithm>
#include <fstream>
#include <functional>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/exporting/model_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/session_setup.h"
#include "core/models/shapes.h"
#include "core/run/starting_adapter.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

constexpr std::int64_t kSteps = 8;
constexpr std::size_t kMaxBytes = std::size_t{1} << 26;

struct Outcome {
    RunFinished finished = {};
    std::vector<StepDone> steps = {};
    std::vector<EvaluationDone> evaluations = {};
    std::vector<RunWarning> warnings = {};
    std::string weights = {};  // bytes of the adapter
    std::int64_t samples = 0;
};

class SessionTest : public testing::Test {
protected:
    SessionTest() : config_(test::tiny_run(inputs_.path(), kSteps)) {
        config_.general.threads = 1;
        config_.checkpoints = {.every = 1, .keep_last = 100, .keep_best = false};
        config_.evaluation.samples = {};
        set("dropout", 0.1);
    }

    void set(const char* key, ParamValue value) { config_.method.params.set(key, std::move(value)); }

    RunFolder new_folder() {
        return *RunFolder::create(runs_.path(),
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    Outcome run(const RunFolder& folder, bool resume = false, std::int64_t stop_after = 0) {
        return run(folder, resume, [stop_after](const RunEvent& event, Session& session) {
            if (const auto* step = std::get_if<StepDone>(&event); step && step->step == stop_after)
                session.command(StopCommand{});
        });
    }

    using Reaction = std::function<void(const RunEvent&, Session&)>;
    Outcome run(const RunFolder& folder, bool resume, const Reaction& react) {
        auto session = make_session(config_, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        if (!session)
            return {};
        Outcome outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            react(event, **session);
            if (const auto* step = std::get_if<StepDone>(&event))
                outcome.steps.push_back(*step);
            if (const auto* warning = std::get_if<RunWarning>(&event))
                outcome.warnings.push_back(*warning);
            if (const auto* evaluation = std::get_if<EvaluationDone>(&event))
                outcome.evaluations.push_back(*evaluation);
            outcome.samples += std::holds_alternative<SampleDone>(event);
        });
        outcome.weights = adapter_bytes(folder);
        return outcome;
    }

    static std::string adapter_bytes(const RunFolder& folder) {
        for (const auto* name : {"adapter_model.safetensors", "adapter.safetensors"})
            if (const auto bytes = read_file(folder.adapter() / name, kMaxBytes))
                return *bytes;
        return {};
    }

    Outcome adjusted(const RunFolder& folder, bool resume,
                     const std::function<void(Session&, const RunEvent&)>& react = {});

    void adjust_in_pause(const RunFolder& folder, const Command& then);

    Outcome run_fresh() { return run(new_folder()); }

    void expect_resume_is_exact() {
        const auto whole = run_fresh();
        ASSERT_FALSE(whole.weights.empty());
        for (const std::int64_t cut : {1, 3, 7}) {
            const auto folder = new_folder();
            run(folder, false, cut);
            const auto rest = run(folder, true);
            EXPECT_EQ(rest.weights, whole.weights) << "cut after step " << cut;
            ASSERT_FALSE(rest.steps.empty());
            EXPECT_EQ(rest.steps.back().loss, whole.steps.back().loss);
            EXPECT_EQ(rest.steps.back().gradient_norm, whole.steps.back().gradient_norm);
            EXPECT_EQ(rest.steps.back().tokens, whole.steps.back().tokens);
            EXPECT_EQ(rest.finished.best_validation_loss, whole.finished.best_validation_loss);
        }
    }

    TemporaryFolder inputs_;
    TemporaryFolder runs_;
    RunConfig config_;
};

TEST_F(SessionTest, TheSameRunTwiceGivesTheSameBits) {
    EXPECT_EQ(run_fresh().weights, run_fresh().weights);
}

TEST_F(SessionTest, ResumeIsExactWithPackingAndDropout) {
    expect_resume_is_exact();
}

TEST_F(SessionTest, ResumeIsExactWithAccumulationAndLengthGroups) {
    config_.data.packing = false;
    config_.budget.length_grouped = true;
    config_.budget.accumulation = 3;
    expect_resume_is_exact();
}

TEST_F(SessionTest, ResumeIsExactWithEvaluationAndTheBestCheckpoint) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 2;
    config_.checkpoints = {.every = 3, .keep_last = 1, .keep_best = true};
    expect_resume_is_exact();
}

TEST_F(SessionTest, ResumeIsExactWithMomentum) {
    config_.optimizer.id = "sgd";
    config_.optimizer.params = {};
    config_.optimizer.params.set("learning_rate", 0.1);
    config_.optimizer.params.set("momentum", 0.9);
    config_.optimizer.params.set("nesterov", true);
    expect_resume_is_exact();
}

TEST_F(SessionTest, ResumeIsExactWithEveryRegularization) {
    config_.regularization = {.neftune_alpha = 5.0, .label_smoothing = 0.1, .z_loss = 1e-3, .ema_decay = 0.9};
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 2;
    config_.checkpoints = {.every = 3, .keep_last = 1, .keep_best = true};
    expect_resume_is_exact();
}

/// Runs with another rate after the second step; `react` may do more.
Outcome SessionTest::adjusted(const RunFolder& folder, bool resume,
                              const std::function<void(Session&, const RunEvent&)>& react) {
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

TEST_F(SessionTest, AChangedRateIsAnotherRunAndAResumeKeepsItExactly) {
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
TEST_F(SessionTest, AChangeIsSavedAtOnce) {
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

/// Pauses after the second step without the model, changes the rate there, and obeys `then`.
void SessionTest::adjust_in_pause(const RunFolder& folder, const Command& then) {
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

TEST_F(SessionTest, AChangeDuringAPauseWithoutTheModelIsKept) {
    config_.checkpoints.every = 0;
    const auto whole = adjusted(new_folder(), false);
    const auto folder = new_folder();
    adjust_in_pause(folder, ResumeCommand{});
    EXPECT_EQ(adapter_bytes(folder), whole.weights);
}

/// A process that is killed in the pause leaves what the change itself has saved.
TEST_F(SessionTest, AChangeDuringAPauseWithoutTheModelIsSavedAtOnce) {
    config_.checkpoints.every = 0;
    const auto whole = adjusted(new_folder(), false);
    const auto folder = new_folder();
    adjust_in_pause(folder, DiscardCommand{});
    const auto rest = adjusted(folder, true);
    ASSERT_FALSE(rest.steps.empty());
    EXPECT_EQ(rest.steps.front().step, 3);
    EXPECT_EQ(rest.weights, whole.weights);
}

TEST_F(SessionTest, AResumeEvaluatesNoStepThatTheChangedRunWentPast) {
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

TEST_F(SessionTest, SettingsThatNoRunMayHaveChangeNothing) {
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

TEST_F(SessionTest, ARunGoesOnFromAnAdapter) {
    config_.optimizer.params.set("learning_rate", 0.02);
    const auto folder = new_folder();
    const auto first = run(folder);
    ASSERT_FALSE(first.evaluations.empty());
    config_.model.adapter = folder.adapter().string();
    const auto changes = adopt_starting_adapter(config_);
    ASSERT_TRUE(changes) << changes.error().message;
    const auto continued = run_fresh();
    ASSERT_FALSE(continued.evaluations.empty());
    EXPECT_EQ(continued.evaluations.front().step, 0);
    EXPECT_EQ(continued.evaluations.front().loss, first.evaluations.back().loss);
    EXPECT_NE(continued.weights, first.weights);
}

TEST_F(SessionTest, ResumeIsExactAfterAnAdapterThatIsGone) {
    const auto folder = new_folder();
    run(folder);
    const auto adapter = inputs_.path() / "adapter";
    fs::copy(folder.adapter(), adapter);
    config_.model.adapter = adapter.string();
    ASSERT_TRUE(adopt_starting_adapter(config_));
    const auto whole = run_fresh();
    const auto cut = new_folder();
    run(cut, false, 3);
    fs::remove_all(adapter);
    EXPECT_EQ(run(cut, true).weights, whole.weights);
}

TEST_F(SessionTest, SettingsThatAreNotTheAdaptersAreRefused) {
    const auto folder = new_folder();
    run(folder);
    config_.model.adapter = folder.adapter().string();
    ASSERT_TRUE(adopt_starting_adapter(config_));
    set("alpha", 1.0);
    const auto session = make_session(config_, new_folder(), false);
    ASSERT_FALSE(session);
    EXPECT_NE(session.error().message.find("alpha"), std::string::npos) << session.error().message;
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

TEST_F(SessionTest, EarlyStoppingEndsARunThatNoLongerGains) {
    config_.data.validation_share = 0.25;
    config_.evaluation.every = 1;
    config_.evaluation.patience = 2;
    config_.evaluation.min_delta = 100.0;
    const auto outcome = run_fresh();
    EXPECT_EQ(outcome.finished.cause, ExitCause::EarlyStopped);
    EXPECT_EQ(outcome.finished.step, 3);  // the first evaluation is the best, two without gain follow
}

TEST_F(SessionTest, WhoeverResumesARunThatIsOutOfPatienceGetsItsEnd) {
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

TEST_F(SessionTest, AnEvaluationThatIsAskedForChangesNothing) {
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

TEST_F(SessionTest, AnEvaluationThatWasStoppedIsMadeUpFor) {
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

TEST_F(SessionTest, ABestCheckpointThatIsDamagedIsNotTheResult) {
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

/// A setting that a run must feel.
struct Knob {
    const char* name;
    std::function<void(RunConfig&)> turn;
};

class KnobCases : public SessionTest, public testing::WithParamInterface<Knob> {};

TEST_P(KnobCases, ChangesTheResult) {
    const auto before = run_fresh();
    GetParam().turn(config_);
    EXPECT_NE(run_fresh().weights, before.weights);
}

void method(RunConfig& config, const char* key, ParamValue value) {
    config.method.params.set(key, std::move(value));
}

void optimizer(RunConfig& config, const char* key, ParamValue value) {
    config.optimizer.params.set(key, std::move(value));
}

const Knob kKnobs[] = {
    {"seed", [](RunConfig& c) { c.general.seed = 7; }},
    {"rank", [](RunConfig& c) { method(c, "rank", 3); }},
    {"alpha", [](RunConfig& c) { method(c, "alpha", 5.0); }},
    {"dropout", [](RunConfig& c) { method(c, "dropout", 0.5); }},
    {"targets", [](RunConfig& c) { method(c, "targets", "attention"); }},
    {"rank_stabilized", [](RunConfig& c) { method(c, "rank_stabilized", true); }},
    {"learning_rate", [](RunConfig& c) { optimizer(c, "learning_rate", 3e-3); }},
    {"weight_decay", [](RunConfig& c) { optimizer(c, "weight_decay", 0.5); }},
    {"eps", [](RunConfig& c) { optimizer(c, "eps", 1e-3); }},
    {"betas",
     [](RunConfig& c) {
         optimizer(c, "betas", ParamList{0.5, 0.9});
     }},
    {"schedule", [](RunConfig& c) { c.schedule.id = "linear"; }},
    {"warmup_ratio", [](RunConfig& c) { c.schedule.params.set("warmup_ratio", 0.5); }},
    {"minimum", [](RunConfig& c) { c.schedule.params.set("minimum", 0.5); }},
    {"batch_size",
     [](RunConfig& c) {
         c.budget.batch_size = 1;
         c.data.packing = false;
     }},
    {"accumulation", [](RunConfig& c) { c.budget.accumulation = 2; }},
    {"clip_norm",
     [](RunConfig& c) {
         c.budget.clip_norm = 1e-3;
         optimizer(c, "eps", 1e-2);
     }},
    {"steps", [](RunConfig& c) { c.budget.steps = 4; }},
    {"max_length", [](RunConfig& c) { c.data.max_length = 12; }},
    {"loss_on", [](RunConfig& c) { c.data.loss_on = LossOn::All; }},
    {"neftune_alpha", [](RunConfig& c) { c.regularization.neftune_alpha = 10.0; }},
    {"label_smoothing", [](RunConfig& c) { c.regularization.label_smoothing = 0.2; }},
    {"z_loss", [](RunConfig& c) { c.regularization.z_loss = 0.1; }},
    {"ema_decay", [](RunConfig& c) { c.regularization.ema_decay = 0.9; }},
};

INSTANTIATE_TEST_SUITE_P(SessionTest, KnobCases, testing::ValuesIn(kKnobs),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

/// Methods that put something before the tokens.
const Selection kPromptMethods[] = {
    {"prefix", {{{"num_virtual_tokens", 3}}}},
    {"prefix", {{{"num_virtual_tokens", 3}, {"prefix_projection", true}, {"encoder_hidden_size", 6}}}},
    {"prefix", {{{"num_virtual_tokens", 3}, {"convention", "adapterhub"}}}},
    {"prompt", {{{"num_virtual_tokens", 3}}}},
    {"prompt", {{{"num_virtual_tokens", 3}, {"initialization", "text"}, {"initialization_text", "Say it"}}}},
};

class PromptMethodCases : public SessionTest, public testing::WithParamInterface<Selection> {
protected:
    PromptMethodCases() { config_.method = GetParam(); }
};

TEST_P(PromptMethodCases, ResumeIsExactAndSamplesAreDrawn) {
    expect_resume_is_exact();
    config_.evaluation.samples = {"Say 3: "};
    EXPECT_GE(run_fresh().samples, 1);
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

TEST_P(PromptMethodCases, TrainingLowersTheLoss) {
    config_.budget.steps = 40;
    config_.optimizer.params.set("learning_rate", 0.05);
    config_.checkpoints.every = 0;
    const auto outcome = run_fresh();
    // On the validation data: so few parameters gain less in 40 steps than two batches differ.
    EXPECT_EQ(outcome.evaluations.front().step, 0);
    EXPECT_LT(outcome.evaluations.back().loss, outcome.evaluations.front().loss - 0.1);
}

INSTANTIATE_TEST_SUITE_P(SessionTest, PromptMethodCases, testing::ValuesIn(kPromptMethods),
                         [](const auto& chosen) { return chosen.param.id + std::to_string(chosen.index); });

TEST_F(SessionTest, VirtualTokensAndTextMustFitIntoLearnedPositions) {
    const auto model = inputs_.path() / "gpt2";
    ASSERT_TRUE(write_model_folder(model, *random_model(*shape_config("tiny-gpt2"), 1), {}));
    fs::copy_file(fs::path(config_.model.path) / "tokenizer.json", model / "tokenizer.json");
    config_.model.path = model.string();
    config_.method = {.id = "prompt", .params = {}};
    config_.method.params.set("num_virtual_tokens", 20);
    config_.data.max_length = 492;
    EXPECT_TRUE(make_session(config_, new_folder(), false));
    config_.data.max_length = 493;
    const auto refused = make_session(config_, new_folder(), false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "data.max_length");
    EXPECT_EQ(refused.error().hint, "Set it to 492 or less.");
}

}  // namespace
}  // namespace tunebench
