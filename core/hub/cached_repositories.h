// What lies in the hub's cache, whoever put it there, and how it goes away again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/hub/repository.h"

namespace tunebench {

struct CachedRepository {
    Repository repository = {};
    std::uint64_t bytes = 0;                // on disk, unfinished files among them
    std::uint64_t unfinished_bytes = 0;     // of downloads that were not ended
    std::string commit = {};                // that "main" stands for, or the only one; empty: neither
    std::filesystem::path folder = {};      // its snapshot; empty without a commit
    std::vector<std::string> missing = {};  // see CachedSnapshot
    bool operator==(const CachedRepository&) const = default;

    /// A run can be made of it.
    bool is_whole() const { return !folder.empty() && missing.empty(); }
};

/// By name, models before data sets. Folders that are no repository are left out; a cache that is not there
/// is empty.
std::vector<CachedRepository> cached_repositories(const std::filesystem::path& cache);

/// Whether a download of it was begun and not ended.
bool has_unfinished_files(const std::filesystem::path& cache, const Repository& repository);

/// Deletes the repository with all its revisions. NotFound, Io.
Result<void> remove_repository(const std::filesystem::path& cache, const Repository& repository);

/// Deletes what unfinished downloads have brought so far, but for files that some process is fetching now;
/// with them the repository, where nothing else is in it.
Result<void> discard_unfinished(const std::filesystem::path& cache, const Repository& repository);

}  // namespace tunebench
