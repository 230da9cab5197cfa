// RunComparison: any runs of the history side by side: the settings in which they differ, and their numbers
// with what they differ by from a baseline.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/run/run_folder.h"
#include "core/study/report/document.h"

namespace tunebench {

enum class MetricKind { Loss, Share, Count, Bytes, Seconds, Rate };

/// A row: a value a run. Texts of settings are as run files have them; absent where a run has no such field.
struct ComparedSetting {
    std::string key = {};
    std::vector<std::optional<std::string>> values = {};
};

struct ComparedMetric {
    std::string name = {};  // stable: stored in JSON
    std::string title = {};
    MetricKind kind = MetricKind::Loss;
    std::vector<std::optional<double>> values = {};
};

struct RunComparison {
    std::vector<std::string> ids = {};
    std::vector<std::string> names = {};
    std::size_t baseline = 0;
    std::vector<ComparedSetting> settings = {};  // only those that differ
    std::vector<ComparedMetric> metrics = {};    // only those that some run has
};

/// Errors of a run whose events cannot be read. `baseline` is an index of `runs`, of which there is at least
/// one.
Result<RunComparison> compare_runs(const std::vector<RunFolder>& runs, std::size_t baseline);

Document comparison_document(const RunComparison& comparison);
OrderedJson comparison_to_json(const RunComparison& comparison);

}  // namespace tunebench
