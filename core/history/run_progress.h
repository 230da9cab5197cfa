// RunProgress: the numbers of a run that follow from its events, as the run table shows them. A pure fold, so
// that the rows written live and the rows rebuilt from events.jsonl are the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/history/history.h"
#include "core/jobs/run_event.h"

namespace tunebench {

struct RunProgress {
    RunStatus status = RunStatus::Running;
    std::string finished_at = {};
    std::int64_t steps = 0;
    std::int64_t total_steps = 0;
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t peak_bytes = 0;
    double tokens_per_second = 0.0;
    double seconds = 0.0;
    std::optional<double> training_loss = {};
    std::optional<double> best_validation_loss = {};
    std::int64_t best_step = 0;
    std::string error = {};
    bool operator==(const RunProgress&) const = default;
};

/// Takes one event in. `time`: when it happened, ISO 8601 UTC; used by RunFinished. A RunStarted that goes
/// back to an earlier step leaves the losses to the caller, who knows which rows remain.
void fold(RunProgress& progress, const RunEvent& event, std::string_view time);

bool is_unfinished(RunStatus status);  // Running or Paused: a process should be at it

}  // namespace tunebench
