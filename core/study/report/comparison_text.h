// Numbers of a comparison as text: the same in reports, on the terminal and in the window.
#pragma once

#include <string>

#include "core/study/report/run_comparison.h"

namespace tunebench {

std::string metric_text(MetricKind kind, double value);  // with its unit; "not finite"

/// "0.4213", or "0.4213 ± 0.0021" with the standard deviation of several runs.
std::string spread_text(MetricKind kind, const Spread& spread);

/// By how much a value differs from the baseline's: losses and shares by an amount, what has a unit by a part
/// of it: "+0.0100", "-1.20 points", "+3.1 %". Empty where that is no number.
std::string delta_text(MetricKind kind, double value, double baseline);

/// What heads a group's column: the run's id, or the group's name and how many seeds it has.
std::string group_title(const RunComparison& comparison, std::size_t group);

}  // namespace tunebench
