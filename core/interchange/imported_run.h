// ImportedRun: a run that another program made, read from its log, before it enters the history.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

struct ImportedStep {
    double seconds = 0.0;                                    // since the run began
    std::map<std::string, double, std::less<>> values = {};  // by the metric's own name
    bool operator==(const ImportedStep&) const = default;
};

struct ImportedRun {
    std::string name = {};
    std::optional<double> began = {};                 // seconds since 1970, when the log says so
    std::map<std::int64_t, ImportedStep> steps = {};  // by optimizer step
    OrderedJson settings = OrderedJson::object();     // as the other program named them
    std::vector<std::string> remarks = {};            // what could not be read, in words

    /// Refuses a log that is too large for the history (a value costs some 100 bytes).
    Result<void> add(std::string_view metric, std::int64_t step, double value);

private:
    std::size_t values_ = 0;
};

/// What a metric is called here: "eval_loss" and "val/loss" are "validation_loss", "train/grad_norm" is
/// "gradient_norm". Where several of the names stand for one metric, the first in the order of preference
/// gets it; the others, and what is not known, keep their names.
std::map<std::string, std::string, std::less<>> metric_names_of(const ImportedRun& run);

}  // namespace tunebench
