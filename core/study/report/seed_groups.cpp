#include "core/study/report/seed_groups.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/history/run_labels.h"

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

std::vector<SeedGroup> seed_groups(const std::vector<ComparableRun>& runs) {
    std::vector<SeedGroup> groups;
    std::multimap<std::string, std::size_t> known;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        if (runs[run].is_imported) {
            groups.push_back({.runs = {run}});
            continue;
        }
        auto text = text_but_for_the_seed(runs[run].config);
        const auto [begin, end] = known.equal_range(text);
        const auto fitting = std::find_if(begin, end, [&](const auto& entry) {
            return !has_seed(runs, groups[entry.second], runs[run].config.general.seed);
        });
        if (fitting != end) {
            groups[fitting->second].runs.push_back(run);
            continue;
        }
        known.emplace(std::move(text), groups.size());
        groups.push_back({.runs = {run}});
    }
    name_groups(runs, groups);
    return groups;
}

std::vector<SeedGroup> single_groups(const std::vector<ComparableRun>& runs) {
    std::vector<SeedGroup> groups;
    for (std::size_t run = 0; run < runs.size(); ++run)
        groups.push_back({.runs = {run}});
    name_groups(runs, groups);
    return groups;
}

}  // namespace tunebench
