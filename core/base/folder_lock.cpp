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

/// A write lock on the whole file. Of the open file, not the process: two holders in one process exclude each
/// other too.
struct flock whole_file() {
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
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

Result<FolderLock> FolderLock::acquire(const std::filesystem::path& folder, const HeldError& held_error) {
    const auto path = folder / "lock";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return file_error(errno, "lock", path);
    auto request = whole_file();
    if (fcntl(file, F_OFD_SETLK, &request) != 0) {
        const auto reason = errno;
        const auto holder = holder_of(file);
        close(file);
        if (reason == EAGAIN || reason == EACCES)
            return held_error(holder);
        return file_error(reason, "lock", path);
    }
    write_holder(file);
    return FolderLock(file);
}

bool FolderLock::is_held(const std::filesystem::path& folder) {
    const int file = open((folder / "lock").c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return false;
    auto question = whole_file();
    const bool asked = fcntl(file, F_OFD_GETLK, &question) == 0;
    close(file);
    return asked && question.l_type != F_UNLCK;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(other.release()) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

FolderLock::~FolderLock() {
    if (file_ >= 0)
        close(file_);
}

int FolderLock::release() {
    return std::exchange(file_, -1);
}

}  // namespace tunebench
