// FolderLock: one holder at a time works in a folder. It is a lock on the file `lock` in it, released when
// the process ends, however it ends.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/base/result.h"

namespace tunebench {

class FolderLock {
public:
    /// The error of a folder that is held by "process 123" or "another process".
    using HeldError = std::function<Error(const std::string& holder)>;

    /// `held_error` when somebody holds it, this process included; Io when the file cannot be locked.
    static Result<FolderLock> acquire(const std::filesystem::path& folder, const HeldError& held_error);

    /// Looking takes nothing.
    static bool is_held(const std::filesystem::path& folder);

    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();

    /// The open file: the folder is locked until the caller closes it.
    int release();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace tunebench
