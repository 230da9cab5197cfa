// What a study will cost, before it starts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/run/preflight.h"
#include "core/study/plan/study_plan.h"

namespace tunebench {

struct ArmCost {
    std::string name = {};
    std::int64_t runs = 0;   // of the race
    std::int64_t tries = 0;  // of learning rates
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t expected_bytes = 0;        // at the peak: predicted, corrected by what finished runs took
    bool fits = true;                        // into what a run may take now
    double step_operations = 0.0;            // needed arithmetic
    std::optional<std::int64_t> steps = {};  // of a run; none where tokens, epochs or time end it
    std::optional<double> run_seconds_most = {};  // what ends a run whatever happens
};

struct StudyCost {
    std::vector<ArmCost> arms = {};
    std::size_t runs = 0;  // of the race
    std::size_t tries = 0;
    std::optional<double> seconds_most = {};  // of all; none where nothing limits it
    std::vector<Finding> findings = {};       // of the arms' preflight; messages begin with the arm's name
};

/// Reads config.json of the models and looks whether files are there. Errors of estimates, with the arm's
/// name.
Result<StudyCost> study_cost(const StudyPlan& plan, const PreflightPlace& place);

}  // namespace tunebench
