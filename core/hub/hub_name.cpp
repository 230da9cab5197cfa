#include "core/hub/hub_name.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/contained_path.h"
#include "core/hub/cached_repositories.h"
#include "core/hub/cached_snapshot.h"
#include "core/hub/repository_cache.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

/// Where the revision at the beginning of `text` ends.
std::size_t end_of_revision(std::string_view text) {
    for (const std::string_view prefix : {"refs/pr/", "refs/convert/"})
        if (text.starts_with(prefix))
            return text.find('/', prefix.size());
    return text.find('/');
}

Error not_whole(const HubName& name, RepositoryKind kind, const std::vector<std::string>& missing) {
    return {.code = ErrorCode::NotFound,
            .message = fmt::format("The hub's cache holds {} without {}.", name.id, fmt::join(missing, ", ")),
            .hint = fmt::format("`{}` fetches what is missing; so does Download on the page Hub.",
                                download_command(name, kind))};
}

Error begun_only(const HubName& name, RepositoryKind kind) {
    return {.code = ErrorCode::NotFound,
            .message = fmt::format("{} has not been downloaded to its end.", name.id),
            .hint = fmt::format("`{}` goes on with it; so does the page Hub.", download_command(name, kind))};
}

Error not_in_it(const HubName& name, RepositoryKind kind) {
    return {
        .code = ErrorCode::NotFound,
        .message = fmt::format("{} ({}) has no {} in the hub's cache.", name.id, name.revision, name.path),
        .hint = fmt::format("Look at its spelling, or fetch it: `{} --include \"{}\"`.",
                            download_command(name, kind), name.path)};
}

}  // namespace

std::optional<HubName> parse_hub_name(std::string_view text) {
    const std::size_t at = text.find('@');
    HubName name{.id = std::string(text.substr(0, at))};
    if (name.id.find('/') == std::string::npos || !parse_repository(name.id, RepositoryKind::Model))
        return std::nullopt;
    if (at == std::string_view::npos)
        return name;
    const std::string_view tail = text.substr(at + 1);
    const std::size_t end = end_of_revision(tail);
    name.revision = tail.substr(0, end);
    if (!check_revision(name.revision))
        return std::nullopt;
    if (end != std::string_view::npos)
        name.path = tail.substr(end + 1);
    return end != std::string_view::npos && name.path.empty() ? std::nullopt : std::optional(name);
}

std::string hub_name_text(const HubName& name) {
    if (name.path.empty())
        return name.revision == "main" ? name.id : fmt::format("{}@{}", name.id, name.revision);
    return fmt::format("{}@{}/{}", name.id, name.revision, name.path);
}

std::string download_command(const HubName& name, RepositoryKind kind) {
    std::string command = fmt::format("tunebench-cli download {}", name.id);
    if (kind == RepositoryKind::Dataset)
        command += " --dataset";
    if (name.revision != "main")
        command += fmt::format(" --revision {}", name.revision);
    return command;
}

Result<fs::path> find_hub_source(const fs::path& cache, RepositoryKind kind, const HubName& name) {
    const Repository repository{.kind = kind, .id = name.id};
    TRY(const auto snapshot, find_cached_snapshot(cache, repository, name.revision));
    if (!snapshot.missing.empty())
        return not_whole(name, kind, snapshot.missing);
    // Of a data set only a download knows what is missing, and the folder of a commit is there from the
    // beginning.
    if (kind == RepositoryKind::Dataset && is_commit_hash(name.revision) &&
        (has_unfinished_files(cache, repository) ||
         RepositoryCache(cache, repository).lacks_wanted(name.revision)))
        return begun_only(name, kind);
    if (name.path.empty())
        return snapshot.folder;
    TRY(const auto path, contained_path(snapshot.folder, name.path));
    std::error_code ignored;
    if (!fs::exists(path, ignored))
        return not_in_it(name, kind);
    return path;
}

std::optional<NamedSource> named_source(const fs::path& path) {
    const std::vector<fs::path> parts(path.begin(), path.end());
    fs::path cache;
    for (std::size_t i = 0; i + 2 < parts.size(); cache /= parts[i++]) {
        const auto repository = repository_of_folder(parts[i].string());
        if (!repository || parts[i + 1] != "snapshots" || !is_commit_hash(parts[i + 2].string()))
            continue;
        fs::path inside;
        for (std::size_t rest = i + 3; rest < parts.size(); ++rest)
            inside /= parts[rest];
        return NamedSource{
            .kind = repository->kind,
            .cache = cache,
            .name = {
                .id = repository->id, .revision = parts[i + 2].string(), .path = inside.generic_string()}};
    }
    return std::nullopt;
}

}  // namespace tunebench
