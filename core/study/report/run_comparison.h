// RunComparison: any runs of the history side by side: the settings in which they differ, their numbers with
// what they differ by from a baseline, and tests where they were measured on the same held-out examples.
// Runs that differ by their seed alone stand together, as a group with a mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/run/run_folder.h"
#include "core/study/report/comparable_run.h"
#include "core/study/report/document.h"
#include "core/study/report/seed_groups.h"
#include "core/study/report/study_report.h"
#include "core/study/statistics/spread.h"

namespace tunebench {

enum class MetricKind { Loss, Share, Count, Bytes, Seconds, Rate };

/// A row: a value a run. Texts of settings are as run files have them; absent where a run has no such field
/// or, of an imported run, where nobody knows it.
struct ComparedSetting {
    std::string key = {};
    std::vector<std::optional<std::string>> values = {};
    bool operator==(const ComparedSetting&) const = default;
};

struct ComparedMetric {
    std::string name = {};  // stable: stored in JSON
    std::string title = {};
    MetricKind kind = MetricKind::Loss;
    std::vector<std::optional<double>> values = {};  // a run each
};

struct ComparisonSettings {
    std::size_t baseline = 0;  // index of a run: its group is what the others are compared with
    bool group_seeds = true;
};

struct RunComparison {
    std::vector<std::string> ids = {};
    std::vector<std::string> names = {};
    std::vector<std::size_t> imported = {};  // indices of runs of other programs
    std::size_t baseline = 0;
    std::vector<SeedGroup> groups = {};          // every run is in one of them
    std::vector<std::string> left_out = {};      // sentences: which runs stand alone, not with their seeds
    std::vector<ComparedSetting> settings = {};  // only those that differ
    std::vector<ComparedSetting> unknown_settings =
        {};                                    // equal where known, and not known of an imported run
    std::vector<ComparedMetric> metrics = {};  // only those that some run has
    std::optional<StudyReport> tests =
        {};  // its arms are the groups; only losses, tests and words are filled in

    bool is_imported(std::size_t run) const;
    bool has_repetitions() const;  // some group has several runs
    std::size_t baseline_group() const;
    const ComparedMetric* metric(std::string_view name) const;  // null: no run has it
};

/// There is at least one run.
RunComparison compare_runs(const std::vector<ComparableRun>& runs, const ComparisonSettings& settings);

/// Errors of a run whose events cannot be read.
Result<RunComparison> compare_runs(const std::vector<RunFolder>& runs, const ComparisonSettings& settings);

/// Of the runs of a group that have a value.
std::optional<Spread> spread_of(const ComparedMetric& metric, const SeedGroup& group);

/// A group's place in a trade-off.
struct GroupTradeOff {
    std::size_t group = 0;
    Spread cost = {};
    Spread quality = {};
    bool is_on_front = false;  // no other costs less and is better; by the means
};

/// Of the groups that have both. Less cost is better; of the quality, what its name says.
std::vector<GroupTradeOff> trade_offs(const RunComparison& comparison, const ComparedMetric& cost,
                                      const ComparedMetric& quality);

Document comparison_document(const RunComparison& comparison);
OrderedJson comparison_to_json(const RunComparison& comparison);

}  // namespace tunebench
