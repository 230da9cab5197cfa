// RepositoryCache: the folder of one repository in the cache that all tools of Hugging Face share, as the
// hub's documentation lays it out ("Hub Local Cache"):
//   <cache>/models--org--name/blobs/<hash>                 each content once
//                            /snapshots/<commit>/<path>    relative links to the blobs
//                            /refs/<revision>              the commit that a branch or tag stood for
//                            /.no_exist/<commit>/<path>    empty: the hub has no such file
//   <cache>/.locks/models--org--name/<hash>.lock
//                                   /<commit>.wanted       ours: what a download that goes on will bring
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/hub/repository.h"

namespace tunebench {

/// symlink(2): the tests give one that fails.
using MakeSymlink = int (*)(const char* target, const char* link);
int system_symlink(const char* target, const char* link);

/// The repository whose folder in a cache is called so: "models--org--name".
std::optional<Repository> repository_of_folder(std::string_view folder_name);

class RepositoryCache {
public:
    RepositoryCache(std::filesystem::path cache, const Repository& repository,
                    MakeSymlink make_symlink = system_symlink);

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path blob(const std::string& hash) const { return folder_ / "blobs" / hash; }
    std::filesystem::path incomplete(const std::string& hash) const;
    std::filesystem::path lock(const std::string& hash) const;
    std::filesystem::path snapshot(const std::string& commit) const;

    /// Makes the folders that a download of this commit writes into.
    Result<void> prepare(const std::string& commit) const;

    /// Where the file of a snapshot belongs. Corrupt when `path` would leave the snapshot. A link that leads
    /// to nothing (somebody deleted its blob) is removed.
    Result<std::filesystem::path> file_path(const std::string& commit, const std::string& path) const;

    /// Whether the blob is there with this size.
    bool has_blob(const std::string& hash, std::uint64_t size) const;

    /// Whether the file of a snapshot is there with this size.
    Result<bool> has_file(const std::string& commit, const std::string& path, std::uint64_t size) const;

    /// Puts the blob into the snapshot as `path`: as a relative link, or as a copy where the file system has
    /// no links. Replaces what stands there.
    Result<void> link(const std::string& commit, const std::string& path, const std::string& hash) const;

    /// The commit of a revision: itself, or what refs/<revision> says; NotFound otherwise.
    Result<std::string> commit_of(const std::string& revision) const;
    Result<void> write_ref(const std::string& revision, const std::string& commit) const;

    /// A download of these files begins: until forget_wanted() the snapshot is not whole without them.
    Result<void> note_wanted(const std::string& commit, const std::vector<std::string>& paths) const;
    void forget_wanted(const std::string& commit) const;
    /// Whether a download that did not end left one of its files out.
    bool lacks_wanted(const std::string& commit) const;

    /// Notes that the hub has no such file, so that nobody asks again.
    Result<void> mark_missing(const std::string& commit, const std::string& path) const;
    bool is_marked_missing(const std::string& commit, const std::string& path) const;

private:
    std::filesystem::path wanted_list(const std::string& commit) const;

    std::filesystem::path cache_;
    std::filesystem::path folder_;
    MakeSymlink make_symlink_;
};

}  // namespace tunebench
