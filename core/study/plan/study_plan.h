// StudyPlan: every run of a study before the first one starts. Values only; nothing here touches a disk but
// the model's config.json.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/params/param_value.h"
#include "core/study/plan/study_settings.h"

namespace tunebench {

/// What competes: a method with one choice from its grid.
struct StudyArm {
    std::string name = {};         // of the method, with the grid's values: "LoRA, rank 4"
    std::string method_name = {};  // as the study calls it: arms of one grid share it
    ParamMap grid = {};            // the chosen values, by their dotted fields
    RunConfig config = {};         // with what is held equal; seed and name are each run's own
    bool searches_rate = false;
};

struct StudyPlan {
    StudySettings settings = {};
    std::vector<StudyArm> arms = {};
    std::size_t baseline = 0;

    std::int64_t seed(std::size_t index) const {
        return settings.rules.first_seed + static_cast<std::int64_t>(index);
    }
    std::size_t seeds() const { return static_cast<std::size_t>(settings.rules.seeds); }

    std::size_t search_runs() const;
    std::size_t race_runs() const { return arms.size() * seeds(); }
};

/// InvalidArgument with the field where methods share a name, the baseline is none of them, or what is held
/// equal cannot be reached.
Result<StudyPlan> plan_study(StudySettings settings);

/// A run of the race, at this learning rate.
RunConfig race_run(const StudyPlan& plan, const StudyArm& arm, std::int64_t seed, double learning_rate);

/// A short run of the search: the arm's rate times the factor, on the first seed.
RunConfig search_run(const StudyPlan& plan, const StudyArm& arm, double factor);

/// Of the arm's own configuration.
double learning_rate_of(const RunConfig& config);

}  // namespace tunebench
