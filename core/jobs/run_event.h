// RunEvent: everything a run tells the outside world. Plain values, safe to copy to any thread; events.jsonl
// holds them one a line (run_event_json.h). Steps are optimizer steps everywhere; times are seconds; sizes
// bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// What the run is doing between Started and Finished.
enum class RunPhase { Loading, Training, Evaluating, Sampling, Saving, Paused, Stopping };

/// First event of every session of a run (a resumed run has several).
struct RunStarted {
    std::int64_t first_step = 0;  // steps already done: 0, or the checkpoint's step after a resume
    std::int64_t total_steps = 0;
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::int64_t training_examples = 0;
    std::int64_t validation_examples = 0;
    std::int64_t truncated_examples = 0;
    std::int64_t skipped_examples = 0;  // no supervised token, or empty
    std::uint64_t predicted_peak_bytes = 0;
    int threads = 0;
    std::string device = {};  // "cpu"
    std::string torch_version = {};
    std::string resumed_from = {};  // name of the checkpoint, empty for a fresh start
    bool operator==(const RunStarted&) const = default;
};

// `detail` of a pause that nobody has asked for; of one that somebody has, it is empty.
inline constexpr const char* kMemoryRanOut = "memory ran out";
inline constexpr const char* kFileFailed = "a file could not be read or written";

struct PhaseChanged {
    RunPhase phase = RunPhase::Loading;
    std::int64_t step = 0;
    std::string detail = {};
    std::optional<double> share = {};  // of the phase that is done, 0 to 1, where it tells how far it is
    bool operator==(const PhaseChanged&) const = default;
};

/// One optimizer step. loss: mean over the supervised tokens of the effective batch; may be NaN.
struct StepDone {
    std::int64_t step = 0;  // 1 for the first
    double loss = 0.0;
    double learning_rate = 0.0;
    double gradient_norm = 0.0;  // before clipping
    double epoch = 0.0;          // 1.5: half through the second pass over the data
    std::int64_t tokens = 0;     // tokens the model has read so far, supervised or not
    double tokens_per_second = 0.0;
    double step_seconds = 0.0;
    double elapsed_seconds = 0.0;  // training time of the run so far, over all sessions, without pauses
    double remaining_seconds = 0.0;
    std::uint64_t memory_bytes = 0;       // tensors alive at the step's end
    std::uint64_t memory_peak_bytes = 0;  // of this session
    // Where something is computed in 16 bits:
    std::optional<double> loss_scale = {};  // what the loss was multiplied with; 1: nothing
    std::optional<double> gradient_underflow =
        {};  // share of gradients below the type's smallest normal number
    std::optional<double> gradient_overflow = {};    // share beyond its largest, or not finite
    std::optional<std::int64_t> skipped_steps = {};  // so far, because the loss scale was too large
    bool operator==(const StepDone&) const = default;
};

struct EvaluationDone {
    std::int64_t step = 0;
    double loss = 0.0;
    double perplexity = 0.0;
    double token_accuracy = 0.0;  // share of supervised tokens predicted right, 0 to 1
    std::int64_t tokens = 0;      // supervised tokens evaluated; of a classifier, examples
    double seconds = 0.0;
    bool is_best = false;
    // Of a classifier, where perplexity and token accuracy are NaN:
    std::optional<double> accuracy = {};  // share of examples with the right label, 0 to 1
    std::optional<double> f1 = {};        // mean of the classes' F1 scores (macro), 0 to 1
    bool operator==(const EvaluationDone&) const = default;
};

struct SampleDone {
    std::int64_t step = 0;
    std::string prompt = {};
    std::string text = {};  // the answer without the prompt
    bool operator==(const SampleDone&) const = default;
};

/// The most memory within a phase since the session began, told when it ends.
struct MemoryMeasured {
    std::int64_t step = 0;
    std::string phase =
        {};  // "loading", "forward", "backward", "optimizer", "evaluation", "sampling", "saving"
    std::uint64_t peak_bytes = 0;      // tensors on the device
    std::uint64_t resident_bytes = 0;  // the process in RAM; of forward, backward and optimizer, which are
                                       // over too soon, that of all steps; 0: not known
    bool operator==(const MemoryMeasured&) const = default;
};

struct CheckpointSaved {
    std::int64_t step = 0;
    std::string name = {};  // folder below checkpoints/
    std::uint64_t bytes = 0;
    double seconds = 0.0;
    bool is_best = false;
    std::vector<std::string> removed = {};  // older ones that retention took away
    bool operator==(const CheckpointSaved&) const = default;
};

struct RunWarning {
    std::int64_t step = 0;
    std::string message = {};
    std::string hint = {};
    bool operator==(const RunWarning&) const = default;
};

/// Why a session ended.
enum class ExitCause {
    Completed,     // the budget is used up
    EarlyStopped,  // validation did not improve for `patience` evaluations
    Stopped,       // stop and save: can be resumed
    Discarded,     // the user threw it away
    Failed         // `error` says why; can be resumed from the last checkpoint if there is one
};

struct RunFinished {
    ExitCause cause = ExitCause::Completed;
    std::int64_t step = 0;
    double training_loss = 0.0;  // of the last step
    std::optional<double> best_validation_loss = {};
    std::int64_t best_step = 0;
    std::uint64_t peak_bytes = 0;
    double tokens_per_second = 0.0;  // mean over the session
    double seconds = 0.0;
    std::string adapter =
        {};  // folder with the result, relative to the run's folder ("adapter"); empty if none
    std::optional<Error> error = {};
    bool operator==(const RunFinished&) const = default;
};

/// Metrics that no other event has a field for: what the machine was doing (core/run/hardware_monitor.h), and
/// those of a run that another program made.
struct MetricsMeasured {
    std::int64_t step = 0;
    double elapsed_seconds = 0.0;  // since the run began
    std::vector<std::pair<std::string, double>> values = {};
    bool operator==(const MetricsMeasured&) const = default;
};

/// Settings that somebody changed while the run trained; from the next step on. A session that goes on with
/// changed settings tells them after RunStarted.
struct SettingsChanged {
    std::int64_t step = 0;                              // steps done
    std::optional<double> learning_rate = {};           // before the schedule; none: as it was
    std::optional<std::int64_t> evaluation_every = {};  // steps; 0: only at the end; none: as it was
    bool operator==(const SettingsChanged&) const = default;
};

using RunEvent = std::variant<RunStarted, PhaseChanged, StepDone, EvaluationDone, SampleDone, MemoryMeasured,
                              CheckpointSaved, RunWarning, RunFinished, MetricsMeasured, SettingsChanged>;

}  // namespace tunebench
