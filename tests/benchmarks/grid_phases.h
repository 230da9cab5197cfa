// Where the runs of the memory grid have their peaks, and how well each phase behind the steps is predicted.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/benchmarks/grid_report.h"

namespace tunebench::grid {

/// Errors of evaluation, sampling, saving and exporting, whether or not the peak is there.
std::map<std::string, Summary> phase_summaries(const std::vector<Finding>& findings);

/// How often the peak is in each part.
std::string parts_text(const std::vector<Finding>& findings);

/// Parts that are the peak too seldom for the grid to say something about them; empty: none. Asked of the
/// whole grid.
std::string complaint_about_parts(const std::vector<Finding>& findings);

}  // namespace tunebench::grid
