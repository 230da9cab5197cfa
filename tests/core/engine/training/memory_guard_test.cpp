// Running out of memory: at any allocation the run pauses, says so, and goes on to the same bits.
#include <iterator>
#include <limits>
#include <new>
#include <random>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/engine/guard.h"
#include "core/engine/memory/device.h"
#include "core/engine/memory/meter.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/ops/compat.h"
#include "core/engine/tensor.h"
#include "core/engine/training/session_setup.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

constexpr std::int64_t kSteps = 8;
constexpr double kGibibyte = 1073741824.0;

struct Outcome {
    RunFinished finished = {};
    std::map<std::string, at::Tensor> weights = {};
    std::vector<RunWarning> warnings = {};
    std::int64_t pauses = 0;
    std::int64_t starts = 0;        // one more each time that it goes back to what was saved
    std::uint64_t allocations = 0;  // of run(), without loading
};

/// Where oneDNN has no memory for a product, newer versions of LibTorch have it computed otherwise.
constexpr bool kFallsBack = TORCH_VERSION_MAJOR >= 2;

class MemoryGuardTest : public testing::Test {
protected:
    MemoryGuardTest() : config_(test::tiny_run(inputs_.path(), kSteps)) {
        install_meter();
        config_.general.threads = 1;
        config_.general.device = "cpu";  // whose allocations can be refused one by one
        config_.data.validation_share = 0.25;
        config_.evaluation = {.every = 3, .batch_size = 2, .samples = {"Say: "}, .sample_tokens = 4};
        config_.checkpoints = {.every = 2, .keep_last = 2, .keep_best = true};
        config_.regularization.ema_decay = 0.9;
        config_.method.params.set("dropout", 0.1);
    }
    ~MemoryGuardTest() override {
        refuse_allocation(0);
        limit_meter(std::numeric_limits<std::uint64_t>::max());
        if (accelerator_name())
            limit_accelerator_memory(0);
    }

    /// A full fine-tuning whose updates allocate: some weights are updated already when one fails.
    void train_everything_in_16_bits() {
        config_.budget.batch_size = 8;  // so that a smaller one helps
        config_.method = {.id = "full", .params = {}};
        config_.optimizer = {.id = "adafactor", .params = {}};
        config_.optimizer.params.set("learning_rate", 1e-3);
        config_.precision = {.weights = NumberType::Bf16, .compute = NumberType::Bf16};
    }

    RunFolder new_folder() {
        return *RunFolder::create(runs_.path(),
                                  {.id = new_run_id(), .config = config_, .created_at = timestamp_now()});
    }

    Outcome run(std::uint64_t refused = 0) { return run(new_folder(), /*resume=*/false, refused); }

