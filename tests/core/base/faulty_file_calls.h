// The real system calls, but one of them, chosen by its index, fails or does half of its work.
#pragma once

#include <cerrno>
#include <string>
#include <vector>

#include "core/base/file_calls.h"

namespace tunebench::test {

class FaultyFileCalls : public FileCalls {
public:
    static constexpr int kShortWrite = -1;  // instead of an errno

    FaultyFileCalls() = default;
    FaultyFileCalls(std::size_t failing_index, int error) : failing_index_(failing_index), error_(error) {}

    /// The names of the calls made, in order.
    const std::vector<std::string>& made() const { return made_; }

    /// The name of the call that failed; empty when it was never reached.
    std::string failed() const { return failing_index_ < made_.size() ? made_[failing_index_] : ""; }

    int open(const char* path, int flags, mode_t mode) const override {
        return fails("open") ? -1 : FileCalls::open(path, flags, mode);
    }
    ssize_t write(int descriptor, const void* bytes, std::size_t count) const override {
        if (!fails("write"))
            return FileCalls::write(descriptor, bytes, count);
        return error_ == kShortWrite ? FileCalls::write(descriptor, bytes, (count + 1) / 2) : -1;
    }
    int fsync(int descriptor) const override { return fails("fsync") ? -1 : FileCalls::fsync(descriptor); }
    int ftruncate(int descriptor, off_t length) const override {
        return fails("ftruncate") ? -1 : FileCalls::ftruncate(descriptor, length);
    }
    int close(int descriptor) const override {
        const bool failing = fails("close");
        const int error = errno;
        const int result = FileCalls::close(descriptor);  // Linux closes the descriptor even when close fails
        errno = error;
        return failing ? -1 : result;
    }
    int rename(const char* from, const char* to) const override {
        return fails("rename") ? -1 : FileCalls::rename(from, to);
    }
    int unlink(const char* path) const override { return fails("unlink") ? -1 : FileCalls::unlink(path); }
    int statvfs(const char* path, struct statvfs* out) const override {
        return fails("statvfs") ? -1 : FileCalls::statvfs(path, out);
    }

private:
    bool fails(std::string name) const {
        made_.push_back(std::move(name));
        if (made_.size() - 1 != failing_index_ || (error_ == kShortWrite && made_.back() != "write"))
            return false;
        errno = error_;
        return true;
    }

    std::size_t failing_index_ = static_cast<std::size_t>(-1);
    int error_ = 0;
    mutable std::vector<std::string> made_ = {};
};

}  // namespace tunebench::test
