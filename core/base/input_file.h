// A file open for reading. Regular files only: a pipe or a device could block for ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "core/base/result.h"

namespace tunebench {

class InputFile {
public:
    /// NotFound, or Io for a folder, a pipe, a missing permission.
    static Result<InputFile> open(const std::filesystem::path& path);

    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile();

    /// Fills `buffer` as far as the file goes; the number of bytes read, 0 at the end.
    Result<std::size_t> read(std::span<char> buffer);

    /// The size now, asked from the system.
    Result<std::uint64_t> size() const;

    const std::filesystem::path& path() const { return path_; }
    int descriptor() const { return descriptor_; }

private:
    InputFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_;
    int descriptor_;
};

}  // namespace tunebench
