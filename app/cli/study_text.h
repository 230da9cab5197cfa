// What a study tells on the terminal before and while it runs.
#pragma once

#include <string>

#include "core/study/plan/study_cost.h"
#include "core/study/queue/study_queue.h"

namespace tunebench::cli {

/// Runs, memory and time of every method, before anything runs.
std::string cost_text(const StudyPlan& plan, const StudyCost& cost);
OrderedJson cost_to_json(const StudyPlan& plan, const StudyCost& cost);

/// One line of a run that has ended.
std::string measured_text(const std::string& title, const MeasuredRun& run);

/// One line of the rates that an arm was tried with.
std::string rate_text(const StudyArm& arm, const ArmResults& results);

}  // namespace tunebench::cli
