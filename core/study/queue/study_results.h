// StudyResults: what is known of a study's runs, by arm and seed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/study/plan/study_plan.h"
#include "core/study/queue/measured_run.h"

namespace tunebench {

/// One rate of the search.
struct RateTry {
    double learning_rate = 0.0;
    double validation_loss = MeasuredRun::kNone;  // best of the short run; NaN: it failed
};

struct ArmResults {
    std::vector<RateTry> tries = {};
    double learning_rate = 0.0;                          // of the race
    std::vector<std::optional<MeasuredRun>> seeds = {};  // of the race; none: not run yet
};

struct StudyResults {
    std::vector<ArmResults> arms = {};
    std::map<std::string, MeasuredRun> bases = {};  // untrained models, by base_key
};

/// The rate with the smallest finite loss, of equal ones the first; `otherwise` where every try failed.
double best_rate(const std::vector<RateTry>& tries, double otherwise);

/// Whether the best rate is the smallest or the largest tried: a wider search might find a better one.
bool is_at_edge(const std::vector<RateTry>& tries, double chosen);

/// Arms with the same model, quantized alike, start from the same base.
std::string base_key(const RunConfig& config);

}  // namespace tunebench
