// Losses that are not finite: what each policy does about them, on a model that knows one letter as NaN.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <utility>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/memory/meter.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/tensor.h"
#include "core/engine/training/session_setup.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSteps = 30;
constexpr int kRows = 12;
constexpr double kRate = 1e-2;
constexpr double kOtherRate = 3e-3;

struct Outcome {
    RunFinished finished = {};
    std::vector<StepDone> steps = {};
    std::vector<RunWarning> warnings = {};
    std::vector<std::uint64_t> warned_at = {};  // allocations of the run before each warning
    std::map<std::string, at::Tensor> weights = {};
};

class NonfiniteTest : public testing::Test {
protected:
    NonfiniteTest() : config_(test::tiny_run(folder_.path(), kSteps)) {
        config_.data.packing = false;
        config_.data.validation.clear();
        config_.budget.batch_size = 1;
        config_.optimizer.params.set("learning_rate", kRate);
        config_.schedule = {.id = "constant", .params = {}};
        config_.checkpoints = {.every = 2, .keep_last = 100, .keep_best = false};
        make_letter_nan('~');
        write_data(/*broken=*/4);
    }

    /// In the embedding alone: the output head becomes a matrix of its own.
    void make_letter_nan(char letter) {
        const auto file = fs::path(config_.model.path) / "model.safetensors";
        auto tensors = *read_tensors(file);
        auto& embedding = tensors.at("model.embed_tokens.weight");
        tensors["lm_head.weight"] = embedding.clone();
        embedding[letter].fill_(std::numeric_limits<float>::quiet_NaN());
        ASSERT_TRUE(write_tensors(file, {tensors.begin(), tensors.end()}, {{"format", "pt"}}));
        auto config = *read_json_file(fs::path(config_.model.path) / "config.json");
        config["tie_word_embeddings"] = false;
        ASSERT_TRUE(write_file_durably(fs::path(config_.model.path) / "config.json", json_text(config, 2)));
    }

    /// Examples, of which one has the letter; with `broken` -1, all have.
    void write_data(int broken) {
        std::ofstream out(config_.data.train.front().path);
        for (int row = 0; row < kRows; ++row)
            out << R"({"prompt": "Say )" << (row == broken || broken < 0 ? "~" : "-") << row
                << R"(: ", "completion": ")" << row % 5 << "\"}\n";
    }

    RunFolder new_folder() {
        return *RunFolder::create(folder_.path() / "runs",
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    Outcome run(const RunFolder& folder, bool resume = false, std::int64_t stop_after = 0) {
        auto session = make_session(config_, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        Outcome outcome;
        if (!session)
            return outcome;
        const auto before = allocations();
        refuse_allocation(refused_ > 0 ? before + refused_ : 0);
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            if (const auto* step = std::get_if<StepDone>(&event)) {
                outcome.steps.push_back(*step);
                if (step->step == stop_after)
                    (*session)->command(StopCommand{});
            }
            if (react_)
                react_(**session, event);
            if (const auto* warning = std::get_if<RunWarning>(&event)) {
                outcome.warnings.push_back(*warning);
                outcome.warned_at.push_back(allocations() - before);
            }
            if (const auto* phase = std::get_if<PhaseChanged>(&event);
                phase && phase->phase == RunPhase::Paused)
                (*session)->command(ResumeCommand{});
        });
        refuse_allocation(0);
        if (auto weights = read_tensors(folder.adapter() / "adapter_model.safetensors"))
            outcome.weights = *std::move(weights);
        return outcome;
    }

    /// Moves the broken example until it comes at the fifth step or later; 0: it never does.
    std::int64_t late_nonfinite_step() {
        for (int broken = 0; broken < kRows; ++broken) {
            write_data(broken);
            const auto outcome = run(new_folder());
            if (!outcome.warnings.empty() && outcome.warnings.front().step >= 5)
                return outcome.warnings.front().step;
        }
        return 0;
    }

    /// Another rate before `step`; with `is_killed`, nothing is saved any more after the run went back.
    Outcome run_adjusted_before(std::int64_t step, const RunFolder& folder, bool is_killed) {
        react_ = [=, was_adjusted = false](Session& session, const RunEvent& event) mutable {
            const auto* done = std::get_if<StepDone>(&event);
            if (done && done->step == step - 1 && !std::exchange(was_adjusted, true))
                session.command(AdjustCommand{.learning_rate = kOtherRate});
            if (is_killed && std::holds_alternative<RunWarning>(event))
                session.command(DiscardCommand{});
        };
        auto outcome = run(folder);
        react_ = {};
        return outcome;
    }

    static void expect_finite(const Outcome& outcome) {
        EXPECT_FALSE(outcome.weights.empty());
        for (const auto& [name, tensor] : outcome.weights)
            EXPECT_TRUE(tensor.isfinite().all().item<bool>()) << name;
        for (const auto& step : outcome.steps)
            EXPECT_TRUE(std::isfinite(step.loss)) << step.step;
    }

    void expect_resume_is_exact() {
        const auto whole = run(new_folder());
        for (std::int64_t cut = 1; cut < kRows + 2; cut += 2) {
            const auto folder = new_folder();
            run(folder, false, cut);
            const auto rest = run(folder, true);
            ASSERT_EQ(rest.weights.size(), whole.weights.size()) << cut;
            for (const auto& [name, tensor] : whole.weights)
                EXPECT_TRUE(at::equal(rest.weights.at(name), tensor)) << name << " cut after step " << cut;
        }
    }

    test::TemporaryFolder folder_;
    RunConfig config_;
    std::function<void(Session&, const RunEvent&)> react_ = {};
    std::uint64_t refused_ = 0;  // the run's allocation that fails; 0: none
};

