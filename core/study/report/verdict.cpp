#include <cmath>

#include <fmt/format.h>

#include "core/study/report/study_report.h"

namespace tunebench {
namespace {

/// Never "0.0000" of what is more than nothing.
std::string bound_text(double bound) {
    constexpr double kSmall = 0.001;
    return bound < kSmall ? fmt::format("{:.2g}", bound) : fmt::format("{:.4f}", bound);
}

/// With how large a difference may still hide: the end of the interval that is further from zero.
std::string names_with_bounds(const std::vector<const ArmReport*>& arms) {
    std::vector<std::string> names;
    for (const auto* arm : arms) {
        const auto& difference = arm->against_baseline->difference;
        const double bound = std::abs(difference.mean) + difference.margin(kReportConfidence);
        names.push_back(fmt::format("{} (within {} nats)", arm->name, bound_text(bound)));
    }
    return fmt::format("{}", fmt::join(names, "; "));
}

std::string shown_text(const ArmReport& arm, const std::string& baseline) {
    const auto& comparison = *arm.against_baseline;
    const bool is_better = comparison.verdict == Difference::Better;
    const double margin = comparison.difference.margin(kReportConfidence);
    return fmt::format(
        "{} has a {} held-out loss than {}: {:+.4f} ± {:.4f} nats (adjusted p = {:.2g}), {} on {:.0f} % "
        "of the examples.",
        arm.name, is_better ? "lower" : "higher", baseline, comparison.difference.mean, margin,
        comparison.adjusted_p_value, is_better ? "better" : "worse",
        100.0 * (is_better ? comparison.share_better : 1.0 - comparison.share_better));
}

void add_not_shown(std::vector<std::string>& verdict, const std::vector<const ArmReport*>& arms,
                   const std::string& baseline) {
    if (arms.empty())
        return;
    verdict.push_back(
        fmt::format("No difference shown from {}: {}. That does not make them equal: a difference within the "
                    "number in brackets is compatible with the data.",
                    baseline, names_with_bounds(arms)));
}

}  // namespace

std::string generalisation_text(std::int64_t seeds) {
    constexpr std::int64_t kEnoughSeeds = 5;
    if (seeds <= 1)
        return "With one seed this holds for these trained models and new examples of the same kind: trained "
               "again with another seed, the order may be another.";
    if (seeds < kEnoughSeeds)
        return fmt::format(
            "With {} seeds this holds for new examples of the same kind. For new seeds it holds as far "
            "as luck with seeds is about as large for every method as these few show; 5 seeds or more "
            "would not need that.",
            seeds);
    return fmt::format("With {} seeds this holds for new examples of the same kind and for new seeds.",
                       seeds);
}

std::vector<std::string> verdict_of(const StudyReport& report) {
    std::vector<const ArmReport*> better, worse, not_shown;
    for (const auto& arm : report.arms)
        if (arm.against_baseline)
            switch (arm.against_baseline->verdict) {
                case Difference::Better:
                    better.push_back(&arm);
                    break;
                case Difference::Worse:
                    worse.push_back(&arm);
                    break;
                case Difference::NotShown:
                    not_shown.push_back(&arm);
                    break;
            }
    if (better.empty() && worse.empty() && not_shown.empty())
        return {"Nothing has been compared yet."};
    const auto& baseline = report.arms[report.baseline].name;
    std::vector<std::string> verdict;
    for (const auto* list : {&better, &worse})
        for (const auto* arm : *list)
            verdict.push_back(shown_text(*arm, baseline));
    add_not_shown(verdict, not_shown, baseline);
    verdict.push_back(generalisation_text(report.seeds));
    verdict.push_back(
        "Nothing is said about other models, data or budgets, or about methods among each other: each was "
        "compared with the baseline alone.");
    return verdict;
}

}  // namespace tunebench
