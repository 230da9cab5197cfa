// How the quality of a study's methods follows what was varied: the numbers of a grid, and the learning rates
// that were tried.
#pragma once

#include <string>
#include <vector>

#include "core/study/report/study_report.h"

namespace tunebench {

struct SensitivityPoint {
    double value = 0.0;  // of the field
    double loss = 0.0;
    double margin = 0.0;     // half of the confidence interval; 0: not known
    bool is_chosen = false;  // a learning rate that went into the race
};

struct SensitivityCurve {
    std::string field = {};  // "method.rank"
    std::string name = {};   // the method, with what else its grid varies: "LoRA, alpha 32"
    std::vector<SensitivityPoint> points = {};  // by rising value
};

/// Held-out loss over each field of a grid that takes two or more numbers.
std::vector<SensitivityCurve> sensitivity_of(const StudyReport& report);

/// Best validation loss of the short runs over the learning rate; rates that failed are left out.
std::vector<SensitivityCurve> rate_search_of(const StudyReport& report);

}  // namespace tunebench
