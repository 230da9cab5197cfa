#include "core/hub/repository_cache.h"

#include <cerrno>
#include <functional>
#include <sstream>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/contained_path.h"
#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/unfinished_path.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMaxRefBytes = 1024;
constexpr std::uint64_t kMaxListBytes = std::uint64_t{1} << 30;

/// "models--org--name"
std::string folder_name(const Repository& repository) {
    std::string name = std::string(plural(repository.kind)) + "--";
    for (const char c : repository.id)
        name += c == '/' ? std::string("--") : std::string(1, c);
    return name;
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return file_error(error.value(), "make the folder", folder);
    return {};
}

bool is_file_of_size(const fs::path& path, std::uint64_t size) {
    std::error_code error;
    return fs::is_regular_file(path, error) && fs::file_size(path, error) == size && !error;
}

/// "../../blobs/<hash>", with one ".." more for each folder in `path`.
fs::path link_target(const std::string& path, const std::string& hash) {
    fs::path target = fs::path("..") / "..";
    for (const char c : path)
        if (c == '/')
            target /= "..";
    return target / "blobs" / hash;
}

bool links_cannot_be_made(int error_number) {
    return error_number == EPERM || error_number == EOPNOTSUPP || error_number == ENOSYS;
}

/// Beside the place and then renamed over it: nobody sees the snapshot without the file.
Result<void> place(const fs::path& wanted, const std::function<int(const fs::path&)>& make) {
    // Of the thread: two downloads of one process may link the same file.
    const fs::path temporary = wanted.parent_path() / fmt::format(".{}{}", ::gettid(), kTemporaryMarker);
    ::unlink(temporary.c_str());
    if (const int error = make(temporary); error != 0) {
        ::unlink(temporary.c_str());
        return file_error(error, "write", wanted);
    }
    return rename_durably(temporary, wanted);
}

std::string without_newline(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

}  // namespace

int system_symlink(const char* target, const char* link) {
    return ::symlink(target, link);
}

std::optional<Repository> repository_of_folder(std::string_view folder_name) {
    for (const auto kind : {RepositoryKind::Model, RepositoryKind::Dataset}) {
        const auto prefix = fmt::format("{}--", plural(kind));
        if (!folder_name.starts_with(prefix))
            continue;
        std::string id(folder_name.substr(prefix.size()));
        if (const auto between = id.find("--"); between != std::string::npos)
            id.replace(between, 2, "/");
        if (auto repository = parse_repository(id, kind))
            return *std::move(repository);
    }
    return std::nullopt;
}

RepositoryCache::RepositoryCache(fs::path cache, const Repository& repository, MakeSymlink make_symlink)
    : cache_(std::move(cache)), folder_(cache_ / folder_name(repository)), make_symlink_(make_symlink) {}

fs::path RepositoryCache::incomplete(const std::string& hash) const {
    return folder_ / "blobs" / (hash + ".incomplete");
}

fs::path RepositoryCache::lock(const std::string& hash) const {
    return cache_ / ".locks" / folder_.filename() / (hash + ".lock");
}

fs::path RepositoryCache::snapshot(const std::string& commit) const {
    return folder_ / "snapshots" / commit;
}

Result<void> RepositoryCache::prepare(const std::string& commit) const {
    for (const fs::path& folder :
         {folder_ / "blobs", folder_ / "refs", snapshot(commit), cache_ / ".locks" / folder_.filename()})
        TRY_VOID(make_folder(folder));
    return {};
}

bool RepositoryCache::has_blob(const std::string& hash, std::uint64_t size) const {
    return is_file_of_size(blob(hash), size);
}

Result<fs::path> RepositoryCache::file_path(const std::string& commit, const std::string& path) const {
    const fs::path folder = snapshot(commit);
    const fs::path file = folder / path;
    if (const std::size_t slash = path.rfind('/'); slash != std::string::npos)
        TRY_VOID(contained_path(folder, path.substr(0, slash)));
    std::error_code ignored;
    if (fs::is_symlink(file, ignored) && !fs::exists(file, ignored))
        ::unlink(file.c_str());
    return contained_path(folder, path);
}

