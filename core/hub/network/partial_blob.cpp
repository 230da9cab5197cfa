#include "core/hub/network/partial_blob.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/input_file.h"
#include "core/base/write_all.h"
#include "core/hub/stopped.h"

namespace tunebench {

namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 20;

Error hash_mismatch(std::string_view source, const BlobIdentity& identity, std::string_view found) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("What came from {} is damaged: its hash is {}, not {}. It was deleted.",
                                   source, found, identity.hash),
            .hint = "Try again; if it happens again, the server or a proxy on the way changes the bytes."};
}

}  // namespace

PartialBlob::PartialBlob(std::filesystem::path file, BlobIdentity identity, const FileCalls& calls)
    : calls_(&calls),
      file_(std::move(file)),
      identity_(std::move(identity)),
      hash_(identity_.hash, identity_.size) {}

Result<PartialBlob> PartialBlob::open(const std::filesystem::path& file, const BlobIdentity& identity,
                                      const CancelToken& cancel, const FileCalls& calls) {
    PartialBlob partial(file, identity, calls);
    partial.descriptor_ =
        open_retrying(calls, file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (partial.descriptor_ < 0)
        return file_error(errno, "write", file);
    TRY_VOID(partial.read_existing(cancel));
    return partial;
}

PartialBlob::PartialBlob(PartialBlob&& other) noexcept
    : calls_(other.calls_),
      file_(std::move(other.file_)),
      identity_(std::move(other.identity_)),
      hash_(std::move(other.hash_)),
      size_(other.size_),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

PartialBlob& PartialBlob::operator=(PartialBlob&& other) noexcept {
    std::swap(calls_, other.calls_);
    std::swap(file_, other.file_);
    std::swap(identity_, other.identity_);
    std::swap(hash_, other.hash_);
    std::swap(size_, other.size_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

PartialBlob::~PartialBlob() {
    if (descriptor_ >= 0)
        calls_->close(descriptor_);
}

Result<void> PartialBlob::read_existing(const CancelToken& cancel) {
    TRY(InputFile input, InputFile::open(file_));
    TRY(const std::uint64_t existing, input.size());
    if (existing > identity_.size)
        return restart();
    std::vector<char> buffer(kReadBytes);
    while (true) {
        if (cancel.is_cancelled())
            return download_stopped();
        TRY(const std::size_t count, input.read(buffer));
        if (count == 0)
            return {};
        hash_.update({buffer.data(), count});
        size_ += count;
    }
}

Result<void> PartialBlob::append(std::string_view bytes) {
    if (bytes.size() > identity_.size - size_)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("The server sends more than the {} that {} has.",
                                            format_bytes(identity_.size), identity_.hash)};
    if (const int error = write_all(*calls_, descriptor_, bytes); error != 0) {
        // Some of them may be in the file, and none of them in the hash.
        calls_->ftruncate(descriptor_, static_cast<off_t>(size_));
        return is_out_of_space(error) ? out_of_space(file_, identity_.size - size_, *calls_)
                                      : file_error(error, "write", file_);
    }
    hash_.update(bytes);
    size_ += bytes.size();
    return {};
}

Result<void> PartialBlob::restart() {
    if (calls_->ftruncate(descriptor_, 0) != 0)
        return file_error(errno, "write", file_);
    hash_ = ContentHash(identity_.hash, identity_.size);
    size_ = 0;
    return {};
}

Result<void> PartialBlob::finish(const std::filesystem::path& blob, std::string_view source) {
    if (const std::string found = hash_.hex(); found != identity_.hash) {
        remove();
        return hash_mismatch(source, identity_, found);
    }
    if (const int error = sync_retrying(*calls_, descriptor_); error != 0)
        return is_out_of_space(error) ? out_of_space(file_, identity_.size, *calls_)
                                      : file_error(error, "write", file_);
    return rename_durably(file_, blob, *calls_);
}

void PartialBlob::remove() {
    calls_->unlink(file_.c_str());
}

}  // namespace tunebench
