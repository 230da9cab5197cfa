#include <algorithm>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/hub/cached_download.h"
#include "core/hub/hub.h"
#include "core/hub/network/blob_download.h"
#include "core/hub/network/hub_urls.h"
#include "core/hub/network/listing.h"

namespace tunebench {

namespace {

/// A chosen file with what it must turn out to be.
struct WantedFile {
    std::string path = {};
    std::string url = {};
    BlobIdentity identity = {};
};

class RepositoryDownload {
public:
    RepositoryDownload(HubClient& client, const DownloadRequest& request, const OnDownloadProgress& progress);

    Result<Download> run();

private:
    Result<void> plan(const std::vector<HubFile>& chosen);
    Result<BlobIdentity> identity_of(const HubFile& file, const std::string& url);
    Result<std::uint64_t> missing_bytes(const WantedFile& file) const;
    Result<void> check_space() const;
    Result<void> note_wanted() const;
    Result<void> bring(const WantedFile& file);
    Result<void> note_missing(const std::vector<HubFile>& listed) const;
    void show(std::uint64_t file_bytes);

    HubClient& client_;
    const DownloadRequest& request_;
    const OnDownloadProgress& on_progress_;
    RepositoryCache cache_;
    BlobDownload blobs_;
    std::vector<WantedFile> wanted_ = {};
    DownloadProgress progress_ = {};
    std::uint64_t bytes_before_ = 0;  // of the files that are done
    Download download_ = {};
};

RepositoryDownload::RepositoryDownload(HubClient& client, const DownloadRequest& request,
                                       const OnDownloadProgress& progress)
    : client_(client),
      request_(request),
      on_progress_(progress),
      cache_(client.access().settings.cache, request.repository, client.access().make_symlink),
      blobs_(client, cache_, request.repository, [this](std::uint64_t bytes) { show(bytes); }) {}

Result<Download> RepositoryDownload::run() {
    TRY(const RepositoryListing listing, list_files(client_, request_.repository, request_.revision));
    TRY(const auto chosen, choose_files(request_.repository, listing.files, request_.choice));
    download_.commit = listing.commit;
    download_.snapshot = cache_.snapshot(listing.commit);
    TRY_VOID(cache_.prepare(listing.commit));
    TRY_VOID(plan(chosen));
    TRY_VOID(check_space());
    TRY_VOID(note_wanted());
    for (const WantedFile& file : wanted_)
        TRY_VOID(bring(file));
    TRY_VOID(note_missing(listing.files));
    // Last: until then the revision leads to what was there before.
    TRY_VOID(cache_.write_ref(request_.revision, listing.commit));
    cache_.forget_wanted(listing.commit);
    download_.fetched_bytes = blobs_.fetched_bytes();
    return download_;
}

Result<void> RepositoryDownload::plan(const std::vector<HubFile>& chosen) {
    for (const HubFile& file : chosen) {
        TRY_VOID(cache_.file_path(download_.commit, file.path));
        const std::string url =
            file_url(client_.access().settings, request_.repository, download_.commit, file.path);
        TRY(BlobIdentity identity, identity_of(file, url));
        progress_.size += identity.size;
        wanted_.push_back({.path = file.path, .url = url, .identity = std::move(identity)});
    }
    progress_.file_count = wanted_.size();
    return {};
}

Result<BlobIdentity> RepositoryDownload::identity_of(const HubFile& file, const std::string& url) {
    if (!file.hash.empty() && file.size)
        return BlobIdentity{.hash = file.hash, .size = *file.size};
    return blobs_.ask_identity(url);
}

Result<std::uint64_t> RepositoryDownload::missing_bytes(const WantedFile& file) const {
    const BlobIdentity& identity = file.identity;
    TRY(const bool is_linked, cache_.has_file(download_.commit, file.path, identity.size));
    if (is_linked || cache_.has_blob(identity.hash, identity.size))
        return std::uint64_t{0};
    std::error_code error;
    const auto begun = std::filesystem::file_size(cache_.incomplete(identity.hash), error);
    return identity.size - (error ? 0 : std::min<std::uint64_t>(begun, identity.size));
}

Result<void> RepositoryDownload::check_space() const {
    std::uint64_t needed = 0;
    for (const WantedFile& file : wanted_) {
        TRY(const std::uint64_t missing, missing_bytes(file));
        needed += missing;
    }
    const auto free = free_bytes(cache_.folder());
    if (free && *free < needed)
        return out_of_space(cache_.folder(), needed, real_file_calls());
    return {};
}

Result<void> RepositoryDownload::note_wanted() const {
    std::vector<std::string> paths;
    for (const WantedFile& file : wanted_)
        paths.push_back(file.path);
    return cache_.note_wanted(download_.commit, paths);
}

Result<void> RepositoryDownload::bring(const WantedFile& file) {
    progress_.file = file.path;
    progress_.file_size = file.identity.size;
    DownloadedFile done{.path = file.path, .hash = file.identity.hash, .size = file.identity.size};
    TRY(const bool was_linked, cache_.has_file(download_.commit, file.path, file.identity.size));
    done.was_there = was_linked || cache_.has_blob(file.identity.hash, file.identity.size);
    if (!was_linked) {
        TRY(const BlobIdentity fetched, blobs_.fetch(file.url, file.identity));
        TRY_VOID(cache_.link(download_.commit, file.path, fetched.hash));
        done.hash = fetched.hash;
        done.size = fetched.size;
    }
    bytes_before_ += file.identity.size;
    ++progress_.files_done;
    download_.files.push_back(std::move(done));
    progress_.bytes = bytes_before_;
    progress_.file_bytes = file.identity.size;
    on_progress_(progress_);
    return {};
}

/// Other tools ask for these files by name, and need not ask the hub again.
Result<void> RepositoryDownload::note_missing(const std::vector<HubFile>& listed) const {
    if (request_.repository.kind != RepositoryKind::Model)
        return {};
    for (const std::string_view name : usual_model_files()) {
        const auto is_it = [name](const HubFile& file) { return file.path == name; };
        if (std::none_of(listed.begin(), listed.end(), is_it))
            TRY_VOID(cache_.mark_missing(download_.commit, std::string(name)));
    }
    return {};
}

void RepositoryDownload::show(std::uint64_t file_bytes) {
    progress_.file_bytes = file_bytes;
    progress_.bytes = bytes_before_ + file_bytes;
    on_progress_(progress_);
}

}  // namespace

Result<Download> download_repository(const HubAccess& access, const DownloadRequest& request,
                                     const OnDownloadProgress& progress, const CancelToken& cancel) {
    TRY_VOID(parse_repository(request.repository.id, request.repository.kind));
    TRY_VOID(check_revision(request.revision));
    if (access.settings.offline)
        return cached_download(access.settings.cache, request);
    TRY(HubClient client, HubClient::open(access, cancel));
    return RepositoryDownload(client, request, progress).run();
}

}  // namespace tunebench
