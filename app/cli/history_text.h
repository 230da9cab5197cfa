// Runs of the history for people and for machines.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/history/history.h"

namespace tunebench::cli {

std::string runs_text(const std::vector<RunSummary>& runs);
OrderedJson runs_to_json(const std::vector<RunSummary>& runs);

std::string run_text(const RunDetails& run, const std::vector<MetricSummary>& metrics);
OrderedJson run_to_json(const RunDetails& run, const std::vector<MetricSummary>& metrics);

}  // namespace tunebench::cli
