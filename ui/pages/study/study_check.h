// What a study as it is described will cost, and what is in the way. Reads config.json of models and looks
// whether files are there: for a thread of its own.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/run/preflight.h"
#include "core/study/plan/study_plan.h"
#include "ui/models/study_plan_model.h"

namespace tunebench::ui {

struct StudyCheck {
    std::optional<StudyPlan> plan = {};  // none: a finding says why
    std::vector<PlannedMethod> methods = {};
    std::vector<Finding> findings = {};
    std::size_t runs = 0;  // of the race
    std::size_t tries = 0;
    std::optional<double> expectedSeconds = {};
    std::optional<double> mostSeconds = {};
};

StudyCheck checkStudy(StudySettings settings, const std::filesystem::path& dataFolder);

}  // namespace tunebench::ui
