#include "core/hub/cached_download.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/hub/cached_snapshot.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

bool asks_for_a_model(const DownloadRequest& request) {
    return request.repository.kind == RepositoryKind::Model && !request.choice.all &&
           request.choice.patterns.empty();
}

}  // namespace

Result<Download> cached_download(const fs::path& cache, const DownloadRequest& request) {
    TRY(const CachedSnapshot found, find_cached_snapshot(cache, request.repository, request.revision));
    if (asks_for_a_model(request) && !found.missing.empty())
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("The cache holds {} without {}.", request.repository.id,
                                            fmt::join(found.missing, ", ")),
                     .hint = "Download it once more without --offline: only what is missing is fetched."};
    TRY(const auto chosen, choose_files(request.repository, snapshot_files(found.folder), request.choice));
    Download download{.snapshot = found.folder, .commit = found.commit};
    for (const HubFile& file : chosen)
        download.files.push_back(
            {.path = file.path, .hash = file.hash, .size = file.size.value_or(0), .was_there = true});
    return download;
}

}  // namespace tunebench
