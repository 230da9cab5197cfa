// What is held equal between the methods of a study, put into a run's configuration.
#pragma once

#include "core/base/result.h"
#include "core/run/run_config.h"
#include "core/study/plan/study_settings.h"

namespace tunebench {

/// Sets the budget, the method's size or the micro-batch as the rules say, and the longest time of a run.
/// InvalidArgument with field equal.amount where the method cannot have that amount; errors of the model's
/// config.json.
Result<void> hold_equal(RunConfig& config, const StudyRules& rules);

/// A share of every limit that the budget has; at least one step.
void shorten(BudgetSection& budget, double share);

}  // namespace tunebench
