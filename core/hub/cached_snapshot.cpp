#include "core/hub/cached_snapshot.h"

#include <set>

#include <fmt/format.h>

#include "core/base/contained_path.h"
#include "core/base/durable_file.h"
#include "core/formats/safetensors_index.h"
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
    const auto* flag = repository.kind == RepositoryKind::Dataset ? " --dataset" : "";
    return {
        .code = ErrorCode::NotFound,
        .message = fmt::format("{} ({}) is not in the cache {}.", repository.id, revision, cache.string()),
        .hint = fmt::format("`tunebench-cli download {}{}` fetches it, where there is a network.",
                            repository.id, flag)};
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

}  // namespace tunebench
