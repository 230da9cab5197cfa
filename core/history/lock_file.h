// LockFile: an advisory lock between processes (flock), released by the system when the process ends, however
// it ends. Two LockFiles of one process exclude each other too.
#pragma once

#include <chrono>
#include <filesystem>

#include "core/base/result.h"

namespace tunebench {

class LockFile {
public:
    enum class Kind { Shared, Exclusive };

    /// Creates the file when it is missing; takes no lock yet.
    static Result<LockFile> open(const std::filesystem::path& file);

    LockFile(LockFile&& other) noexcept;
    LockFile& operator=(LockFile&& other) noexcept;
    ~LockFile();

    /// Takes the lock, or changes its kind; false when another one still holds it after `patience`. Asks
    /// again every millisecond instead of sleeping in the system, so that a stopped process cannot hang this
    /// one.
    bool lock(Kind kind, std::chrono::milliseconds patience);
    void unlock();

private:
    explicit LockFile(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace tunebench