Result<bool> RepositoryCache::has_file(const std::string& commit, const std::string& path,
                                       std::uint64_t size) const {
    TRY(const fs::path file, file_path(commit, path));
    return is_file_of_size(file, size);
}

Result<void> RepositoryCache::link(const std::string& commit, const std::string& path,
                                   const std::string& hash) const {
    TRY(const fs::path wanted, file_path(commit, path));
    TRY_VOID(make_folder(wanted.parent_path()));
    const fs::path target = link_target(path, hash);
    const auto make_link = [&](const fs::path& at) {
        return make_symlink_(target.c_str(), at.c_str()) == 0 ? 0 : errno;
    };
    const auto copy = [&](const fs::path& at) {
        std::error_code error;
        fs::copy_file(blob(hash), at, error);
        return error.value();
    };
    const auto link_or_copy = [&](const fs::path& at) {
        const int error = make_link(at);
        return links_cannot_be_made(error) ? copy(at) : error;
    };
    return place(wanted, link_or_copy);
}

Result<std::string> RepositoryCache::commit_of(const std::string& revision) const {
    if (is_commit_hash(revision))
        return revision;
    TRY_VOID(check_revision(revision));
    TRY(const fs::path file, contained_path(folder_ / "refs", revision));
    TRY(const std::string text, read_file(file, kMaxRefBytes));
    const std::string commit = without_newline(text);
    if (!is_commit_hash(commit))
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} does not hold a commit of 40 digits.", file.string()),
                     .hint = "Delete it and download the repository again."};
    return commit;
}

Result<void> RepositoryCache::write_ref(const std::string& revision, const std::string& commit) const {
    if (const auto known = commit_of(revision); known && *known == commit)
        return {};
    TRY_VOID(make_folder(folder_ / "refs"));
    TRY(const fs::path file, contained_path(folder_ / "refs", revision));
    TRY_VOID(make_folder(file.parent_path()));
    return write_file_durably(file, commit);
}

fs::path RepositoryCache::wanted_list(const std::string& commit) const {
    return cache_ / ".locks" / folder_.filename() / (commit + ".wanted");
}

Result<void> RepositoryCache::note_wanted(const std::string& commit,
                                          const std::vector<std::string>& paths) const {
    TRY_VOID(make_folder(wanted_list(commit).parent_path()));
    return write_file_durably(wanted_list(commit), fmt::format("{}\n", fmt::join(paths, "\n")));
}

void RepositoryCache::forget_wanted(const std::string& commit) const {
    std::error_code ignored;
    fs::remove(wanted_list(commit), ignored);
}

bool RepositoryCache::lacks_wanted(const std::string& commit) const {
    const auto text = read_file(wanted_list(commit), kMaxListBytes);
    if (!text)
        return false;
    std::istringstream lines(*text);
    for (std::string path; std::getline(lines, path);) {
        std::error_code ignored;
        if (!fs::exists(snapshot(commit) / path, ignored))
            return true;
    }
    return false;
}

Result<void> RepositoryCache::mark_missing(const std::string& commit, const std::string& path) const {
    const fs::path folder = folder_ / ".no_exist" / commit;
    TRY_VOID(make_folder(folder));
    if (is_marked_missing(commit, path))
        return {};
    TRY(const fs::path file, contained_path(folder, path));
    TRY_VOID(make_folder(file.parent_path()));
    return write_file_durably(file, {});
}

bool RepositoryCache::is_marked_missing(const std::string& commit, const std::string& path) const {
    const auto file = contained_path(folder_ / ".no_exist" / commit, path);
    std::error_code ignored;
    return file && fs::exists(*file, ignored);
}

}  // namespace tunebench
