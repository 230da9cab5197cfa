// TrainingSession: a run from its start, or from a checkpoint, to its end.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_calls.h"
#include "core/data/batch_plan.h"
#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "core/engine/memory/meter.h"
#include "core/engine/training/command_queue.h"
#include "core/engine/training/train_step.h"
#include "core/engine/training/training_state.h"
#include "core/engine_api/engine.h"
#include "core/memory/resident_memory.h"
#include "core/memory/step_timeline.h"
#include "core/run/checkpoint.h"
#include "core/schedules/schedule.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// Whether what is done every so many steps is done after this one; every 0 steps is never.
inline bool is_due(std::int64_t every, std::int64_t step) {
    return every > 0 && step % every == 0;
}

/// What a session is made of; session_setup.h fills it.
struct SessionParts {
    RunConfig config = {};
    RunFolder folder;
    Tokenizer tokenizer;
    TrainingData data = {};
    Examples general = {};  // on which forgetting is measured
    Trainee trainee = {};
    TrainingState state = {};
    std::string resumed_from = {};
    std::vector<RunWarning> warnings = {};
    std::uint64_t predicted_peak_bytes = 0;
    int threads = 0;
    at::Device device = at::kCPU;
    ResidentPeaks resident;                       // of loading, and from there on
    const FileCalls* calls = &real_file_calls();  // checkpoints are written with
};

class TrainingSession : public Session {
public:
    explicit TrainingSession(SessionParts parts);
    ~TrainingSession() override;  // gives the memory back to the system

    RunFinished run(const EventSink& sink) override;
    void command(Command command) override { commands_.push(std::move(command)); }
    bool has_command() override { return !commands_.is_empty(); }
    Result<Generation> generate(const GenerateRequest& request, const CancelToken& cancel,
                                const ProgressSink& sink) override;

private:
    enum class Flow { GoOn, Stop, Discard };

    // The course of a run.
    RunFinished run_to_end();
    Result<ExitCause> train();
    Result<Flow> before_first_step();
    Result<Flow> next_step();
    Result<void> one_step();
    Result<Flow> after_step();
    /// Evaluates and draws samples. Stop, when somebody asked for it meanwhile: resuming makes up for the
    /// rest.
    Result<Flow> evaluate_planned();
    bool is_evaluation_due() const;
    bool is_out_of_patience() const;
    Result<void> leave_out(std::int64_t step, const StepResult& result);  // as on_nonfinite says
    /// True when a loss scale that was too large made the gradients infinite: it is smaller now.
    bool skip_for_loss_scale(const StepResult& result);
    Result<void> roll_back();
    std::optional<Checkpoint> newest_planned_checkpoint() const;  // what roll_back() goes back to
    Result<RunFinished> finish(ExitCause cause);
    RunFinished summary(ExitCause cause) const;
    bool budget_is_used() const;
    double base_rate() const;  // of learning, before the schedule

    // Commands.
    Result<Flow> obey_commands();
    /// What cannot be saved is tried again after a pause; where the run pauses already, it only tells.
    Result<Flow> obey(const Command& command, bool is_paused);
    Result<void> do_now(const Command& command);
    /// False when no run may have these settings. They hold from now on, even where they cannot be saved yet.
    bool adjust(const AdjustCommand& wanted);
    /// So that a resume has them; without the model, into the checkpoint that it comes back from.
    Result<void> save_adjustments();
    Result<Flow> pause(bool release_memory, const std::string& reason = {});
    Result<void> release_model();
    /// As the newest checkpoint has it, or, of a run without any, the beginning.
    Result<void> restore_model();

    // Running out of memory, or of room for a file.
    using Action = std::function<Result<void>()>;
    /// Does one after the other. When memory runs out in one, or a file cannot be written, the run tells,
    /// pauses and does that one again.
    Result<Flow> do_or_pause(const std::vector<Action>& actions);
    /// False when memory ran out or a file cannot be written: what the action took is given back, and the run
    /// has told. Weights that were partly updated are gone: restore_model() brings back the last good ones.
    Result<bool> attempt(const Action& action);
    RunWarning memory_warning() const;
    Error not_written() const;

    // Parts of a step's aftermath.
    /// A planned one decides what is best and when patience ends; one that somebody asks for only tells.
    enum class Occasion { Planned, Asked };
    Result<void> evaluate(Occasion occasion);
    /// What the model knows of the general text: before the first step, and once more of the result.
    Result<void> measure_general();
    bool is_best() const;  // what was evaluated last, of this step
    /// Of planned ones that a stop cuts short none is told: whoever resumes draws them all.
    Result<void> sample(const std::vector<std::string>& prompts, const SamplingOptions& options,
                        Occasion occasion);
    Result<void> sample_planned();
    Result<Checkpoint> write_state();  // under the state's step; removes and tells nothing
    Result<void> save();
    Result<std::string> write_result(bool use_best);
    Result<void> read_best_weights();

    // Telling.
    MemoryReading memory() const { return read_meter(parts_.device); }
    void emit(const RunEvent& event) const { (*sink_)(event); }
    void announce(RunPhase phase, const std::string& detail = {});
    void announce_start();
    void announce_step(const StepResult& result, double learning_rate, double seconds, std::int64_t tokens,
                       const LossScale& loss_scale);
    void phase_over(std::string_view phase);
    void report_memory();
    bool records(std::int64_t step) const;
    /// Into the run's folder, where it stays; nothing when no step was recorded since.
    void write_recorded_step();

    SessionParts parts_;
    Sampler sampler_;
    const Schedule* schedule_ = nullptr;
    BatchPlan plan_;  // of no steps: ends by the clock
    ScheduleSpan span_;
    const ModelConfig model_;
    std::string_view doing_ = "while training";  // completes "Memory ran out …"
    std::uint64_t memory_limit_ = 0;             // of tensors on the device
    Error setback_ = {};                         // what the last attempt failed of that did
    bool is_whole_ = true;                       // false while the trained weights are between two states
    std::chrono::steady_clock::time_point limited_at_ = {};
    std::uint64_t session_peak_ = 0;
    std::map<std::string, std::uint64_t, std::less<>> phase_peaks_;
    std::optional<StepTimeline> recorded_step_;  // not written yet
    double session_seconds_ = 0.0;
    std::int64_t session_tokens_ = 0;
    std::int64_t saved_step_ = -1;
    std::int64_t general_step_ = -1;             // whose model was last measured on the general text
    std::vector<std::string> left_checkpoints_;  // removed by going back, not told yet
    const EventSink* sink_ = nullptr;            // set while run() runs

    CommandQueue commands_;  // shared with other threads; guards itself
};

}  // namespace tunebench
