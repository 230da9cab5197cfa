// The tables of a comparison, a column a group: for its report and for the window.
#pragma once

#include "core/study/report/run_comparison.h"

namespace tunebench {

/// Names and ids of the runs, and the rows of settings_table().
DocumentTable named_settings_table(const RunComparison& comparison);

DocumentTable settings_table(const RunComparison& comparison);          // a row each that differs
DocumentTable unknown_settings_table(const RunComparison& comparison);  // that an imported run does not tell

/// Means with standard deviations, and what they differ by from the baseline.
DocumentTable metrics_table(const RunComparison& comparison);

/// The groups that were tested against the baseline.
DocumentTable tests_table(const StudyReport& tests);

}  // namespace tunebench
