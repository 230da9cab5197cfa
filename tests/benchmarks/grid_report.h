// What the memory grid has found, as a table and as JSON.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"

namespace tunebench::grid {

/// Relative; above 0: predicted too much.
inline double error_of(std::uint64_t predicted, std::uint64_t measured) {
    return (static_cast<double>(predicted) - static_cast<double>(measured)) / static_cast<double>(measured);
}

/// What a phase took at most.
struct PhaseFinding {
    std::string name = {};
    std::uint64_t predicted = 0, measured = 0;
};

struct Finding {
    std::string name = {};
    std::uint64_t predicted = 0, measured = 0;
    std::string predicted_phase = {}, measured_phase = {};
    std::string part = {};                        // of the model, where the predicted peak is
    std::vector<double> others = {};              // bytes that other_estimators() predict, in their order
    std::vector<PhaseFinding> beyond_steps = {};  // evaluation, sampling, saving, exporting
    /// Of the whole process: the predicted peak beside what it held before the model, and the most it held.
    std::uint64_t resident_predicted = 0, resident_measured = 0;

    double error() const { return error_of(predicted, measured); }
    double resident_error() const { return error_of(resident_predicted, resident_measured); }
};

struct Summary {
    double median = 0.0, p95 = 0.0, worst = 0.0;  // of absolute errors
    double lowest = 0.0;                          // the most too low; 0: none is
    double mean = 0.0;                            // of absolute errors
};

Summary summary_of(std::vector<double> errors);
Summary summary_of(const std::vector<Finding>& findings);

/// What is above its limit in `most`; empty: nothing.
std::string complaint_about(const Summary& summary, const Summary& most);

/// What is wrong with them, alone and beside other estimators, all together and phase by phase; empty:
/// nothing.
std::string complaint_about(const std::vector<Finding>& findings);

std::string line_of(const Finding& finding);
/// The mean error beside those of other estimators, on the same runs.
std::string comparison_text(const Summary& summary, const std::vector<Finding>& findings);

std::string text_of(const Summary& summary, const std::vector<Finding>& findings);
OrderedJson to_json(const std::vector<Finding>& findings);

}  // namespace tunebench::grid
