#include "core/base/file_calls.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace tunebench {

int FileCalls::open(const char* path, int flags, mode_t mode) const {
    return ::open(path, flags, mode);
}

ssize_t FileCalls::write(int descriptor, const void* bytes, std::size_t count) const {
    return ::write(descriptor, bytes, count);
}

int FileCalls::fsync(int descriptor) const {
    return ::fsync(descriptor);
}

int FileCalls::ftruncate(int descriptor, off_t length) const {
    return ::ftruncate(descriptor, length);
}

int FileCalls::close(int descriptor) const {
    return ::close(descriptor);
}

int FileCalls::rename(const char* from, const char* to) const {
    return std::rename(from, to);
}

int FileCalls::unlink(const char* path) const {
    return ::unlink(path);
}

int FileCalls::statvfs(const char* path, struct statvfs* out) const {
    return ::statvfs(path, out);
}

const FileCalls& real_file_calls() {
    static const FileCalls calls;
    return calls;
}

}  // namespace tunebench
