#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/write_all.h"

namespace tunebench {

namespace {

/// Where the last complete line ends: the offset behind the last newline, 0 without one; -1 with errno.
off_t end_of_last_line(int descriptor, off_t size) {
    std::array<char, 4096> block = {};
    off_t end = size;
    while (end > 0) {
        const off_t begin = std::max<off_t>(0, end - static_cast<off_t>(block.size()));
        const ssize_t count = ::pread(descriptor, block.data(), static_cast<std::size_t>(end - begin), begin);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        const std::string_view text(block.data(), static_cast<std::size_t>(count));
        if (const std::size_t newline = text.rfind('\n'); newline != std::string_view::npos)
            return begin + static_cast<off_t>(newline) + 1;
        end = begin;
    }
    return 0;
}

}  // namespace

Result<AppendFile> AppendFile::open(const std::filesystem::path& path, const FileCalls& calls) {
    AppendFile file;
    file.calls_ = &calls;
    file.path_ = path;
    file.descriptor_ =
        open_retrying(calls, path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0666);
    if (file.descriptor_ < 0)
        return is_out_of_space(errno) ? out_of_space(path, 0, calls) : file_error(errno, "write", path);
    struct stat status {};
    if (::fstat(file.descriptor_, &status) != 0)
        return file_error(errno, "read", path);
    if (!S_ISREG(status.st_mode))
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("Cannot write {}: it is not a regular file.", path.string()),
                     .hint = "Move away what is there."};
    const off_t complete = end_of_last_line(file.descriptor_, status.st_size);
    if (complete < 0 || (complete < status.st_size && calls.ftruncate(file.descriptor_, complete) != 0))
        return file_error(errno, "repair the last line of", path);
    file.size_ = static_cast<std::uint64_t>(complete);
    return file;
}

AppendFile::AppendFile(AppendFile&& other) noexcept {
    *this = std::move(other);
}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
    std::swap(calls_, other.calls_);
    std::swap(path_, other.path_);
    std::swap(size_, other.size_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(directory_synced_, other.directory_synced_);
    return *this;
}

AppendFile::~AppendFile() {
    close();
}

void AppendFile::close() {
    if (descriptor_ >= 0)
        calls_->close(std::exchange(descriptor_, -1));
}

Result<void> AppendFile::append_line(std::string_view line) {
    if (line.find('\n') != std::string_view::npos)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("Cannot append to {}: the line has a newline in it.", path_.string())};
    if (descriptor_ < 0)
        return Error{
            .code = ErrorCode::Io,
            .message = fmt::format("Cannot append to {}: it was closed after a write that failed halfway.",
                                   path_.string()),
            .hint = "Open the run again: the incomplete last line is then removed."};
    const int error = write_all(*calls_, descriptor_, std::string(line) + '\n');
    if (error == 0) {
        size_ += line.size() + 1;
        return {};
    }
    // Half a line that stays would be joined with the next one: then no line may follow.
    if (calls_->ftruncate(descriptor_, static_cast<off_t>(size_)) != 0)
        close();
    return is_out_of_space(error) ? out_of_space(path_, line.size() + 1, *calls_)
                                  : file_error(error, "write", path_);
}

Result<void> AppendFile::sync() {
    const int error = sync_retrying(*calls_, descriptor_);
    if (is_out_of_space(error))
        return out_of_space(path_, 0, *calls_);
    if (error != 0)
        return file_error(error, "write", path_);
    if (!directory_synced_)
        directory_synced_ = sync_directory(folder_of(path_), *calls_).has_value();
    return {};
}

}  // namespace tunebench
