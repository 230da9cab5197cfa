#include <algorithm>
#include <zlib.h>

#include "core/formats/compressed_streams.h"

namespace tunebench {
namespace {

constexpr int kGzipWindow = 15 + 16;  // the largest window, behind a gzip header (zlib.h, inflateInit2)
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;  // zlib counts in 32 bits

/// RFC 1952: one or more members behind each other; zeros after the last are padding.
class GzipStream : public ByteStream {
public:
    GzipStream(BufferedFile file, const ExpansionLimit& limit) : file_(std::move(file)), limit_(limit) {
        is_ready_ =
            inflateInit2_(&stream_, kGzipWindow, ZLIB_VERSION, static_cast<int>(sizeof stream_)) == Z_OK;
    }
    ~GzipStream() override { inflateEnd(&stream_); }
    GzipStream(const GzipStream&) = delete;  // zlib keeps the address of stream_
    GzipStream& operator=(const GzipStream&) = delete;

    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t file_position() const override { return file_.position(); }
    std::uint64_t file_bytes() const override { return file_.file_bytes(); }
    const std::filesystem::path& path() const override { return file_.path(); }

private:
    Result<void> enter_member(std::span<const char>& pending);
    Result<std::size_t> inflate_some(std::span<const char> pending, std::span<char> room);

    BufferedFile file_;
    ExpansionLimit limit_;
    z_stream stream_ = {};
    bool is_ready_ = false;
    bool is_inside_ = true;  // of a member
    std::uint64_t expanded_ = 0;
};

Result<std::size_t> GzipStream::read(std::span<char> buffer) {
    if (!is_ready_)
        return Error{.code = ErrorCode::OutOfMemory, .message = "There is no memory for decompressing"};
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        TRY(auto pending, file_.pending());
        if (!pending.empty() && !is_inside_)
            TRY_VOID(enter_member(pending));
        if (pending.empty() && is_inside_)
            return truncated_stream(path(), "gzip");
        if (pending.empty())
            break;
        TRY(const auto count, inflate_some(pending, buffer.subspan(filled)));
        filled += count;
        expanded_ += count;
        TRY_VOID(check_expansion(file_, expanded_, limit_));
    }
    return filled;
}

Result<void> GzipStream::enter_member(std::span<const char>& pending) {
    while (!pending.empty() && pending.front() == '\0') {
        const auto zeros = std::ranges::find_if(pending, [](char c) { return c != '\0'; }) - pending.begin();
        file_.take(static_cast<std::size_t>(zeros));
        TRY(pending, file_.pending());
    }
    if (!pending.empty()) {
        inflateReset(&stream_);
        is_inside_ = true;
    }
    return {};
}

Result<std::size_t> GzipStream::inflate_some(std::span<const char> pending, std::span<char> room) {
    const auto input = static_cast<uInt>(std::min(pending.size(), kMostAtOnce));
    const auto output = static_cast<uInt>(std::min(room.size(), kMostAtOnce));
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(pending.data()));
    stream_.avail_in = input;
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = output;
    const int state = inflate(&stream_, Z_NO_FLUSH);
    file_.take(input - stream_.avail_in);
    if (state == Z_STREAM_END)
        is_inside_ = false;
    else if (state != Z_OK && state != Z_BUF_ERROR)
        return damaged_stream(path(), "gzip", stream_.msg ? stream_.msg : "it cannot be read");
    return std::size_t{output - stream_.avail_out};
}

}  // namespace

std::unique_ptr<ByteStream> gzip_stream(BufferedFile file, const ExpansionLimit& limit) {
    return std::make_unique<GzipStream>(std::move(file), limit);
}

}  // namespace tunebench
