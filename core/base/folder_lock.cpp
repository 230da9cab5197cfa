#include "core/base/folder_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_errors.h"

namespace tunebench {
namespace {

/// The first byte of the file stands for work, the second for reading. Locks of the open file, not of the
/// process: two holders in one process exclude each other too.
struct flock request_for(FolderUse use) {
    struct flock lock = {};
    lock.l_type = static_cast<short>(use == FolderUse::Read ? F_RDLCK : F_WRLCK);
    lock.l_whence = SEEK_SET;
    lock.l_start = use == FolderUse::Read ? 1 : 0;
    lock.l_len = use == FolderUse::Alone ? 0 : 1;  // 0: all
    return lock;
}

std::string holder_of(int file) {
    char text[32] = {};
    return pread(file, text, sizeof text - 1, 0) > 0 ? fmt::format("process {}", text) : "another process";
}

void write_holder(int file) {
    // Only for messages: a failure to write it must not stop the work.
    const auto text = std::to_string(getpid());
    if (ftruncate(file, 0) != 0 || pwrite(file, text.data(), text.size(), 0) < 0)
        return;
}

}  // namespace

Result<FolderLock> FolderLock::acquire(const std::filesystem::path& folder, FolderUse use,
                                       const HeldError& held_error) {
    const auto path = folder / "lock";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return file_error(errno, "lock", path);
    auto request = request_for(use);
    if (fcntl(file, F_OFD_SETLK, &request) != 0) {
        const auto reason = errno;
        const auto holder = holder_of(file);
        close(file);
        if (reason == EAGAIN || reason == EACCES)
            return held_error(holder);
        return file_error(reason, "lock", path);
    }
    if (use != FolderUse::Read)
        write_holder(file);
    return FolderLock(file);
}

bool FolderLock::is_held(const std::filesystem::path& folder, FolderUse use) {
    const int file = open((folder / "lock").c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return false;
    auto question = request_for(use);
    question.l_type = F_WRLCK;  // what any holder of that part is in the way of
    const bool asked = fcntl(file, F_OFD_GETLK, &question) == 0;
    close(file);
    return asked && question.l_type != F_UNLCK;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

FolderLock::~FolderLock() {
    if (file_ >= 0)
        close(file_);
}

}  // namespace tunebench