    /// Goes on at once after every pause, or stops.
    Outcome run(const RunFolder& folder, bool resume, std::uint64_t refused) {
        auto session = make_session(config_, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        if (!session)
            return {};
        Outcome outcome;
        double elapsed = 0.0;
        const auto before = allocations();
        refuse_allocation(refused > 0 ? before + refused : 0);
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            if (const auto* phase = std::get_if<PhaseChanged>(&event); phase && is_paused(*phase)) {
                ++outcome.pauses;
                if (refuses_again_)
                    refuse_allocation(allocations() + 1);
                if (fills_up_at_ > 0)
                    limit_accelerator_memory(0);
                (*session)->command(go_on_ ? Command(ResumeCommand{}) : Command(StopCommand{}));
            }
            if (const auto* warning = std::get_if<RunWarning>(&event))
                outcome.warnings.push_back(*warning);
            if (const auto* step = std::get_if<StepDone>(&event)) {
                EXPECT_GE(step->elapsed_seconds, elapsed) << "lost steps count too, step " << step->step;
                elapsed = step->elapsed_seconds;
            }
            if (const auto* step = std::get_if<StepDone>(&event);
                step && step->step == fills_up_at_ && outcome.pauses == 0)
                limit_accelerator_memory(read_meter(at::kCUDA).current_bytes);
            outcome.starts += std::holds_alternative<RunStarted>(event) ? 1 : 0;
        });
        outcome.allocations = allocations() - before;
        refuse_allocation(0);
        for (const auto* name : {"adapter/adapter_model.safetensors", "model/model.safetensors"})
            if (auto weights = read_tensors(folder.path() / name))
                outcome.weights = *std::move(weights);
        return outcome;
    }

    static bool is_paused(const PhaseChanged& changed) { return changed.phase == RunPhase::Paused; }

    static void expect_equal(const Outcome& outcome, const Outcome& whole, const std::string& where) {
        ASSERT_FALSE(whole.weights.empty());
        ASSERT_EQ(outcome.weights.size(), whole.weights.size()) << where;
        for (const auto& [name, tensor] : whole.weights)
            EXPECT_TRUE(at::equal(outcome.weights.at(name), tensor)) << name << ", " << where;
    }

    /// As far as products by another library are.
    static void expect_close(const Outcome& outcome, const Outcome& whole, const std::string& where) {
        ASSERT_EQ(outcome.weights.size(), whole.weights.size()) << where;
        for (const auto& [name, tensor] : whole.weights)
            EXPECT_TRUE(at::allclose(outcome.weights.at(name), tensor, 1e-4, 1e-5)) << name << ", " << where;
    }

    /// Refuses allocations drawn from all that the run makes.
    void expect_every_refusal_is_survived(int count, std::uint64_t seed) {
        const auto whole = run();
        ASSERT_EQ(whole.finished.cause, ExitCause::Completed);
        ASSERT_GT(whole.allocations, 1000U);
        std::mt19937_64 random(seed);
        for (int i = 0; i < count; ++i) {
            const auto number = 1 + random() % whole.allocations;
            const auto where = fmt::format("allocation {} of {}", number, whole.allocations);
            const auto outcome = run(number);
            EXPECT_EQ(outcome.finished.cause, ExitCause::Completed) << where;
            if (outcome.pauses == 0 && kFallsBack) {
                EXPECT_TRUE(outcome.warnings.empty()) << where;
                expect_close(outcome, whole, where);
                continue;
            }
            EXPECT_EQ(outcome.pauses, 1) << where;
            ASSERT_FALSE(outcome.warnings.empty()) << where;
            EXPECT_NE(outcome.warnings.front().message.find("Memory ran out"), std::string::npos) << where;
            EXPECT_NE(outcome.warnings.front().hint.find("needs about"), std::string::npos)
                << where << ": " << outcome.warnings.front().hint;
            expect_equal(outcome, whole, where + ": " + outcome.warnings.front().message);
            went_back_ += outcome.starts - 1;
        }
    }

    test::TemporaryFolder inputs_;
    test::TemporaryFolder runs_;
    RunConfig config_;
    bool go_on_ = true;
    bool refuses_again_ = false;    // the first allocation after a pause
    std::int64_t fills_up_at_ = 0;  // the step after which the accelerator has no more to give; 0: none
    std::int64_t went_back_ = 0;
};

TEST_F(MemoryGuardTest, ARefusedAllocationAnywhereChangesNothing) {
    expect_every_refusal_is_survived(/*count=*/50, /*seed=*/1);
}

TEST_F(MemoryGuardTest, NorWhereWeightsWereUpdatedAlready) {
    train_everything_in_16_bits();
    expect_every_refusal_is_survived(/*count=*/60, /*seed=*/2);
    EXPECT_GT(went_back_, 0);
}

TEST_F(MemoryGuardTest, NorInUpdatesWithinBackward) {
    train_everything_in_16_bits();
    config_.budget.update_in_backward = true;
    config_.budget.clip_norm = 0.0;
    expect_every_refusal_is_survived(/*count=*/60, /*seed=*/3);
    EXPECT_GT(went_back_, 0);
}

TEST_F(MemoryGuardTest, WhoeverStopsDoesNotWaitForMemory) {
    train_everything_in_16_bits();
    const auto whole = run();
    std::mt19937_64 random(4);
    int failed = 0;
    for (int i = 0; i < 12; ++i) {
        const auto folder = new_folder();
        go_on_ = false;
        refuses_again_ = true;
        const auto stopped = run(folder, /*resume=*/false, 1 + random() % whole.allocations);
        EXPECT_EQ(stopped.pauses, 1);
        if (stopped.finished.cause != ExitCause::Stopped) {  // what is left to write may need no memory
            ++failed;
            ASSERT_TRUE(stopped.finished.error);
            EXPECT_EQ(stopped.finished.error->code, ErrorCode::OutOfMemory);
        }
        if (list_checkpoints(folder.checkpoints()).empty())
            continue;
        go_on_ = true;
        refuses_again_ = false;
        expect_equal(run(folder, /*resume=*/true, 0), whole, stopped.warnings.front().message);
    }
    EXPECT_GT(failed, 0);
}

