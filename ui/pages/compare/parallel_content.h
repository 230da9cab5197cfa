// What stands on the axes of the compare page's parallel coordinates.
#pragma once

#include <vector>

#include "core/study/report/run_comparison.h"
#include "ui/charts/parallel_axes.h"

namespace tunebench::ui {

struct ParallelChoice {
    std::string key = {};  // of a setting, or the name of a metric
    QString title = {};    // as forms or tables of numbers call it; no other choice has it
    bool isSetting = false;
    bool isUsual = false;  // shown until somebody chooses otherwise
};

/// Settings that differ, then metrics.
std::vector<ParallelChoice> parallelChoices(const RunComparison& comparison);

struct ParallelContent {
    std::vector<ParallelAxis> axes = {};
    std::vector<ParallelLine> lines = {};  // a group each
};

/// Settings whose values are all numbers are axes of numbers; the others have categories. Metrics are means.
ParallelContent parallelContent(const RunComparison& comparison, const std::vector<ParallelChoice>& axes);

}  // namespace tunebench::ui
