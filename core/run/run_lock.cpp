#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_errors.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

/// A write lock on the whole file. Of the open file, not the process: two holders in one process exclude each
/// other too, and looking whether it is held takes nothing.
struct flock whole_file() {
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

std::string holder_of(int file) {
    char text[32] = {};
    return pread(file, text, sizeof text - 1, 0) > 0 ? text : "";
}

void write_holder(int file) {
    // Only for messages: a failure to write it must not stop a run.
    const auto text = std::to_string(getpid());
    if (ftruncate(file, 0) != 0 || pwrite(file, text.data(), text.size(), 0) < 0)
        return;
}

Error is_held_error(const std::filesystem::path& folder, const std::string& holder) {
    const auto by = holder.empty() ? std::string("another process") : fmt::format("process {}", holder);
    return {.code = ErrorCode::Io,
            .message = fmt::format("The run {} is being trained by {}", folder.filename().string(), by),
            .hint = "Stop it there first; a run can be continued by one process at a time."};
}

}  // namespace

Result<RunLock> RunLock::acquire(const RunFolder& folder) {
    const auto path = folder.path() / "lock";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return file_error(errno, "lock", path);
    auto request = whole_file();
    if (fcntl(file, F_OFD_SETLK, &request) != 0) {
        const auto reason = errno;
        const auto holder = holder_of(file);
        close(file);
        if (reason == EAGAIN || reason == EACCES)
            return is_held_error(folder.path(), holder);
        return file_error(reason, "lock", path);
    }
    write_holder(file);
    return RunLock(file);
}

bool RunLock::is_held(const std::filesystem::path& run_folder) {
    const int file = open((run_folder / "lock").c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return false;
    auto question = whole_file();
    const bool asked = fcntl(file, F_OFD_GETLK, &question) == 0;
    close(file);
    return asked && question.l_type != F_UNLCK;
}

RunLock::RunLock(RunLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

RunLock& RunLock::operator=(RunLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

RunLock::~RunLock() {
    if (file_ >= 0)
        close(file_);
}

}  // namespace tunebench
