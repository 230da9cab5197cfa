#include "core/base/input_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_errors.h"

namespace tunebench {

namespace {

constexpr std::size_t kMaxReadBytes = std::size_t{64} << 20;

}  // namespace

Result<InputFile> InputFile::open(const std::filesystem::path& path) {
    int descriptor = -1;
    do
        descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0)
        return file_error(errno, "read", path);
    InputFile file(path, descriptor);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return file_error(errno, "read", path);
    if (S_ISDIR(status.st_mode))
        return file_error(EISDIR, "read", path);
    if (!S_ISREG(status.st_mode))
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("Cannot read {}: it is not a regular file.", path.string()),
                     .hint = "Give the path of a file; pipes and devices are not read."};
    return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

InputFile::~InputFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Result<std::size_t> InputFile::read(std::span<char> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const ssize_t count =
            ::read(descriptor_, buffer.data() + filled, std::min(buffer.size() - filled, kMaxReadBytes));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return file_error(errno, "read", path_);
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

Result<std::uint64_t> InputFile::size() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0)
        return file_error(errno, "read", path_);
    return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace tunebench
