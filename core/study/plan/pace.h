// Pace: how long training takes on this machine, by what runs before have taken.
#pragma once

#include <optional>
#include <span>

#include "core/history/history.h"
#include "core/study/plan/study_cost.h"

namespace tunebench {

/// Seconds for an operation of needed arithmetic: the median over the newest runs of that model. `runs` come
/// newest first; no value without such a run.
std::optional<double> seconds_per_operation(std::span<const RunSummary> runs,
                                            const std::filesystem::path& model);

/// Of one run of the arm; no value where its length is not a number of steps, or the pace is not known.
std::optional<double> expected_seconds(const ArmCost& cost, std::optional<double> pace);

/// Of what is planned: the race and the tries.
std::optional<double> expected_seconds(const StudyPlan& plan, const StudyCost& cost,
                                       std::optional<double> pace);

}  // namespace tunebench
