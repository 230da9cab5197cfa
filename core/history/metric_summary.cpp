#include "core/history/metric_summary.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace tunebench {
namespace {

/// Parts of names, between "_", "/", ".", "-" and spaces.
constexpr std::array<std::string_view, 28> kScores = {
    "accuracy", "acc",       "f1",       "precision", "recall",  "auc",     "auroc",
    "bleu",     "sacrebleu", "rouge",    "rouge1",    "rouge2",  "rougel",  "rougelsum",
    "meteor",   "chrf",      "score",    "reward",    "rewards", "margins", "mcc",
    "spearman", "pearson",   "matthews", "exact",     "match",   "win",     "throughput"};

bool is_score(std::string_view part) {
    return std::ranges::find(kScores, part) != kScores.end();
}

}  // namespace

void MetricSummary::add(std::int64_t step, double value) {
    ++count;
    last = {step, value};
    if (std::isnan(value))
        return;
    if (!lowest || value < lowest->value)
        lowest = last;
    if (!highest || value > highest->value)
        highest = last;
}

const std::optional<MetricValue>& MetricSummary::best() const {
    return is_higher_better(name) ? highest : lowest;
}

bool is_higher_better(std::string_view metric) {
    std::string lower(metric);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (lower.find("per_second") != std::string::npos)
        return true;
    std::string_view rest = lower;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of("_/.- "), rest.size());
        if (is_score(rest.substr(0, end)))
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

}  // namespace tunebench
