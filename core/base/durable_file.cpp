#include "core/base/durable_file.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_errors.h"
#include "core/base/write_all.h"

namespace tunebench {

namespace {

constexpr mode_t kNewFileMode = 0666;  // the umask takes away from it
constexpr int kNameAttempts = 100;

std::filesystem::path temporary_name(const std::filesystem::path& path, int attempt) {
    constexpr std::size_t kKeptNameBytes = 180;  // with the rest within the 255 bytes of a name
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    const std::string name = path.filename().string().substr(0, kKeptNameBytes);
    return folder_of(path) / fmt::format(".{}{}{}-{:x}-{}", name, kTemporaryMarker, ::getpid(), now, attempt);
}

/// The permissions of the file that is about to be replaced, if there is one.
bool existing_mode(const std::filesystem::path& path, mode_t& mode) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    mode = status.st_mode & 0777;
    return true;
}

struct Temporary {
    std::filesystem::path path = {};
    int descriptor = -1;
};

Result<Temporary> create_temporary(const std::filesystem::path& path, std::uint64_t expected_bytes,
                                   const FileCalls& calls) {
    mode_t mode = kNewFileMode;
    const bool replaces = existing_mode(path, mode);
    Temporary temporary;
    for (int attempt = 0; attempt < kNameAttempts && temporary.descriptor < 0; ++attempt) {
        temporary.path = temporary_name(path, attempt);
        temporary.descriptor = open_retrying(calls, temporary.path.c_str(),
                                             O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
        if (temporary.descriptor < 0 && errno != EEXIST)
            break;
    }
    if (temporary.descriptor < 0)
        return is_out_of_space(errno) ? out_of_space(path, expected_bytes, calls)
                                      : file_error(errno, "write", path);
    // The umask may have taken away what the old file had. File systems without permissions refuse: no
    // matter.
    if (replaces && ::fchmod(temporary.descriptor, mode) != 0)
        errno = 0;
    return temporary;
}

}  // namespace

Result<DurableFileWriter> DurableFileWriter::open(const std::filesystem::path& path,
                                                  std::uint64_t expected_bytes, const FileCalls& calls) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return file_error(EISDIR, "write", path);
    if (const auto free = free_bytes(path, calls); free && *free < expected_bytes)
        return out_of_space(path, expected_bytes, calls);
    TRY(Temporary temporary, create_temporary(path, expected_bytes, calls));
    DurableFileWriter writer;
    writer.calls_ = &calls;
    writer.path_ = path;
    writer.temporary_ = std::move(temporary.path);
    writer.descriptor_ = temporary.descriptor;
    writer.expected_ = expected_bytes;
    return writer;
}

DurableFileWriter::DurableFileWriter(DurableFileWriter&& other) noexcept {
    *this = std::move(other);
}

DurableFileWriter& DurableFileWriter::operator=(DurableFileWriter&& other) noexcept {
    std::swap(calls_, other.calls_);
    std::swap(path_, other.path_);
    std::swap(temporary_, other.temporary_);
    std::swap(expected_, other.expected_);
    std::swap(written_, other.written_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(directory_synced_, other.directory_synced_);
    return *this;
}

DurableFileWriter::~DurableFileWriter() {
    discard();
}

void DurableFileWriter::discard() {
    if (descriptor_ >= 0)
        calls_->close(std::exchange(descriptor_, -1));
    if (!temporary_.empty())
        calls_->unlink(std::exchange(temporary_, {}).c_str());
}

Error DurableFileWriter::fail(int error_number, std::uint64_t needed_bytes) {
    discard();  // first, so that the free space told is the one without the temporary
    if (is_out_of_space(error_number))
        return out_of_space(path_, std::max(expected_, needed_bytes), *calls_);
    return file_error(error_number, "write", path_);
}

Result<void> DurableFileWriter::append(std::string_view bytes) {
    if (descriptor_ < 0)
        return Error{.code = ErrorCode::Internal,
                     .message = fmt::format("Cannot write {}: its writer is closed.", path_.string())};
    if (const int error = write_all(*calls_, descriptor_, bytes); error != 0)
        return fail(error, written_ + bytes.size());
    written_ += bytes.size();
    return {};
}

Result<void> DurableFileWriter::commit() {
    TRY_VOID(append({}));  // refuses a closed writer
    int error = sync_retrying(*calls_, descriptor_);
    if (calls_->close(std::exchange(descriptor_, -1)) != 0 && error == 0 && errno != EINTR)
        error = errno;
    if (error == 0 && calls_->rename(temporary_.c_str(), path_.c_str()) != 0)
        error = errno;
    if (error != 0)
        return fail(error, written_);
    temporary_.clear();
    directory_synced_ = sync_directory(folder_of(path_), *calls_).has_value();
    return {};
}

Result<void> write_file_durably(const std::filesystem::path& path, std::string_view bytes,
                                const FileCalls& calls) {
    TRY(DurableFileWriter writer, DurableFileWriter::open(path, bytes.size(), calls));
    TRY_VOID(writer.append(bytes));
    return writer.commit();
}

Result<void> check_writable(const std::filesystem::path& path, const FileCalls& calls) {
    TRY_VOID(DurableFileWriter::open(path, /*expected_bytes=*/0, calls));
    return {};
}

}  // namespace tunebench
