#include "core/run/read_runs.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// adapter/, model/ and checkpoints/step-00000200/ lie in one; empty: in none.
fs::path run_around(const fs::path& path) {
    constexpr int kDeepest = 2;
    auto folder = path.filename().empty() ? path.parent_path() : path;
    std::error_code ignored;
    for (int level = 0; level <= kDeepest; ++level, folder = folder.parent_path())
        if (fs::exists(folder / "run.json", ignored))
            return folder;
    return {};
}

Result<std::vector<RunLock>> lock_runs_around(const std::vector<fs::path>& paths) {
    std::vector<RunLock> locks;
    for (const auto& path : paths)
        if (const auto run = run_around(path); !run.empty()) {
            TRY(auto lock, RunLock::acquire_shared(run));
            locks.push_back(std::move(lock));
        }
    return locks;
}

}  // namespace

Result<std::vector<RunLock>> lock_runs_of(const ExportRequest& request) {
    return lock_runs_around({request.run});
}

Result<std::vector<RunLock>> lock_runs_of(const EvaluateRequest& request) {
    std::vector<fs::path> paths = {request.model};
    for (const auto& adapter : request.adapters)
        paths.push_back(adapter.folder);
    return lock_runs_around(paths);
}

}  // namespace tunebench