TEST_F(MemoryGuardTest, AChangedRateHoldsThoughMemoryRanOutWhileItWasSaved) {
    const auto rate_after_change = [&](bool refuses) {
        auto session = make_session(config_, new_folder(), /*resume=*/false);
        EXPECT_TRUE(session) << session.error().message;
        double rate = 0.0;
        bool is_changed = false;
        const auto finished = (*session)->run([&](const RunEvent& event) {
            const auto* step = std::get_if<StepDone>(&event);
            if (step && step->step == 3)
                (*session)->command(AdjustCommand{.learning_rate = 0.03});
            if (step && step->step == 4)
                rate = step->learning_rate;
            is_changed |= std::holds_alternative<SettingsChanged>(event);
            const auto* phase = std::get_if<PhaseChanged>(&event);
            if (refuses && is_changed && phase && phase->phase == RunPhase::Saving) {
                refuses = false;
                throw std::bad_alloc();
            }
            if (phase && is_paused(*phase))
                (*session)->command(ResumeCommand{});
        });
        EXPECT_EQ(finished.cause, ExitCause::Completed);
        return rate;
    };
    EXPECT_EQ(rate_after_change(/*refuses=*/true), rate_after_change(/*refuses=*/false));
}

TEST_F(MemoryGuardTest, ARunThatNeedsMoreThanItMayPausesAndItsAdviceFits) {
    config_.model.path = TUNEBENCH_SOURCE_DIR "/resources/samples/town-model";
    config_.data.max_length = 128;
    config_.data.validation_share = 0.0;
    config_.evaluation.samples = {};
    config_.budget.batch_size = 8;
    const auto whole = run();
    ASSERT_EQ(whole.finished.cause, ExitCause::Completed);
    config_.general.memory_limit_gib = 0.8 * static_cast<double>(whole.finished.peak_bytes) / kGibibyte;
    go_on_ = false;
    const auto stopped = run();
    EXPECT_EQ(stopped.finished.cause, ExitCause::Stopped);
    ASSERT_EQ(stopped.warnings.size(), 1U);
    EXPECT_NE(stopped.warnings.front().message.find("pass"), std::string::npos)
        << stopped.warnings.front().message;
    const auto hint = stopped.warnings.front().hint;
    const auto settings = hint.substr(5, hint.find(" a new run") - 5);
    std::istringstream words(settings);
    const std::vector<std::string> overrides(std::istream_iterator<std::string>(words), {});
    const auto applied = apply_overrides(config_, overrides);
    ASSERT_TRUE(applied) << hint << ": " << applied.error().message;
    const auto fitting = run();
    EXPECT_EQ(fitting.finished.cause, ExitCause::Completed) << settings;
    EXPECT_EQ(fitting.pauses, 0) << settings;
}

TEST_F(MemoryGuardTest, AnAcceleratorThatIsFullPausesTheRunAndChangesNothing) {
    if (!accelerator_name())
        GTEST_SKIP() << "this machine, or this LibTorch, has no accelerator";
    config_.general.device = "cuda";
    // Its allocator has room left over for a small run.
    config_.model.path = TUNEBENCH_SOURCE_DIR "/resources/samples/town-model";
    config_.data.max_length = 128;
    config_.budget.batch_size = 8;
    const auto whole = run();
    ASSERT_EQ(whole.finished.cause, ExitCause::Completed);
    for (fills_up_at_ = 1; fills_up_at_ < kSteps; ++fills_up_at_) {
        const auto where = fmt::format("after step {}", fills_up_at_);
        const auto outcome = run();
        EXPECT_EQ(outcome.finished.cause, ExitCause::Completed) << where;
        EXPECT_EQ(outcome.pauses, 1) << where;
        ASSERT_FALSE(outcome.warnings.empty()) << where;
        EXPECT_NE(outcome.warnings.front().message.find("Memory ran out"), std::string::npos) << where;
        expect_equal(outcome, whole, where);
    }
    config_.general.memory_limit_gib = 1e-6;
    fills_up_at_ = 0;
    const auto folder = new_folder();
    const auto session = guarded<std::unique_ptr<Session>>(
        "loading the run", [&] { return make_session(config_, folder, /*resume=*/false); });
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::OutOfMemory);
}

TEST_F(MemoryGuardTest, AModelThatDoesNotFitIsRefusedWithAHint) {
    config_.general.memory_limit_gib = 1e-6;
    const auto folder = new_folder();
    const auto session = guarded<std::unique_ptr<Session>>(
        "loading the run", [&] { return make_session(config_, folder, /*resume=*/false); });
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::OutOfMemory);
    EXPECT_FALSE(session.error().hint.empty());
}

}  // namespace
}  // namespace tunebench
