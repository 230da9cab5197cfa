// FolderLock: who works in a folder, reads it or moves it. It is a lock on parts of the file `lock` in it,
// released when its process ends, however it ends. Holders of one process count like those of several.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/base/result.h"

namespace tunebench {

enum class FolderUse {
    Work,   // one at a time; does not keep readers away
    Read,   // any number
    Alone,  // while nobody works in it or reads it
};

class FolderLock {
public:
    /// The error of a folder that is held by "process 123" or "another process".
    using HeldError = std::function<Error(const std::string& holder)>;

    /// `held_error` when a holder is in the way, of this process too; Io when the file cannot be locked.
    static Result<FolderLock> acquire(const std::filesystem::path& folder, FolderUse use,
                                      const HeldError& held_error);

    /// Looking takes nothing. Alone counts as both of the others.
    static bool is_held(const std::filesystem::path& folder, FolderUse use = FolderUse::Work);

    FolderLock() = default;  // holds nothing
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace tunebench
