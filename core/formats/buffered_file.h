// A file read through a buffer, with a look at what comes next.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/input_file.h"

namespace tunebench {

class BufferedFile {
public:
    static Result<BufferedFile> open(const std::filesystem::path& path);

    /// What is read and not yet taken; empty only at the end of the file.
    Result<std::span<const char>> pending();
    void take(std::size_t bytes) { begin_ += bytes, position_ += bytes; }

    std::uint64_t position() const { return position_; }  // of the bytes taken
    std::uint64_t file_bytes() const { return file_bytes_; }
    const std::filesystem::path& path() const { return file_.path(); }

private:
    BufferedFile(InputFile file, std::uint64_t file_bytes)
        : file_(std::move(file)), file_bytes_(file_bytes) {}

    InputFile file_;
    std::uint64_t file_bytes_ = 0;
    std::vector<char> buffer_ = {};
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t position_ = 0;
};

}  // namespace tunebench
