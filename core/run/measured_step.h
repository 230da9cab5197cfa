// MeasuredStep: how long a step of a run took that cost the same. What a new run will take is said only from
// such a measurement.
#pragma once

#include <optional>
#include <string>

#include "core/run/run_config.h"

namespace tunebench {

class HistoryReader;

struct MeasuredStep {
    double seconds = 0.0;    // the median
    std::int64_t steps = 0;  // that were measured
    std::string run_id = {};
    std::string run_name = {};
};

/// Whether a step of both costs the same on one machine: model, method, arithmetic, the rows of a step and
/// what is kept of them. Names, seeds, rates and lengths of runs may differ; where rows are not packed the
/// data may not.
bool have_equal_steps(const RunConfig& a, const RunConfig& b);

/// Of the newest run of that kind in the history, without its first steps, which also fill caches. No value
/// when there is none with at least `least_steps` measured.
std::optional<MeasuredStep> measured_step(HistoryReader& history, const RunConfig& run,
                                          std::int64_t least_steps = 3);

}  // namespace tunebench
