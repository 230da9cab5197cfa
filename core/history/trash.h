// Trash: deleted runs, whose folders are moved aside into <data folder>/trash and removed for good later.
// Where a folder lies is the truth; a process that is killed in between leaves a row that follows at the next
// start. Lives on the history thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/history/history_files.h"
#include "core/history/history_writer.h"

namespace tunebench {

class Trash {
public:
    explicit Trash(HistoryWriter& history) : history_(history), files_(history.data_folder()) {}

    /// Moves the run's folder into the trash, or back. NotFound without such a run; Io when a process is
    /// training or reading it, and nothing is changed.
    Result<void> set_deleted(const std::string& run_id, bool deleted);

    /// Removes what was deleted that long ago, or longer.
    Result<void> empty(std::chrono::hours age);

    /// A part of empty(): false when there was nothing left.
    Result<bool> empty_step(std::chrono::hours age);

private:
    Result<std::filesystem::path> folder_of_run(const std::string& run_id);
    Result<void> move(const std::filesystem::path& from, const std::filesystem::path& to);
    Result<bool> remove_run(std::chrono::hours age);
    Result<bool> remove_checkpoints(std::chrono::hours age);

    HistoryWriter& history_;
    HistoryFiles files_;
};

}  // namespace tunebench
