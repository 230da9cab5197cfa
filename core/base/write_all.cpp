#include "core/base/write_all.h"

#include <algorithm>
#include <cerrno>

namespace tunebench {

namespace {

constexpr std::size_t kMaxWriteBytes = std::size_t{64} << 20;

}  // namespace

int write_all(const FileCalls& calls, int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = calls.write(descriptor, bytes.data(), std::min(bytes.size(), kMaxWriteBytes));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            return EIO;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

int open_retrying(const FileCalls& calls, const char* path, int flags, mode_t mode) {
    int descriptor = -1;
    do
        descriptor = calls.open(path, flags, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

int sync_retrying(const FileCalls& calls, int descriptor) {
    int result = 0;
    do
        result = calls.fsync(descriptor);
    while (result != 0 && errno == EINTR);
    return result == 0 ? 0 : errno;
}

}  // namespace tunebench
