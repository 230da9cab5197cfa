#include "core/study/report/paired_tests.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/study/report/common_examples.h"
#include "core/study/report/token_identity.h"

namespace tunebench {
namespace {

const ExampleLosses* losses_on(const ComparableRun& run, const std::string& examples) {
    const auto found = std::ranges::find(run.example_losses, examples, &ExampleLosses::measured_on);
    return examples.empty() || found == run.example_losses.end() ? nullptr : &*found;
}

bool is_measured_on(const std::vector<ComparableRun>& runs, const SeedGroup& group,
                    const std::string& examples) {
    return std::ranges::any_of(group.runs, [&](std::size_t run) { return losses_on(runs[run], examples); });
}

/// Groups are of one configuration and the same files.
std::string tokens_of(const std::vector<ComparableRun>& runs, const SeedGroup& group) {
    const auto& first = runs[group.runs.front()];
    return token_identity(first.config, first.hashes);
}

/// What the baseline was measured on and most groups were too that can be paired with it; empty when it was
/// not measured.
std::string shared_examples(const std::vector<ComparableRun>& runs, const std::vector<SeedGroup>& groups,
                            const SeedGroup& baseline) {
    std::set<std::string> candidates;
    for (const auto run : baseline.runs)
        for (const auto& losses : runs[run].example_losses)
            candidates.insert(losses.measured_on);
    const auto tokens = tokens_of(runs, baseline);
    std::string best;
    std::ptrdiff_t most = 0;
    for (const auto& examples : candidates) {
        const auto sharing = std::ranges::count_if(groups, [&](const SeedGroup& group) {
            return tokens_of(runs, group) == tokens && is_measured_on(runs, group, examples);
        });
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

void note_unmeasured(StudyReport& report, const StudyResults& results) {
    const auto is_unmeasured = [&](std::size_t arm) {
        const auto& measured = results.arms[arm].seeds;
        return std::ranges::none_of(measured, is_usable) ||
               std::ranges::any_of(measured, [](const auto& run) { return run && !is_usable(run); });
    };
    if (is_unmeasured(report.baseline)) {
        report.notes.push_back(
            fmt::format("{}: nothing can be tested against it, because it was not measured on held-out "
                        "examples, or its losses are no numbers.",
                        report.arms[report.baseline].name));
        return;
    }
    for (std::size_t arm = 0; arm < report.arms.size(); ++arm)
        if (is_unmeasured(arm))
            report.notes.push_back(
                fmt::format("{}: not tested, because it was not measured on the held-out examples of the "
                            "baseline, or its losses are no numbers.",
                            report.arms[arm].name));
}

void note_other_models(StudyReport& report, const std::vector<ComparableRun>& runs,
                       const std::vector<SeedGroup>& groups) {
    const auto model_of = [&](std::size_t group) {
        return runs[groups[group].runs.front()].config.model.path;
    };
    for (std::size_t group = 0; group < groups.size(); ++group)
        if (report.arms[group].against_baseline && model_of(group) != model_of(report.baseline))
            report.notes.push_back(
                fmt::format("{}: starts from another model than the baseline; what differs is not the method "
                            "alone.",
                            report.arms[group].name));
}

bool has_tests(const StudyReport& report) {
    return std::ranges::any_of(report.arms,
                               [](const ArmReport& arm) { return arm.against_baseline.has_value(); });
}

void conclude(StudyReport& report, std::int64_t planned_seeds) {
    if (!has_tests(report)) {
        report.verdict = {
            fmt::format("Nothing could be tested against {}.", report.arms[report.baseline].name)};
        return;
    }
    report.planned_seeds = planned_seeds;
    if (report.seeds < planned_seeds)
        report.notes.push_back(
            fmt::format("Tested on the {} of {} seeds that all of them have.", report.seeds, planned_seeds));
    report.verdict = verdict_of(report);
}

}  // namespace

std::optional<StudyReport> paired_tests(const std::vector<ComparableRun>& runs,
                                        const std::vector<SeedGroup>& groups, std::size_t baseline_group) {
    const bool is_any_measured =
        std::ranges::any_of(runs, [](const ComparableRun& run) { return !run.example_losses.empty(); });
    if (groups.size() < 2 || !is_any_measured)
        return {};
    const auto examples = shared_examples(runs, groups, groups[baseline_group]);
    StudyReport report{.baseline = baseline_group};
    StudyResults results;
    std::vector<std::string> tokens;
    const auto seeds = seeds_of(runs, groups);
    for (const auto& group : groups) {
        report.arms.push_back({.name = group.name});
        results.arms.push_back(results_of(runs, group, seeds, examples));
        tokens.push_back(tokens_of(runs, group));
    }
    note_unmeasured(report, results);
    compare_arms(report, common_losses(results, baseline_group, tokens));
    note_other_models(report, runs, groups);
    conclude(report, static_cast<std::int64_t>(results.arms[baseline_group].seeds.size()));
    return report;
}

}  // namespace tunebench
