#include "core/study/queue/example_losses.h"

#include <map>
#include <set>

#include "core/base/folder_entries.h"
#include "core/base/json.h"
#include "core/study/queue/measured_run.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// <data folder>/runs/<run>/ → <data folder>/studies/
fs::path studies_of(const fs::path& run_folder) {
    return run_folder.lexically_normal().parent_path().parent_path() / "studies";
}

/// By the name of the run's folder, which has the run's id in it: a data folder may have been moved.
using Measured = std::multimap<std::string, ExampleLosses>;

void take_file(const fs::path& file, const std::set<std::string>& wanted, Measured& measured) {
    const auto json = read_json_file(file);
    if (!json)
        return;
    auto run = measured_run_from_json(*json);
    if (!run || run->state != MeasuredState::Measured || run->held_out_losses.empty())
        return;
    const auto name = fs::path(run->run_folder).filename().string();
    if (wanted.contains(name))
        measured.emplace(name, ExampleLosses{run->measured_on, std::move(run->held_out_losses)});
}

}  // namespace

std::vector<std::vector<ExampleLosses>> find_example_losses(const std::vector<fs::path>& run_folders) {
    std::set<fs::path> studies;
    std::set<std::string> wanted;
    for (const auto& folder : run_folders) {
        studies.insert(studies_of(folder));
        wanted.insert(folder.filename().string());
    }
    Measured measured;
    for (const auto& folder : studies)
        for (const auto& study : folder_entries(folder))
            for (const auto& file : folder_entries(study / "runs"))
                take_file(file, wanted, measured);
    std::vector<std::vector<ExampleLosses>> losses;
    for (const auto& folder : run_folders) {
        auto& of_run = losses.emplace_back();
        const auto [begin, end] = measured.equal_range(folder.filename().string());
        for (auto it = begin; it != end; ++it)
            of_run.push_back(it->second);
    }
    return losses;
}

}  // namespace tunebench
