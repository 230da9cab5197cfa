// The system calls that durable writing is made of, one virtual function each, so that a test can let any of
// them fail at any index. Each has the signature, the return value and the errno of the call it is named
// after.
#pragma once

#include <cstddef>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>

namespace tunebench {

class FileCalls {
public:
    virtual ~FileCalls() = default;

    virtual int open(const char* path, int flags, mode_t mode) const;
    virtual ssize_t write(int descriptor, const void* bytes, std::size_t count) const;
    virtual int fsync(int descriptor) const;
    virtual int ftruncate(int descriptor, off_t length) const;
    virtual int close(int descriptor) const;
    virtual int rename(const char* from, const char* to) const;
    virtual int unlink(const char* path) const;
    virtual int statvfs(const char* path, struct statvfs* out) const;
};

/// The calls of the operating system. Has no state; every thread may use it.
const FileCalls& real_file_calls();

}  // namespace tunebench
