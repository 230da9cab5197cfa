#include "core/study/report/seed_groups.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/history/run_labels.h"
#include "core/run/input_hashes.h"

namespace tunebench {
namespace {

std::string text_but_for_the_seed(RunConfig config) {
    config.general.seed = 0;
    config.general.name.clear();
    return json_text(run_config_to_json(config));
}

bool has_seed(const std::vector<ComparableRun>& runs, const SeedGroup& group, std::int64_t seed) {
    return std::ranges::any_of(group.runs,
                               [&](std::size_t run) { return runs[run].config.general.seed == seed; });
}

/// Empty: it completed.
std::string why_incomplete(const ComparableRun& run) {
    if (!run.facts.finished)
        return "it has not ended";
    switch (run.facts.finished->cause) {
        case ExitCause::Completed:
        case ExitCause::EarlyStopped:
            return {};
        case ExitCause::Stopped:
            return "it was stopped";
        case ExitCause::Discarded:
            return "it was thrown away";
        case ExitCause::Failed:
            break;
    }
    return "it failed";
}

/// Why the run is no seed of a group of its configuration; empty: it is one.
std::string why_apart(const std::vector<ComparableRun>& runs, const SeedGroup& group, std::size_t run) {
    const auto& first = runs[group.runs.front()];
    if (auto reason = why_incomplete(runs[run]); !reason.empty())
        return reason;
    if (!why_incomplete(first).empty())
        return "the others did not complete";
    if (const auto differing = input_differences(first.hashes, runs[run].hashes); !differing.empty())
        return fmt::format(
            "it has read other files: {}{}", differing.front(),
            differing.size() == 1 ? std::string() : fmt::format(", and {} more", differing.size() - 1));
    return has_seed(runs, group, runs[run].config.general.seed) ? "its seed is among them already"
                                                                : std::string();
}

/// Of the groups of one configuration all but the largest are said to stand apart; of incomplete runs all.
void note_left_out(SeedGrouping& grouping, const std::vector<ComparableRun>& runs,
                   const std::vector<std::size_t>& alike) {
    const auto& groups = grouping.groups;
    const auto counted = [&](std::size_t group) {
        const auto& of_group = groups[group].runs;
        return why_incomplete(runs[of_group.front()]).empty() ? of_group.size() : std::size_t{0};
    };
    const auto largest = *std::ranges::max_element(alike, {}, counted);
    for (const auto group : alike)
        if (alike.size() > 1 && (group != largest || counted(largest) == 0))
            grouping.left_out.push_back(fmt::format(
                "{}: not counted among the other seeds of its configuration, because {}.", groups[group].name,
                why_apart(runs, groups[largest], groups[group].runs.front())));
}

std::string common_beginning(const std::vector<ComparableRun>& runs, const SeedGroup& group) {
    std::string_view common = runs[group.runs.front()].name;
    for (const auto run : group.runs) {
        const std::string_view name = runs[run].name;
        const auto [end, ignored] = std::mismatch(common.begin(), common.end(), name.begin(), name.end());
        common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
    }
    // Half of a character of several bytes is none.
    const std::string& whole = runs[group.runs.front()].name;
    auto size = common.size();
    while (size > 0 && size < whole.size() && (static_cast<unsigned char>(whole[size]) & 0xC0) == 0x80)
        --size;
    return whole.substr(0, size);
}

/// "town, seed 4" and "town, seed 43" begin with "town, seed 4": the name is "town".
std::string without_seed(std::string name) {
    const auto cut = [&name](std::string_view unwanted) { name.erase(name.find_last_not_of(unwanted) + 1); };
    cut("0123456789");
    cut(" ,;:-_=(#");
    for (const std::string_view word : {"seed", "Seed"})
        if (name.ends_with(word))
            name.erase(name.size() - word.size());
    cut(" ,;:-_=(#");
    return name;
}

std::string name_of(const std::vector<ComparableRun>& runs, const SeedGroup& group) {
    const auto& first = runs[group.runs.front()];
    auto name = group.runs.size() == 1 ? first.name : without_seed(common_beginning(runs, group));
    if (name.empty())
        name = group.runs.size() == 1 ? first.id : method_label(first.config);
    return name;
}

void name_groups(const std::vector<ComparableRun>& runs, std::vector<SeedGroup>& groups) {
    std::map<std::string, int> uses;
    for (auto& group : groups) {
        group.name = name_of(runs, group);
        ++uses[group.name];
    }
    for (auto& group : groups)
        if (uses[group.name] > 1)
            group.name += fmt::format(" ({})", runs[group.runs.front()].id);
}

}  // namespace

SeedGrouping seed_groups(const std::vector<ComparableRun>& runs) {
    SeedGrouping grouping;
    auto& groups = grouping.groups;
    std::map<std::string, std::vector<std::size_t>> configurations;  // the groups of each
    for (std::size_t run = 0; run < runs.size(); ++run) {
        if (runs[run].is_imported) {
            groups.push_back({.runs = {run}});
            continue;
        }
        auto& alike = configurations[text_but_for_the_seed(runs[run].config)];
        const auto fitting = std::ranges::find_if(
            alike, [&](std::size_t group) { return why_apart(runs, groups[group], run).empty(); });
        if (fitting != alike.end()) {
            groups[*fitting].runs.push_back(run);
            continue;
        }
        alike.push_back(groups.size());
        groups.push_back({.runs = {run}});
    }
    name_groups(runs, groups);
    for (const auto& [configuration, alike] : configurations)
        note_left_out(grouping, runs, alike);
    return grouping;
}

std::vector<SeedGroup> single_groups(const std::vector<ComparableRun>& runs) {
    std::vector<SeedGroup> groups;
    for (std::size_t run = 0; run < runs.size(); ++run)
        groups.push_back({.runs = {run}});
    name_groups(runs, groups);
    return groups;
}

}  // namespace tunebench
