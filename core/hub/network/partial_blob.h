// PartialBlob: a blob that is on its way, as <hash>.incomplete. Every byte that is kept is hashed on the way
// in, so that the end needs no second reading; what an earlier process left is hashed when it is opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/file_calls.h"
#include "core/base/result.h"
#include "core/hub/network/content_hash.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

/// What a file on the hub is: its content's hash and size.
struct BlobIdentity {
    std::string hash = {};
    std::uint64_t size = 0;
    bool operator==(const BlobIdentity&) const = default;
};

class PartialBlob {
public:
    /// Goes on with what `file` holds; begins anew when that is more than the blob has.
    static Result<PartialBlob> open(const std::filesystem::path& file, const BlobIdentity& identity,
                                    const CancelToken& cancel, const FileCalls& calls = real_file_calls());

    PartialBlob(PartialBlob&& other) noexcept;
    PartialBlob& operator=(PartialBlob&& other) noexcept;
    PartialBlob(const PartialBlob&) = delete;
    PartialBlob& operator=(const PartialBlob&) = delete;
    ~PartialBlob();  // the file stays

    std::uint64_t size() const { return size_; }
    bool is_whole() const { return size_ == identity_.size; }

    /// Corrupt when the blob has no room for them; OutOfSpace and Io from the disk.
    Result<void> append(std::string_view bytes);
    Result<void> restart();

    /// Checks the hash, syncs and renames to `blob`. Corrupt, with both hashes, when the content is another:
    /// the file is deleted then.
    Result<void> finish(const std::filesystem::path& blob, std::string_view source);
    void remove();

private:
    PartialBlob(std::filesystem::path file, BlobIdentity identity, const FileCalls& calls);
    Result<void> read_existing(const CancelToken& cancel);

    const FileCalls* calls_;
    std::filesystem::path file_;
    BlobIdentity identity_;
    ContentHash hash_;
    std::uint64_t size_ = 0;
    int descriptor_ = -1;
};

}  // namespace tunebench
