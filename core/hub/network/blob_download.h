// BlobDownload: a file of the hub into the blobs of the cache: locked, resumed, tried again, verified.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/hub/network/attempts.h"
#include "core/hub/network/hub_client.h"
#include "core/hub/network/partial_blob.h"
#include "core/hub/repository_cache.h"

namespace tunebench {

class BlobDownload {
public:
    using OnBytes = std::function<void(std::uint64_t bytes)>;  // of the file that are there now

    BlobDownload(HubClient& client, const RepositoryCache& cache, const Repository& repository,
                 OnBytes on_bytes);

    /// Hash and size as the file's own headers say them.
    Result<BlobIdentity> ask_identity(const std::string& url);

    /// The blob's identity once it is in the cache. It differs from `expected` when the server has another
    /// content by now: that is fetched instead, from its first byte.
    Result<BlobIdentity> fetch(const std::string& url, BlobIdentity expected);

    std::uint64_t fetched_bytes() const { return fetched_bytes_; }  // over the network, by all calls

private:
    enum class Outcome { InCache, Changed };

    Result<Outcome> fetch_content(const std::string& url, const BlobIdentity& identity);
    Result<Outcome> fill(const std::string& url, const BlobIdentity& identity, PartialBlob& partial);

    HubClient& client_;
    const RepositoryCache& cache_;
    const Repository& repository_;
    OnBytes on_bytes_;
    std::uint64_t fetched_bytes_ = 0;
    std::string host_ = {};  // that sent the last bytes
};

}  // namespace tunebench
