// Runs on disk, found by what a person types or by their configuration. Reads the run folders, which are the
// truth: works without the history database.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"

namespace tunebench::cli {

/// How a run stands, by its lock and its last event.
enum class RunState {
    Running,      // some process trains in it now
    Interrupted,  // its process died
    Stopped,      // by the user; saved
    Failed,
    Ended  // completed, stopped early or discarded: nothing to resume
};

struct StoredRun {
    RunFolder folder;
    RunState state = RunState::Ended;
    std::optional<std::int64_t> saved_step = {};  // of the newest checkpoint

    /// There is something to go on from.
    bool is_resumable() const;
};

/// `name` is a run's folder, its id, a unique beginning of its id, or the name of its folder. NotFound with
/// where it was looked for; InvalidArgument when several runs begin so.
Result<StoredRun> find_run(const std::filesystem::path& data_folder, std::string_view name);

/// The newest run of exactly this configuration, if there is one; names of the hub may stand in it.
std::optional<StoredRun> newest_run_of(const std::filesystem::path& data_folder, const RunConfig& config);

}  // namespace tunebench::cli
