// The hub: what its repositories hold, and their files brought into the shared cache. Everything here asks
// the network; without curl (TUNEBENCH_HUB=OFF) every function returns Unsupported.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/hub/file_choice.h"
#include "core/hub/hub_file.h"
#include "core/hub/hub_settings.h"
#include "core/hub/repository.h"
#include "core/hub/repository_cache.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

/// Waits before another try; returns early once the token is cancelled.
using Wait = std::function<void(std::chrono::milliseconds, const CancelToken&)>;
void wait_or_cancel(std::chrono::milliseconds time, const CancelToken& cancel);

struct TransferPolicy {
    std::chrono::seconds connect_timeout{10};
    std::chrono::milliseconds stall_timeout{30000};  // without a byte
    int attempts = 6;                                // in a row that bring no byte
    std::chrono::milliseconds first_wait{1000};      // doubled at every attempt in a row
    Wait wait = wait_or_cancel;
};

/// Who asks, and where.
struct HubAccess {
    HubSettings settings = {};
    std::string token = {};  // sent to the endpoint's own host only; empty: none
    TransferPolicy policy = {};
    MakeSymlink make_symlink = system_symlink;
};

/// Whether this build can ask the hub at all.
bool has_hub();

/// The commit that a revision stands for, and its files. Errors: NotFound for what does not exist or what the
/// token does not open, with what to do; Io when the hub cannot be reached; Corrupt for a strange answer;
/// Unsupported when the settings say offline.
Result<RepositoryListing> list_repository(const HubAccess& access, const Repository& repository,
                                          const std::string& revision, const CancelToken& cancel);

/// The repositories that the hub finds for a text, the most downloaded first; `limit` at most (1 to 1000).
/// Errors as list_repository.
Result<std::vector<SearchHit>> search_repositories(const HubAccess& access, RepositoryKind kind,
                                                   const std::string& text, int limit,
                                                   const CancelToken& cancel);

struct DownloadRequest {
    Repository repository = {};
    std::string revision = "main";
    FileChoice choice = {};
};

struct DownloadProgress {
    std::string file = {};  // the one that is being fetched or checked
    std::uint64_t file_bytes = 0;
    std::uint64_t file_size = 0;
    std::uint64_t bytes = 0;  // of all files, with those that were there before
    std::uint64_t size = 0;
    std::size_t files_done = 0;
    std::size_t file_count = 0;
};
using OnDownloadProgress = std::function<void(const DownloadProgress&)>;

struct DownloadedFile {
    std::string path = {};
    std::string hash = {};
    std::uint64_t size = 0;
    bool was_there = false;
};

struct Download {
    std::filesystem::path snapshot = {};
    std::string commit = {};
    std::vector<DownloadedFile> files = {};
    std::uint64_t fetched_bytes = 0;  // over the network
};

/// Brings the chosen files of a revision into the cache. What is there is not fetched again; what was begun
/// goes on where it ended. Every file's size and hash are checked before it gets its name. `progress` is
/// called on this thread, often. Cancelled: what has come stays, and the same call goes on with it. When the
/// settings say offline nothing is asked: the snapshot of the cache, or NotFound with what it lacks.
Result<Download> download_repository(const HubAccess& access, const DownloadRequest& request,
                                     const OnDownloadProgress& progress, const CancelToken& cancel);

}  // namespace tunebench
