#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/base/folder_lock.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

Error held_error(const std::filesystem::path& folder, const std::string& holder) {
    const auto name = folder.filename().string();
    if (!FolderLock::is_held(folder, FolderUse::Work) && FolderLock::is_held(folder, FolderUse::Read))
        return {.code = ErrorCode::Io,
                .message = fmt::format("The run {} is being exported or evaluated", name),
                .hint = "Wait until that has ended, or cancel it."};
    return {.code = ErrorCode::Io,
            .message = fmt::format("The run {} is being trained by {}", name, holder),
            .hint =
                "Stop it there first, or wait if it is only being moved; a run can be continued by one "
                "process at a time."};
}

Result<FolderLock> lock_for(FolderUse use, const std::filesystem::path& folder) {
    return FolderLock::acquire(folder, use,
                               [&](const std::string& holder) { return held_error(folder, holder); });
}

}  // namespace

Result<RunLock> RunLock::acquire(const RunFolder& folder) {
    TRY(auto lock, lock_for(FolderUse::Work, folder.path()));
    return RunLock(std::move(lock));
}

Result<RunLock> RunLock::acquire_alone(const RunFolder& folder) {
    TRY(auto lock, lock_for(FolderUse::Alone, folder.path()));
    return RunLock(std::move(lock));
}

Result<RunLock> RunLock::acquire_shared(const std::filesystem::path& run_folder) {
    bool is_moved = false;
    auto lock = FolderLock::acquire(run_folder, FolderUse::Read, [&](const std::string&) {
        is_moved = true;
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("The run {} is just being moved or cleaned up",
                                            run_folder.filename().string()),
                     .hint = "Try it again."};
    });
    if (is_moved)
        return lock.error();
    return RunLock(lock ? *std::move(lock) : FolderLock());
}

bool RunLock::is_held(const std::filesystem::path& run_folder) {
    return FolderLock::is_held(run_folder, FolderUse::Work);
}

bool RunLock::is_read(const std::filesystem::path& run_folder) {
    return FolderLock::is_held(run_folder, FolderUse::Read);
}

}  // namespace tunebench
