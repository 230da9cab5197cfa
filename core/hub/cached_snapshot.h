// What of a repository lies in the cache already: found without the network.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/hub/hub_file.h"
#include "core/hub/repository.h"

namespace tunebench {

struct CachedSnapshot {
    std::filesystem::path folder = {};
    std::string commit = {};
    std::vector<std::string> missing = {};  // needed to load the model, and not there
};

/// The snapshot of a revision, whoever downloaded it. NotFound, with the command that downloads it, when
/// there is none; InvalidArgument for a name or revision that cannot be one. Of a data set nothing counts as
/// missing: nobody can tell without its list.
Result<CachedSnapshot> find_cached_snapshot(const std::filesystem::path& cache, const Repository& repository,
                                            const std::string& revision = "main");

/// The files of a snapshot, by path, with the hash of those that are links to a blob.
std::vector<HubFile> snapshot_files(const std::filesystem::path& folder);

}  // namespace tunebench
