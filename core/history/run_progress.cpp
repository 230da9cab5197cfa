#include "core/history/run_progress.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tunebench {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

RunStatus status_of(ExitCause cause) {
    switch (cause) {
        case ExitCause::Completed:
            return RunStatus::Completed;
        case ExitCause::EarlyStopped:
            return RunStatus::EarlyStopped;
        case ExitCause::Stopped:
            return RunStatus::Stopped;
        case ExitCause::Discarded:
            return RunStatus::Discarded;
        case ExitCause::Failed:
            break;
    }
    return RunStatus::Failed;
}

class Fold {
public:
    Fold(RunProgress& progress, std::string_view time) : progress_(progress), time_(time) {}

    void operator()(const RunStarted& event) const {
        progress_.status = RunStatus::Running;
        progress_.finished_at.clear();
        progress_.error.clear();
        progress_.steps = event.first_step;
        progress_.total_steps = event.total_steps;
        progress_.total_parameters = event.total_parameters;
        progress_.trainable_parameters = event.trainable_parameters;
        progress_.predicted_peak_bytes = event.predicted_peak_bytes;
    }

    void operator()(const PhaseChanged& event) const {
        if (is_unfinished(progress_.status))
            progress_.status = event.phase == RunPhase::Paused ? RunStatus::Paused : RunStatus::Running;
    }

    void operator()(const StepDone& event) const {
        progress_.steps = event.step;
        progress_.training_loss = event.loss;
        progress_.tokens_per_second = event.tokens_per_second;
        progress_.seconds = event.elapsed_seconds;
        progress_.peak_bytes = std::max(progress_.peak_bytes, event.memory_peak_bytes);
    }

    void operator()(const EvaluationDone& event) const {
        if (!event.is_best)
            return;
        progress_.best_validation_loss = event.loss;
        progress_.best_step = event.step;
    }

    void operator()(const MemoryMeasured& event) const {
        progress_.peak_bytes = std::max(progress_.peak_bytes, event.peak_bytes);
    }

    void operator()(const RunFinished& event) const {
        progress_.status = status_of(event.cause);
        progress_.finished_at = time_;
        progress_.steps = event.step;
        // A run that was imported may have no loss.
        if (event.step > 0 && (progress_.training_loss || !std::isnan(event.training_loss)))
            progress_.training_loss = event.training_loss;
        if (event.best_validation_loss) {
            progress_.best_validation_loss = event.best_validation_loss;
            progress_.best_step = event.best_step;
        }
        progress_.peak_bytes = std::max(progress_.peak_bytes, event.peak_bytes);
        if (event.tokens_per_second > 0.0)
            progress_.tokens_per_second = event.tokens_per_second;
        // The session's own time is less than the run's when it was resumed.
        progress_.seconds = std::max(progress_.seconds, event.seconds);
        progress_.error = event.error ? event.error->message : std::string();
    }

    void operator()(const MetricsMeasured& event) const {
        progress_.steps = event.step;
        progress_.seconds = event.elapsed_seconds;
        for (const auto& [name, value] : event.values) {
            if (name == "loss")
                progress_.training_loss = value;
            if (name == "validation_loss" && value < progress_.best_validation_loss.value_or(kInfinity)) {
                progress_.best_validation_loss = value;
                progress_.best_step = event.step;
            }
        }
    }

    void operator()(const SampleDone&) const {}
    void operator()(const CheckpointSaved&) const {}
    void operator()(const RunWarning&) const {}
    void operator()(const SettingsChanged&) const {}

private:
    RunProgress& progress_;
    std::string_view time_;
};

}  // namespace

void fold(RunProgress& progress, const RunEvent& event, std::string_view time) {
    std::visit(Fold(progress, time), event);
}

bool is_unfinished(RunStatus status) {
    return status == RunStatus::Running || status == RunStatus::Paused;
}

}  // namespace tunebench
