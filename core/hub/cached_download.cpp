#include "core/hub/cached_download.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/hub/cached_snapshot.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

/// The name of the blob that a snapshot's file is a link to; empty for a copy.
std::string hash_of_link(const fs::path& file) {
    std::error_code error;
    const std::string name = fs::read_symlink(file, error).filename().string();
    return is_content_hash(name) ? name : std::string();
}

std::vector<HubFile> files_of_snapshot(const fs::path& folder) {
    std::vector<HubFile> files;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            files.push_back({.path = entry->path().lexically_relative(folder).generic_string(),
                             .size = fs::file_size(entry->path(), ignored),
                             .hash = hash_of_link(entry->path())});
    }
    std::sort(files.begin(), files.end(), [](const HubFile& a, const HubFile& b) { return a.path < b.path; });
    return files;
}

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
    TRY(const auto chosen, choose_files(request.repository, files_of_snapshot(found.folder), request.choice));
    Download download{.snapshot = found.folder, .commit = found.commit};
    for (const HubFile& file : chosen)
        download.files.push_back(
            {.path = file.path, .hash = file.hash, .size = file.size.value_or(0), .was_there = true});
    return download;
}

}  // namespace tunebench
