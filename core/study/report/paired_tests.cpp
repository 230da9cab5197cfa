#include "core/study/report/paired_tests.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/study/report/common_examples.h"

namespace tunebench {
namespace {

const ExampleLosses* losses_on(const ComparableRun& run, const std::string& examples) {
    const auto found = std::ranges::find(run.example_losses, examples, &ExampleLosses::measured_on);
    return found == run.example_losses.end() ? nullptr : &*found;
}

bool is_measured_on(const std::vector<ComparableRun>& runs, const SeedGroup& group,
                    const std::string& examples) {
    return std::ranges::any_of(group.runs, [&](std::size_t run) { return losses_on(runs[run], examples); });
}

/// What the baseline was measured on and most groups were too; empty when it was not measured.
std::string shared_examples(const std::vector<ComparableRun>& runs, const std::vector<SeedGroup>& groups,
                            const SeedGroup& baseline) {
    std::set<std::string> candidates;
    for (const auto run : baseline.runs)
        for (const auto& losses : runs[run].example_losses)
            candidates.insert(losses.measured_on);
    std::string best;
    std::ptrdiff_t most = 0;
    for (const auto& examples : candidates) {
        const auto sharing = std::ranges::count_if(
            groups, [&](const SeedGroup& group) { return is_measured_on(runs, group, examples); });
        if (sharing > most) {
            most = sharing;
            best = examples;
        }
    }
    return best;
}

/// The seeds in their order. Where every group is a single run there is one place for all.
std::vector<std::int64_t> seeds_of(const std::vector<ComparableRun>& runs,
                                   const std::vector<SeedGroup>& groups) {
    if (std::ranges::all_of(groups, [](const SeedGroup& group) { return group.runs.size() == 1; }))
        return {};
    std::set<std::int64_t> seeds;
    for (const auto& group : groups)
        for (const auto run : group.runs)
            seeds.insert(runs[run].config.general.seed);
    return {seeds.begin(), seeds.end()};
}

MeasuredRun measured_from(const std::vector<double>& losses) {
    MeasuredRun run{.state = MeasuredState::Measured, .held_out_loss = 0.0, .held_out_losses = losses};
    if (std::ranges::none_of(losses, [](double loss) { return std::isfinite(loss); }))
        run.held_out_loss = MeasuredRun::kNone;
    return run;
}

ArmResults results_of(const std::vector<ComparableRun>& runs, const SeedGroup& group,
                      const std::vector<std::int64_t>& seeds, const std::string& examples) {
    ArmResults results{.seeds =
                           std::vector<std::optional<MeasuredRun>>(std::max<std::size_t>(1, seeds.size()))};
    for (const auto run : group.runs) {
        const auto* losses = losses_on(runs[run], examples);
        const auto place = std::ranges::find(seeds, runs[run].config.general.seed) - seeds.begin();
        if (losses)
            results.seeds[seeds.empty() ? 0 : static_cast<std::size_t>(place)] =
                measured_from(losses->losses);
    }
    return results;
}

bool share_a_seed(const ArmResults& a, const ArmResults& b) {
    for (std::size_t seed = 0; seed < a.seeds.size(); ++seed)
        if (is_usable(a.seeds[seed]) && is_usable(b.seeds[seed]))
            return true;
    return false;
}

/// One that shares no seed with the baseline would leave no seed for the others either.
void leave_out_strangers(StudyReport& report, StudyResults& results) {
    for (std::size_t i = 0; i < results.arms.size(); ++i) {
        auto& arm = results.arms[i];
        if (i == report.baseline || share_a_seed(arm, results.arms[report.baseline]))
            continue;
        const bool is_measured = std::ranges::any_of(arm.seeds, is_usable);
        report.notes.push_back(fmt::format(
            "{}: not tested, because it was {}.", report.arms[i].name,
            is_measured
                ? "not measured with a seed of the baseline"
                : "not measured on the held-out examples of the baseline, or its losses are no numbers"));
        arm.seeds.assign(arm.seeds.size(), std::nullopt);
    }
}

bool has_tests(const StudyReport& report) {
    return std::ranges::any_of(report.arms,
                               [](const ArmReport& arm) { return arm.against_baseline.has_value(); });
}

}  // namespace

std::optional<StudyReport> paired_tests(const std::vector<ComparableRun>& runs,
                                        const std::vector<SeedGroup>& groups, std::size_t baseline_group) {
    const auto examples = shared_examples(runs, groups, groups[baseline_group]);
    if (examples.empty())
        return {};
    StudyReport report{.baseline = baseline_group};
    StudyResults results;
    const auto seeds = seeds_of(runs, groups);
    for (const auto& group : groups) {
        report.arms.push_back({.name = group.name});
        results.arms.push_back(results_of(runs, group, seeds, examples));
    }
    leave_out_strangers(report, results);
    compare_arms(report, common_losses(results));
    if (!has_tests(report))
        return {};
    report.planned_seeds = static_cast<std::int64_t>(results.arms[baseline_group].seeds.size());
    if (report.seeds < report.planned_seeds)
        report.notes.push_back(fmt::format("Tested on the {} of {} seeds that all of them have.",
                                           report.seeds, report.planned_seeds));
    report.verdict = verdict_of(report);
    return report;
}

}  // namespace tunebench
