// ByteWindow: a stream as pieces to look at, for parsers that go through it once. Skips a byte order mark.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/formats/byte_stream.h"

namespace tunebench {

class ByteWindow {
public:
    explicit ByteWindow(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

    /// What comes next and is not yet taken; empty only at the end. Valid until the next call. An error of
    /// the stream is told once: behind it is the end.
    Result<std::string_view> bytes();
    void take(std::size_t count) { begin_ += count, taken_ += count; }

    /// Bytes of the file that what is taken came from; of a compressed one by proportion.
    std::uint64_t file_position() const;
    std::uint64_t file_bytes() const { return stream_->file_bytes(); }
    const std::filesystem::path& path() const { return stream_->path(); }

private:
    std::unique_ptr<ByteStream> stream_;
    std::vector<char> buffer_ = {};
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t taken_ = 0;
    std::uint64_t produced_ = 0;  // by the stream
    bool has_failed_ = false;
};

}  // namespace tunebench