TEST_F(NonfiniteTest, StoppingNamesTheStepAndLeavesTheWeights) {
    const auto folder = new_folder();
    const auto outcome = run(folder);
    EXPECT_EQ(outcome.finished.cause, ExitCause::Failed);
    ASSERT_TRUE(outcome.finished.error);
    EXPECT_NE(outcome.finished.error->message.find("weights were not changed"), std::string::npos);
    EXPECT_LT(outcome.steps.size(), static_cast<std::size_t>(kRows));
}

TEST_F(NonfiniteTest, SkippingLeavesTheBatchOutAndGoesOn) {
    config_.general.on_nonfinite = OnNonfinite::Skip;
    const auto outcome = run(new_folder());
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    expect_finite(outcome);
    ASSERT_EQ(outcome.steps.size(), static_cast<std::size_t>(kSteps));
    for (std::size_t i = 0; i < outcome.steps.size(); ++i)
        EXPECT_EQ(outcome.steps[i].step, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(outcome.steps.back().learning_rate, kRate);
    // Once in each pass of 12 examples, 11 of which are steps.
    ASSERT_GE(outcome.warnings.size(), 2U);
    EXPECT_LE(outcome.warnings.size(), 3U);
    EXPECT_NE(outcome.warnings.front().message.find("left out"), std::string::npos);
    EXPECT_FALSE(outcome.warnings.front().hint.empty());
}

TEST_F(NonfiniteTest, SkippingIsTheSameAfterAResume) {
    config_.general.on_nonfinite = OnNonfinite::Skip;
    expect_resume_is_exact();
}

TEST_F(NonfiniteTest, RollingBackGoesOnFromTheLastCheckpointWithHalfTheRate) {
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    config_.checkpoints.every = 3;
    const auto outcome = run(new_folder());
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    expect_finite(outcome);
    EXPECT_EQ(outcome.steps.back().step, kSteps);
    ASSERT_FALSE(outcome.warnings.empty());
    EXPECT_NE(outcome.warnings.front().message.find("back to step"), std::string::npos);
    EXPECT_NEAR(outcome.steps.back().learning_rate,
                kRate * std::pow(0.5, static_cast<double>(outcome.warnings.size())), 1e-12);
}

TEST_F(NonfiniteTest, RollingBackIsTheSameAfterAResume) {
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    expect_resume_is_exact();
}

/// Stops in between: before going back, and, on the course after it, at an earlier step than the first stop.
TEST_F(NonfiniteTest, RollingBackIsTheSameWithWhateverIsKept) {
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    for (const std::int64_t every : {4, 5}) {
        config_.checkpoints = {.every = every, .keep_last = 1, .keep_best = false};
        expect_resume_is_exact();
        const auto whole = run(new_folder());
        ASSERT_FALSE(whole.warnings.empty());
        for (std::int64_t first = 2; first < kRows; ++first) {
            const auto folder = new_folder();
            run(folder, false, first);
            const auto back = run(folder, true, first - 2);  // reached when the run went back beyond it
            if (back.finished.cause == ExitCause::Stopped) {
                const auto saved = list_checkpoints(folder.checkpoints());
                EXPECT_EQ(saved.back().manifest.step, first - 2) << "not one of the course that was left";
            }
            const auto rest = run(folder, true);
            ASSERT_EQ(rest.weights.size(), whole.weights.size());
            for (const auto& [name, tensor] : whole.weights)
                EXPECT_TRUE(at::equal(rest.weights.at(name), tensor))
                    << name << ", " << every << ", " << first;
        }
    }
}

/// The checkpoint that a change of settings makes goes when the run goes back; the change does not.
TEST_F(NonfiniteTest, AChangedRateIsKeptByARunThatIsKilledAfterGoingBack) {
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    const auto broken = late_nonfinite_step();
    ASSERT_GE(broken, 5);
    config_.checkpoints.every = broken - 2;  // the step before is saved by the change alone
    const auto whole = run_adjusted_before(broken, new_folder(), /*is_killed=*/false);
    ASSERT_EQ(whole.finished.cause, ExitCause::Completed);
    const auto folder = new_folder();
    run_adjusted_before(broken, folder, /*is_killed=*/true);
    const auto rest = run(folder, true);
    ASSERT_FALSE(rest.steps.empty());
    EXPECT_EQ(rest.steps.front().step, broken - 1);
    EXPECT_NEAR(rest.steps.front().learning_rate, kOtherRate / 2.0, 1e-12);
    ASSERT_EQ(rest.weights.size(), whole.weights.size());
    for (const auto& [name, tensor] : whole.weights)
        EXPECT_TRUE(at::equal(rest.weights.at(name), tensor)) << name;
}

TEST_F(NonfiniteTest, ARateThatSomebodySetsAfterGoingBackIsTheRate) {
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    ASSERT_GE(late_nonfinite_step(), 5);
    react_ = [was_adjusted = false](Session& session, const RunEvent& event) mutable {
        if (std::holds_alternative<RunWarning>(event) && !std::exchange(was_adjusted, true))
            session.command(AdjustCommand{.learning_rate = kOtherRate});
    };
    const auto outcome = run(new_folder());
    react_ = {};
    EXPECT_TRUE(std::ranges::any_of(outcome.steps, [](const StepDone& step) {
        return std::abs(step.learning_rate - kOtherRate) < 1e-12;
    }));
}

TEST_F(NonfiniteTest, AValidationLossThatIsNotFiniteIsNeverTheBest) {
    config_.general.on_nonfinite = OnNonfinite::Skip;
    config_.data.validation = config_.data.train.front().path;
    config_.evaluation.every = 3;
    config_.checkpoints.keep_best = true;
    const auto outcome = run(new_folder());
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_FALSE(outcome.finished.best_validation_loss);
    expect_finite(outcome);
}

TEST_F(NonfiniteTest, BeforeTheFirstCheckpointThereIsNothingToRollBackTo) {
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    config_.checkpoints.every = 0;
    const auto outcome = run(new_folder());
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_EQ(outcome.steps.size(), static_cast<std::size_t>(kSteps)) << "no step was lost";
    EXPECT_LT(outcome.steps.back().learning_rate, kRate);
}

TEST_F(NonfiniteTest, TenInARowStopTheRun) {
    write_data(/*broken=*/-1);
    for (const auto policy : {OnNonfinite::Skip, OnNonfinite::RollBack}) {
        config_.general.on_nonfinite = policy;
        const auto outcome = run(new_folder());
        EXPECT_EQ(outcome.finished.cause, ExitCause::Failed);
        EXPECT_TRUE(outcome.steps.empty());
        EXPECT_EQ(outcome.warnings.size(), 9U);
        ASSERT_TRUE(outcome.finished.error);
        EXPECT_FALSE(outcome.finished.error->hint.empty());
    }
}

TEST_F(NonfiniteTest, MemoryThatRunsOutWhileRollingBackMixesNoStates) {
    install_meter();
    config_.general.on_nonfinite = OnNonfinite::RollBack;
    const auto whole = run(new_folder());
    ASSERT_FALSE(whole.warnings.empty());
    // The checkpoint is read right before the warning.
    for (std::uint64_t earlier = 0; earlier < 60; earlier += 4) {
        refused_ = whole.warned_at.front() - earlier;
        const auto outcome = run(new_folder());
        ASSERT_EQ(outcome.finished.cause, whole.finished.cause) << earlier;
        EXPECT_NE(outcome.warnings.front().message.find("Memory ran out"), std::string::npos) << earlier;
        ASSERT_EQ(outcome.weights.size(), whole.weights.size()) << earlier;
        for (const auto& [name, tensor] : whole.weights)
            EXPECT_TRUE(at::equal(outcome.weights.at(name), tensor)) << name << ", " << earlier;
    }
}

}  // namespace
}  // namespace tunebench
