#include "tests/benchmarks/grid_report.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace tunebench::grid {
namespace {

// Of issue 6.
constexpr double kMedian = 0.005, kP95 = 0.02, kWorst = 0.05, kLowest = -0.02;

double percent(double share) {
    return 100.0 * share;
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
    summary.median = errors[errors.size() / 2];
    summary.p95 = errors[(errors.size() - 1) * 95 / 100];
    summary.worst = errors.back();
    return summary;
}

std::string complaint_about(const Summary& summary) {
    const auto above = [](std::string_view what, double value, double limit) {
        return std::abs(value) > std::abs(limit) ? fmt::format("{} {:.2f} % instead of at most {:.2f} %. ",
                                                               what, percent(value), percent(limit))
                                                 : std::string();
    };
    return above("Median", summary.median, kMedian) + above("95th percentile", summary.p95, kP95) +
           above("Worst", summary.worst, kWorst) + above("Too low by", summary.lowest, kLowest);
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
    std::map<std::string, int> parts;
    for (const auto& finding : findings)
        ++parts[finding.part];
    for (const auto& [part, count] : parts)
        text += fmt::format("  the peak is in {:<16} {:3} times, {:4.1f} %\n", part, count,
                            percent(static_cast<double>(count) / static_cast<double>(findings.size())));
    return text;
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
