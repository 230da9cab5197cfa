#include "core/hub/blob_lock.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "core/base/file_errors.h"
#include "core/hub/stopped.h"

namespace tunebench {

namespace {

constexpr std::chrono::milliseconds kBetweenTries{20};

/// Some tools delete the file when they are done: whoever locks it then holds nothing.
bool is_still_at(int descriptor, const std::filesystem::path& file) {
    struct stat locked {};
    struct stat named {};
    return ::fstat(descriptor, &locked) == 0 && ::stat(file.c_str(), &named) == 0 &&
           locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
}

bool has_no_locks(int error_number) {
    return error_number == ENOLCK || error_number == ENOSYS || error_number == EOPNOTSUPP;
}

}  // namespace

Result<BlobLock> BlobLock::take(const std::filesystem::path& file, const CancelToken& cancel) {
    while (!cancel.is_cancelled()) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return file_error(errno, "write", file);
        BlobLock lock(descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (has_no_locks(errno))
                return lock;
            std::this_thread::sleep_for(kBetweenTries);
        } else if (is_still_at(descriptor, file)) {
            return lock;
        }
    }
    return download_stopped();
}

std::optional<BlobLock> BlobLock::try_take(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return std::nullopt;
    BlobLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && !has_no_locks(errno))
        return std::nullopt;
    return lock;
}

BlobLock::BlobLock(BlobLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

BlobLock& BlobLock::operator=(BlobLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

BlobLock::~BlobLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

}  // namespace tunebench
