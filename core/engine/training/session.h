// TrainingSession: a run from its start, or from a checkpoint, to its end.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "core/engine/memory/meter.h"
#include "core/engine/training/command_queue.h"
#include "core/engine/training/train_step.h"
#include "core/engine/training/training_state.h"
#include "core/engine_api/engine.h"
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
    Trainee trainee = {};
    TrainingState state = {};
    std::string resumed_from = {};
    std::vector<RunWarning> warnings = {};
    std::uint64_t predicted_peak_bytes = 0;
    int threads = 0;
    at::Device device = at::kCPU;
};

class TrainingSession : public Session {
public:
    explicit TrainingSession(SessionParts parts);

    RunFinished run(const EventSink& sink) override;
    void command(Command command) override { commands_.push(std::move(command)); }

private:
    enum class Flow { GoOn, Stop, Discard };

    // The course of a run.
    RunFinished run_to_end();
    Result<ExitCause> train();
    Result<void> one_step();
    Result<void> after_step(bool is_last);
    Result<void> leave_out(std::int64_t step, const StepResult& result);  // as on_nonfinite says
    /// True when a loss scale that was too large made the gradients infinite: it is smaller now.
    bool skip_for_loss_scale(const StepResult& result);
    Result<void> roll_back();
    /// Without those that somebody asked for: whoever stops and resumes a run does not change its course.
    std::optional<Checkpoint> newest_planned_checkpoint() const;
    Result<RunFinished> finish(ExitCause cause);
    RunFinished summary(ExitCause cause) const;
    bool budget_is_used() const;

    // Commands.
    Result<Flow> obey_commands();
    Result<Flow> obey(const Command& command);
    Result<Flow> pause(bool release_memory);
    Result<void> release_model();
    Result<void> restore_model();

    // Parts of a step's aftermath.
    Result<bool> evaluate();  // true: the best so far
    Result<void> sample(const std::vector<std::string>& prompts, const SamplingOptions& options);
    Result<void> save(bool is_best);
    Result<std::string> write_result(bool use_best);

    // Telling.
    MemoryReading memory() const { return read_meter(parts_.device); }
    void emit(const RunEvent& event) const { (*sink_)(event); }
    void announce(RunPhase phase, const std::string& detail = {}) const;
    void announce_start();
    void announce_step(const StepResult& result, double learning_rate, double seconds, std::int64_t tokens,
                       const LossScale& loss_scale);
    void phase_over(std::string_view phase);
    void report_memory();

    SessionParts parts_;
    Sampler sampler_;
    const Schedule* schedule_ = nullptr;
    std::int64_t total_steps_ = 0;  // 0: ends by the clock
    ScheduleSpan span_;
    std::uint64_t session_peak_ = 0;
    std::map<std::string, std::uint64_t, std::less<>> phase_peaks_;
    double session_seconds_ = 0.0;
    std::int64_t session_tokens_ = 0;
    std::int64_t saved_step_ = -1;
    const EventSink* sink_ = nullptr;  // set while run() runs

    CommandQueue commands_;  // shared with other threads; guards itself
};

}  // namespace tunebench
