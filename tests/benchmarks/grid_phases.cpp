#include "tests/benchmarks/grid_phases.h"

#include <fmt/format.h>

namespace tunebench::grid {
namespace {

constexpr double kLeast = 0.1;  // of the configurations

/// The head's product and the loss are one operation of the engine.
std::string kind_of(const std::string& part) {
    if (part == "attention")
        return part;
    if (part == "head" || part == "loss")
        return "loss and head";
    const bool is_in_blocks =
        part == "block" || part == "feed forward" || part == "experts" || part == "embedding";
    return is_in_blocks ? "rest of blocks" : part;
}

/// Those that there must be enough of.
const std::vector<std::string>& wanted_kinds() {
    static const std::vector<std::string> kinds = {"attention", "rest of blocks", "loss and head",
                                                   "optimizer", "evaluation"};
    return kinds;
}

std::map<std::string, int> counted_kinds(const std::vector<Finding>& findings) {
    std::map<std::string, int> counts;
    for (const auto& kind : wanted_kinds())
        counts[kind] = 0;
    for (const auto& finding : findings)
        ++counts[kind_of(finding.part)];
    return counts;
}

double share_of(int count, const std::vector<Finding>& findings) {
    return static_cast<double>(count) / static_cast<double>(findings.size());
}

}  // namespace

std::map<std::string, Summary> phase_summaries(const std::vector<Finding>& findings) {
    std::map<std::string, std::vector<double>> errors;
    for (const auto& finding : findings)
        for (const auto& phase : finding.beyond_steps)
            errors[phase.name].push_back(error_of(phase.predicted, phase.measured));
    std::map<std::string, Summary> summaries;
    for (auto& [phase, of_phase] : errors)
        summaries[phase] = summary_of(std::move(of_phase));
    return summaries;
}

std::string parts_text(const std::vector<Finding>& findings) {
    std::string text;
    for (const auto& [kind, count] : counted_kinds(findings))
        text += fmt::format("  the peak is in {:<16} {:3} times, {:4.1f} %\n", kind, count,
                            100.0 * share_of(count, findings));
    return text;
}

std::string complaint_about_parts(const std::vector<Finding>& findings) {
    std::string complaint;
    auto counts = counted_kinds(findings);
    for (const auto& kind : wanted_kinds())
        if (share_of(counts[kind], findings) < kLeast)
            complaint += fmt::format("Fewer than a tenth of the peaks are in: {}. ", kind);
    return complaint;
}

}  // namespace tunebench::grid
