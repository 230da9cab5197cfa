// BlobLock: one process at a time fetches a blob. flock on the file that the filelock library of Python locks
// too, so that other tools of the shared cache wait as well.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

class BlobLock {
public:
    /// Waits until nobody else has it, or for Cancelled. A file system without locks counts as locked.
    static Result<BlobLock> take(const std::filesystem::path& file, const CancelToken& cancel);

    /// Nothing when somebody has it, or when it cannot be opened.
    static std::optional<BlobLock> try_take(const std::filesystem::path& file);

    BlobLock(BlobLock&& other) noexcept;
    BlobLock& operator=(BlobLock&& other) noexcept;
    BlobLock(const BlobLock&) = delete;
    BlobLock& operator=(const BlobLock&) = delete;
    ~BlobLock();

private:
    explicit BlobLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace tunebench
