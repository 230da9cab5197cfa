// A file's bytes in the address space, read-only, brought in page by page as they are touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <utility>

#include "core/base/input_file.h"
#include "core/base/result.h"

namespace tunebench {

/// Spans of its bytes live as long as the object; moving it keeps them. Several threads may read at once.
class MappedFile {
public:
    /// NotFound or Io, as InputFile. An empty file has no bytes and is no error.
    static Result<MappedFile> open(const std::filesystem::path& path);

    MappedFile(MappedFile&& other) noexcept
        : file_(std::move(other.file_)), bytes_(std::exchange(other.bytes_, {})) {}
    MappedFile& operator=(MappedFile&&) = delete;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    const std::filesystem::path& path() const { return file_.path(); }

    /// As many as the file had when it was opened. Corrupt when it has become shorter since then: reading a
    /// mapping beyond the end of its file would end the program.
    Result<std::span<const std::byte>> bytes() const;

private:
    explicit MappedFile(InputFile file) : file_(std::move(file)) {}

    InputFile file_;  // stays open: the size is asked again before bytes are handed out
    std::span<const std::byte> bytes_ = {};
};

/// Takes the pages under these bytes of a mapped file out of the process's resident memory. They may be
/// touched again: they come from the file once more.
void give_back_pages(std::span<const std::byte> mapped);

}  // namespace tunebench
