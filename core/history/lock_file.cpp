#include "core/history/lock_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "core/base/file_errors.h"

namespace tunebench {

Result<LockFile> LockFile::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return file_error(errno, "write", file);
    return LockFile(descriptor);
}

LockFile::LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

LockFile::~LockFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

bool LockFile::lock(Kind kind, std::chrono::milliseconds patience) {
    const int operation = (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(descriptor_, operation) != 0) {
        // A file system without locks has no second process to be protected from that could be seen from
        // here.
        if (errno == ENOLCK || errno == ENOSYS || errno == EOPNOTSUPP)
            return true;
        if (std::chrono::steady_clock::now() >= end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

void LockFile::unlock() {
    ::flock(descriptor_, LOCK_UN);
}

}  // namespace tunebench
