#include "core/hub/cached_repositories.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/base/file_errors.h"
#include "core/base/folder_entries.h"
#include "core/hub/blob_lock.h"
#include "core/hub/cached_snapshot.h"
#include "core/hub/repository_cache.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kUnfinished = ".incomplete";

/// Links count nothing: what they lead to lies in the same folder.
std::uint64_t bytes_below(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code failed;
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        std::error_code ignored;
        if (!it->is_symlink(ignored) && it->is_regular_file(ignored))
            bytes += it->file_size(ignored);
    }
    return bytes;
}

std::vector<fs::path> unfinished_files(const fs::path& repository_folder) {
    auto files = folder_entries(repository_folder / "blobs");
    std::erase_if(files, [](const fs::path& file) { return file.extension() != kUnfinished; });
    return files;
}

/// Of "main", else the only one.
std::string chosen_commit(const fs::path& cache, const Repository& repository) {
    const RepositoryCache folder(cache, repository);
    if (const auto main = folder.commit_of("main"))
        return *main;
    auto commits = folder_entries(folder.folder() / "snapshots");
    std::erase_if(commits, [](const fs::path& path) { return !is_commit_hash(path.filename().string()); });
    return commits.size() == 1 ? commits.front().filename().string() : std::string();
}

CachedRepository described(const fs::path& cache, const Repository& repository) {
    const auto folder = RepositoryCache(cache, repository).folder();
    CachedRepository cached{.repository = repository, .bytes = bytes_below(folder)};
    std::error_code ignored;
    for (const auto& file : unfinished_files(folder))
        cached.unfinished_bytes += fs::file_size(file, ignored);
    cached.commit = chosen_commit(cache, repository);
    if (cached.commit.empty())
        return cached;
    if (const auto snapshot = find_cached_snapshot(cache, repository, cached.commit)) {
        cached.folder = snapshot->folder;
        cached.missing = snapshot->missing;
    }
    return cached;
}

Result<void> remove_folder(const fs::path& folder) {
    std::error_code failed;
    fs::remove_all(folder, failed);
    if (failed)
        return file_error(failed.value(), "delete", folder);
    return {};
}

/// Not while another process writes into it.
void remove_unless_locked(const fs::path& file, const fs::path& lock_file) {
    std::error_code ignored;
    fs::create_directories(lock_file.parent_path(), ignored);
    if (const auto lock = BlobLock::try_take(lock_file))
        fs::remove(file, ignored);
}

}  // namespace

std::vector<CachedRepository> cached_repositories(const fs::path& cache) {
    std::vector<CachedRepository> found;
    for (const auto& entry : folder_entries(cache)) {
        std::error_code ignored;
        const auto repository = repository_of_folder(entry.filename().string());
        if (repository && fs::is_directory(entry, ignored))
            found.push_back(described(cache, *repository));
    }
    std::ranges::stable_sort(found, {}, [](const CachedRepository& r) { return r.repository.kind; });
    return found;
}

bool has_unfinished_files(const fs::path& cache, const Repository& repository) {
    return !unfinished_files(RepositoryCache(cache, repository).folder()).empty();
}

Result<void> remove_repository(const fs::path& cache, const Repository& repository) {
    TRY_VOID(parse_repository(repository.id, repository.kind));
    const auto folder = RepositoryCache(cache, repository).folder();
    std::error_code ignored;
    if (!fs::exists(folder, ignored))
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("{} is not in the cache {}.", repository.id, cache.string())};
    TRY_VOID(remove_folder(folder));
    return remove_folder(cache / ".locks" / folder.filename());
}

Result<void> discard_unfinished(const fs::path& cache, const Repository& repository) {
    TRY_VOID(parse_repository(repository.id, repository.kind));
    const RepositoryCache folder(cache, repository);
    for (const auto& file : unfinished_files(folder.folder()))
        remove_unless_locked(file, folder.lock(file.stem().string()));
    if (bytes_below(folder.folder()) == 0 && unfinished_files(folder.folder()).empty())
        return remove_folder(folder.folder());
    return {};
}

}  // namespace tunebench
