// What runs take up on the disk, and which of their checkpoints nothing needs any more.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// Bytes of the files in a run's folder. What links point to counts nothing.
struct DiskUse {
    std::uint64_t checkpoints = 0;
    std::uint64_t result = 0;   // adapter/
    std::uint64_t exports = 0;  // export/
    std::uint64_t log = 0;      // events.jsonl
    std::uint64_t other = 0;
    std::optional<Error> unread = {};  // why not everything is counted; the first reason
    bool operator==(const DiskUse&) const = default;

    std::uint64_t total() const { return checkpoints + result + exports + log + other; }
};

/// A folder that is not there takes up nothing.
DiskUse disk_use(const std::filesystem::path& run_folder);

/// Bytes of all files below a folder, counted likewise.
struct FolderSize {
    std::uint64_t bytes = 0;
    std::optional<Error> unread = {};
};
FolderSize folder_size(const std::filesystem::path& folder);

/// Complete checkpoints that neither a run goes on from nor its result is taken from, by their names: not the
/// newest, not the best, and under roll_back not the one that the run would go back to.
std::vector<std::string> spare_checkpoints(const std::filesystem::path& run_folder);

/// Moves these checkpoints into the trash, all or none. Io when a process is training or reading the run.
Result<void> put_checkpoints_away(const std::filesystem::path& data_folder,
                                  const std::filesystem::path& run_folder,
                                  const std::vector<std::string>& names);

/// Moves them back, all or none.
Result<void> bring_checkpoints_back(const std::filesystem::path& data_folder,
                                    const std::filesystem::path& run_folder,
                                    const std::vector<std::string>& names);

}  // namespace tunebench
