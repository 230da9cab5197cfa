#include <string>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/folder_lock.h"
#include "core/run/run_folder.h"

namespace tunebench {

Result<RunLock> RunLock::acquire(const RunFolder& folder) {
    const auto held_error = [&folder](const std::string& holder) {
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("The run {} is being trained by {}",
                                            folder.path().filename().string(), holder),
                     .hint = "Stop it there first; a run can be continued by one process at a time."};
    };
    TRY(auto lock, FolderLock::acquire(folder.path(), held_error));
    return RunLock(lock.release());
}

bool RunLock::is_held(const std::filesystem::path& run_folder) {
    return FolderLock::is_held(run_folder);
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
