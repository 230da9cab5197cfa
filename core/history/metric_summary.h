// MetricSummary: what a table of runs says about a metric: its last, lowest, highest and best value, each
// with its step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

struct MetricValue {
    std::int64_t step = 0;
    double value = 0.0;
    bool operator==(const MetricValue&) const = default;
};

struct MetricSummary {
    std::string name = {};
    std::int64_t count = 0;                  // steps that have a value
    MetricValue last = {};                   // may be NaN
    std::optional<MetricValue> lowest = {};  // the first of several; none when all are NaN
    std::optional<MetricValue> highest = {};
    bool operator==(const MetricSummary&) const = default;

    void add(std::int64_t step, double value);  // steps come in order

    /// The highest where more is better, else the lowest.
    const std::optional<MetricValue>& best() const;
};

/// By the name: accuracies, F1, BLEU, ROUGE and other scores, rewards and speeds. Of everything else (losses,
/// errors, perplexity, times, bytes) less is better.
bool is_higher_better(std::string_view metric);

}  // namespace tunebench
