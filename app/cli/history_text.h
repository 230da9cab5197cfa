// Runs of the history for people and for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/history/history.h"
#include "core/memory/step_timeline.h"

namespace tunebench::cli {

std::string runs_text(const std::vector<RunSummary>& runs);
OrderedJson runs_to_json(const std::vector<RunSummary>& runs);

/// All that is known of one run. `memory`: of one step, where one was recorded.
struct ShownRun {
    RunDetails details = {};
    std::vector<MetricSummary> metrics = {};
    std::optional<StepTimeline> memory = {};
};

std::string run_text(const ShownRun& run);
OrderedJson run_to_json(const ShownRun& run);

}  // namespace tunebench::cli
