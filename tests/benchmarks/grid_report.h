// What the memory grid has found, as a table and as JSON.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"

namespace tunebench::grid {

struct Finding {
    std::string name = {};
    std::uint64_t predicted = 0, measured = 0;
    std::string predicted_phase = {}, measured_phase = {};
    std::string part = {};            // of the model, where the predicted peak is
    std::vector<double> others = {};  // bytes that other_estimators() predict, in their order

    double error() const {  // relative; above 0: predicted too much
        return (static_cast<double>(predicted) - static_cast<double>(measured)) /
               static_cast<double>(measured);
    }
};

struct Summary {
    double median = 0.0, p95 = 0.0, worst = 0.0;  // of absolute errors
    double lowest = 0.0;                          // the most too low; 0: none is
    double mean = 0.0;                            // of absolute errors
};

Summary summary_of(const std::vector<Finding>& findings);

/// What is wrong with it, alone and beside other estimators; empty: nothing.
std::string complaint_about(const Summary& summary, const std::vector<Finding>& findings);

std::string line_of(const Finding& finding);
/// The mean error beside those of other estimators, on the same runs.
std::string comparison_text(const Summary& summary, const std::vector<Finding>& findings);

std::string text_of(const Summary& summary, const std::vector<Finding>& findings);
OrderedJson to_json(const std::vector<Finding>& findings);

}  // namespace tunebench::grid
