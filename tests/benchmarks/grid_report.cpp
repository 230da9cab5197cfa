#include "tests/benchmarks/grid_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "tests/benchmarks/other_estimators.h"

namespace tunebench::grid {
namespace {

// Of issue 6.
constexpr double kMedian = 0.005, kP95 = 0.02, kWorst = 0.05, kLowest = -0.02;
constexpr double kLeastAhead = 10.0;  // times the mean error that the best of other estimators has

double percent(double share) {
    return 100.0 * share;
}

/// Of the estimator with that number, relative and absolute.
double mean_error(const std::vector<Finding>& findings, std::size_t other) {
    double sum = 0.0;
    for (const auto& finding : findings) {
        const auto measured = static_cast<double>(finding.measured);
        sum += std::abs(finding.others[other] - measured) / measured;
    }
    return sum / static_cast<double>(findings.size());
}

double best_of_others(const std::vector<Finding>& findings) {
    double best = HUGE_VAL;
    for (std::size_t i = 0; i < other_estimators().size(); ++i)
        best = std::min(best, mean_error(findings, i));
    return best;
}

/// Every part shall be the peak in at least a tenth of the configurations.
std::string parts_text(const std::vector<Finding>& findings) {
    constexpr double kLeast = 0.1;
    std::map<std::string, int> parts = {
        {"attention", 0}, {"feed forward", 0}, {"loss", 0}, {"optimizer", 0}, {"evaluation", 0}};
    for (const auto& finding : findings)
        ++parts[finding.part];
    std::string text;
    for (const auto& [part, count] : parts) {
        const auto share = static_cast<double>(count) / static_cast<double>(findings.size());
        text += fmt::format("  the peak is in {:<16} {:3} times, {:4.1f} %{}\n", part, count, percent(share),
                            share < kLeast ? ", less than a tenth" : "");
    }
    return text;
}

}  // namespace

Summary summary_of(const std::vector<Finding>& findings) {
    std::vector<double> errors;
    Summary summary;
    for (const auto& finding : findings) {
        errors.push_back(std::abs(finding.error()));
        summary.lowest = std::min(summary.lowest, finding.error());
    }
    std::ranges::sort(errors);
    if (errors.empty())
        return summary;
    summary.mean = std::accumulate(errors.begin(), errors.end(), 0.0) / static_cast<double>(errors.size());
    summary.median = errors[errors.size() / 2];
    summary.p95 = errors[(errors.size() - 1) * 95 / 100];
    summary.worst = errors.back();
    return summary;
}

std::string complaint_about(const Summary& summary, const std::vector<Finding>& findings) {
    const auto above = [](std::string_view what, double value, double limit) {
        return std::abs(value) > std::abs(limit) ? fmt::format("{} {:.2f} % instead of at most {:.2f} %. ",
                                                               what, percent(value), percent(limit))
                                                 : std::string();
    };
    const double best = findings.empty() ? HUGE_VAL : best_of_others(findings);
    const auto beside_others =
        best < kLeastAhead * summary.mean
            ? fmt::format("The best of other estimators has only {:.1f} times our mean error. ",
                          best / summary.mean)
            : std::string();
    return above("Median", summary.median, kMedian) + above("95th percentile", summary.p95, kP95) +
           above("Worst", summary.worst, kWorst) + above("Too low by", summary.lowest, kLowest) +
           beside_others;
}

std::string line_of(const Finding& finding) {
    return fmt::format("{:+7.2f} %  {:>11} {:>11}  {:<10} {:<10} {:<12} {}", percent(finding.error()),
                       finding.predicted, finding.measured, finding.predicted_phase, finding.measured_phase,
                       finding.part, finding.name);
}

std::string text_of(const Summary& summary, const std::vector<Finding>& findings) {
    auto text = fmt::format(
        "{} configurations: median {:.3f} %, 95th percentile {:.2f} %, worst {:.2f} %, most too low {:.2f} "
        "%\n",
        findings.size(), percent(summary.median), percent(summary.p95), percent(summary.worst),
        percent(summary.lowest));
    return findings.empty() ? text : text + parts_text(findings) + comparison_text(summary, findings);
}

std::string comparison_text(const Summary& summary, const std::vector<Finding>& findings) {
    auto text = fmt::format("Mean error {:.3f} %; that of other estimators on the same runs:\n",
                            percent(summary.mean));
    for (std::size_t i = 0; i < other_estimators().size(); ++i)
        text +=
            fmt::format("  {:<28} {:8.1f} %\n", other_estimators()[i].name, percent(mean_error(findings, i)));
    return text + fmt::format("  the best of theirs is {:.0f} times as large as ours\n",
                              best_of_others(findings) / summary.mean);
}

OrderedJson to_json(const std::vector<Finding>& findings) {
    OrderedJson all = OrderedJson::array();
    for (const auto& finding : findings)
        all.push_back({{"configuration", finding.name},
                       {"predicted_bytes", finding.predicted},
                       {"measured_bytes", finding.measured},
                       {"error", finding.error()},
                       {"predicted_phase", finding.predicted_phase},
                       {"measured_phase", finding.measured_phase},
                       {"part", finding.part}});
    return all;
}

}  // namespace tunebench::grid
