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

/// Bytes of the file `lock`; none: all.
struct Part {
    off_t start = 0;
    off_t bytes = 0;
};
constexpr Part kTraining{0, 1};
constexpr Part kReading{1, 1};
constexpr Part kAll{0, 0};

/// Of the open file, not the process: two holders in one process exclude each other too, and looking whether
/// it is held takes nothing.
struct flock request_for(Part part, short type) {
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = part.start;
    lock.l_len = part.bytes;
    return lock;
}

bool is_taken(int file, Part part) {
    auto question = request_for(part, F_WRLCK);
    return fcntl(file, F_OFD_GETLK, &question) == 0 && question.l_type != F_UNLCK;
}

bool is_taken(const std::filesystem::path& run_folder, Part part) {
    const int file = open((run_folder / "lock").c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool taken = is_taken(file, part);
    close(file);
    return taken;
}

int open_lock(const std::filesystem::path& run_folder) {
    return open((run_folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

bool means_taken(int reason) {
    return reason == EAGAIN || reason == EACCES;
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

Error is_held_error(const std::filesystem::path& folder, int file) {
    const auto name = folder.filename().string();
    if (!is_taken(file, kTraining) && is_taken(file, kReading))
        return {.code = ErrorCode::Io,
                .message = fmt::format("The run {} is being exported or evaluated", name),
                .hint = "Wait until that has ended, or cancel it."};
    const auto holder = holder_of(file);
    const auto by = holder.empty() ? std::string("another process") : fmt::format("process {}", holder);
    return {.code = ErrorCode::Io,
            .message = fmt::format("The run {} is being trained by {}", name, by),
            .hint = "Stop it there first; a run can be continued by one process at a time."};
}

/// The open file.
Result<int> take_lock(const std::filesystem::path& folder, Part part) {
    const int file = open_lock(folder);
    if (file < 0)
        return file_error(errno, "lock", folder / "lock");
    auto request = request_for(part, F_WRLCK);
    if (fcntl(file, F_OFD_SETLK, &request) == 0) {
        write_holder(file);
        return file;
    }
    const auto reason = errno;
    auto error =
        means_taken(reason) ? is_held_error(folder, file) : file_error(reason, "lock", folder / "lock");
    close(file);
    return error;
}

}  // namespace

Result<RunLock> RunLock::acquire(const RunFolder& folder) {
    TRY(const int file, take_lock(folder.path(), kTraining));
    return RunLock(file);
}

Result<RunLock> RunLock::acquire_alone(const RunFolder& folder) {
    TRY(const int file, take_lock(folder.path(), kAll));
    return RunLock(file);
}

Result<RunLock> RunLock::acquire_shared(const std::filesystem::path& run_folder) {
    const int file = open_lock(run_folder);
    auto request = request_for(kReading, F_RDLCK);
    if (file < 0 || fcntl(file, F_OFD_SETLK, &request) == 0)
        return RunLock(file);
    const auto reason = errno;
    close(file);
    if (means_taken(reason))
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("The run {} is just being moved or cleaned up",
                                            run_folder.filename().string()),
                     .hint = "Try it again."};
    return RunLock(-1);
}

bool RunLock::is_held(const std::filesystem::path& run_folder) {
    return is_taken(run_folder, kTraining);
}

bool RunLock::is_read(const std::filesystem::path& run_folder) {
    return is_taken(run_folder, kReading);
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
