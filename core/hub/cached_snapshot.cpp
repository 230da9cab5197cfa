#include "core/hub/cached_snapshot.h"

#include <algorithm>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "core/base/contained_path.h"
#include "core/base/durable_file.h"
#include "core/formats/safetensors_index.h"
#include "core/hub/hub_name.h"
#include "core/hub/repository_cache.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMaxIndexBytes = std::uint64_t{64} << 20;

bool has_cached_file(const fs::path& snapshot, const std::string& name) {
    const auto file = contained_path(snapshot, name);
    std::error_code ignored;
    return file && fs::is_regular_file(*file, ignored);
}

Result<std::set<std::string>> needed_weights(const fs::path& snapshot) {
    const std::string index = "model.safetensors.index.json";
    std::set<std::string> names;
    if (!has_cached_file(snapshot, index)) {
        names.insert("model.safetensors");
        return names;
    }
    TRY(const std::string text, read_file(snapshot / index, kMaxIndexBytes));
    TRY(const auto shards, parse_safetensors_index(text, (snapshot / index).string()));
    for (const auto& [tensor, shard] : shards)
        names.insert(shard);
    return names;
}

Result<std::vector<std::string>> missing_of_model(const fs::path& snapshot) {
    TRY(std::set<std::string> needed, needed_weights(snapshot));
    needed.insert("config.json");
    std::vector<std::string> missing;
    for (const auto& name : needed)
        if (!has_cached_file(snapshot, name))
            missing.push_back(name);
    return missing;
}

Error not_cached(const fs::path& cache, const Repository& repository, const std::string& revision) {
    return {
        .code = ErrorCode::NotFound,
        .message = fmt::format("{} ({}) is not in the cache {}.", repository.id, revision, cache.string()),
        .hint = fmt::format("`{}` fetches it, and so does the page Hub of the window.",
                            download_command({.id = repository.id, .revision = revision}, repository.kind))};
}

/// The name of the blob that a snapshot's file is a link to; empty for a copy.
std::string hash_of_link(const fs::path& file) {
    std::error_code error;
    const std::string name = fs::read_symlink(file, error).filename().string();
    return is_content_hash(name) ? name : std::string();
}

}  // namespace

Result<CachedSnapshot> find_cached_snapshot(const fs::path& cache, const Repository& repository,
                                            const std::string& revision) {
    TRY_VOID(parse_repository(repository.id, repository.kind));
    const RepositoryCache folder(cache, repository);
    const auto commit = folder.commit_of(revision);
    if (!commit && commit.error().code == ErrorCode::NotFound)
        return not_cached(cache, repository, revision);
    if (!commit)
        return commit.error();
    CachedSnapshot found{.folder = folder.snapshot(*commit), .commit = *commit};
    std::error_code ignored;
    if (!fs::is_directory(found.folder, ignored))
        return not_cached(cache, repository, revision);
    if (repository.kind == RepositoryKind::Model) {
        TRY(found.missing, missing_of_model(found.folder));
    }
    return found;
}

std::vector<HubFile> snapshot_files(const fs::path& folder) {
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

}  // namespace tunebench
