#include "tests/benchmarks/grid_report.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "tests/benchmarks/grid_phases.h"
#include "tests/benchmarks/other_estimators.h"

namespace tunebench::grid {
namespace {

// Of issue 6.
constexpr Summary kMost{.median = 0.005, .p95 = 0.02, .worst = 0.05, .lowest = -0.02};
// What comes beside the steps is seldom the peak of a run.
constexpr Summary kMostBeside{.median = 0.005, .p95 = 0.03, .worst = 0.05, .lowest = -0.04};
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

/// Resident memory shall be as near as the larger of these.
constexpr double kResidentShare = 0.05, kResidentBytes = 32.0 * 1024 * 1024;

bool is_resident_near(const Finding& finding) {
    const auto measured = static_cast<double>(finding.resident_measured);
    return std::abs(finding.resident_error()) * measured <=
           std::max(kResidentShare * measured, kResidentBytes);
}

std::string errors_text(std::string_view of, const Summary& summary) {
    return fmt::format(
        "{}: median {:.3f} %, 95th percentile {:.2f} %, worst {:.2f} %, most too low {:.2f} %\n", of,
        percent(summary.median), percent(summary.p95), percent(summary.worst), percent(summary.lowest));
}

std::string resident_text(const std::vector<Finding>& findings) {
    std::vector<double> errors;
    for (const auto& finding : findings)
        errors.push_back(finding.resident_error());
    const auto near = std::ranges::count_if(findings, is_resident_near);
    return errors_text("Resident memory of the process", summary_of(std::move(errors))) +
           fmt::format("  {} of {} within 5 % or 32 MiB\n", near, findings.size());
}

}  // namespace

Summary summary_of(std::vector<double> errors) {
    Summary summary;
    if (errors.empty())
        return summary;
    summary.lowest = std::min(0.0, std::ranges::min(errors));
    for (auto& error : errors)
        error = std::abs(error);
    std::ranges::sort(errors);
    summary.mean = std::accumulate(errors.begin(), errors.end(), 0.0) / static_cast<double>(errors.size());
    summary.median = errors[errors.size() / 2];
    summary.p95 = errors[(errors.size() - 1) * 95 / 100];
    summary.worst = errors.back();
    return summary;
}

Summary summary_of(const std::vector<Finding>& findings) {
    std::vector<double> errors;
    for (const auto& finding : findings)
        errors.push_back(finding.error());
    return summary_of(std::move(errors));
}

std::string complaint_about(const Summary& summary, const Summary& most) {
    const auto above = [](std::string_view what, double value, double limit) {
        return std::abs(value) > std::abs(limit) ? fmt::format("{} {:.2f} % instead of at most {:.2f} %. ",
                                                               what, percent(value), percent(limit))
                                                 : std::string();
    };
    return above("Median", summary.median, most.median) + above("95th percentile", summary.p95, most.p95) +
           above("Worst", summary.worst, most.worst) + above("Too low by", summary.lowest, most.lowest);
}

std::string complaint_about(const std::vector<Finding>& findings) {
    if (findings.empty())
        return {};
    auto complaint = complaint_about(summary_of(findings), kMost);
    for (const auto& [phase, summary] : phase_summaries(findings))
        if (const auto about = complaint_about(summary, kMostBeside); !about.empty())
            complaint += fmt::format("Of {}: {}", phase, about);
    const auto mean = summary_of(findings).mean, best = best_of_others(findings);
    if (best < kLeastAhead * mean)
        complaint +=
            fmt::format("The best of other estimators has only {:.1f} times our mean error. ", best / mean);
    return complaint;
}

std::string line_of(const Finding& finding) {
    return fmt::format("{:+7.2f} %  {:>11} {:>11}  {:+7.2f} % {:>11}  {:<10} {:<10} {:<12} {}",
                       percent(finding.error()), finding.predicted, finding.measured,
                       percent(finding.resident_error()), finding.resident_measured, finding.predicted_phase,
                       finding.measured_phase, finding.part, finding.name);
}

std::string text_of(const Summary& summary, const std::vector<Finding>& findings) {
    auto text = errors_text(fmt::format("{} configurations", findings.size()), summary);
    if (findings.empty())
        return text;
    for (const auto& [phase, of_phase] : phase_summaries(findings))
        text += errors_text("  " + phase, of_phase);
    return text + resident_text(findings) + parts_text(findings) + comparison_text(summary, findings);
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
                       {"part", finding.part},
                       {"resident_predicted_bytes", finding.resident_predicted},
                       {"resident_measured_bytes", finding.resident_measured}});
    return all;
}

}  // namespace tunebench::grid
