#include "core/study/report/comparable_run.h"

#include "core/history/annotations.h"

namespace tunebench {
namespace {

std::string name_of(const RunFolder& run) {
    const auto annotations = read_annotations(run.path());
    if (annotations && *annotations && !(*annotations)->name.empty())
        return (*annotations)->name;
    return run.manifest().config.general.name;
}

}  // namespace

Result<ComparableRun> read_comparable_run(const RunFolder& run) {
    TRY(auto facts, read_run_facts(run.path()));
    const auto bytes = result_bytes(result_folder(run.path(), facts));
    return ComparableRun{.folder = run.path(),
                         .id = run.manifest().id,
                         .name = name_of(run),
                         .config = run.manifest().config,
                         .hashes = run.manifest().hashes,
                         .is_imported = !run.manifest().origin.format.empty(),
                         .facts = std::move(facts),
                         .result_bytes = bytes};
}

void add_example_losses(std::vector<ComparableRun>& runs) {
    std::vector<std::filesystem::path> folders;
    for (const auto& run : runs)
        folders.push_back(run.folder);
    auto losses = find_example_losses(folders);
    for (std::size_t i = 0; i < runs.size(); ++i)
        runs[i].example_losses = std::move(losses[i]);
}

Result<std::vector<ComparableRun>> read_comparable_runs(const std::vector<RunFolder>& runs) {
    std::vector<ComparableRun> comparable;
    for (const auto& run : runs) {
        TRY(auto read, read_comparable_run(run));
        comparable.push_back(std::move(read));
    }
    add_example_losses(comparable);
    return comparable;
}

}  // namespace tunebench
