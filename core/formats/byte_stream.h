// The bytes of a file from its beginning to its end, decompressed where the file is compressed with gzip or
// zstd.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "core/base/result.h"

namespace tunebench {

/// How far a compressed file may expand: `allowance` + `ratio` bytes for each byte of the file read so far. A
/// gigabyte of zeros that lies in a file of a megabyte is refused before it has cost anything.
struct ExpansionLimit {
    std::uint64_t allowance = std::uint64_t{64} << 20;
    std::uint64_t ratio = 250;
};

class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Fills `buffer` as far as the stream goes; the number of bytes, less than asked for only at the end.
    /// Corrupt, with the path, for compressed data that is damaged, ends early or expands too far; Io.
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;

    virtual std::uint64_t file_position() const = 0;  // bytes of the file used so far, compressed as they are
    virtual std::uint64_t file_bytes() const = 0;
    virtual const std::filesystem::path& path() const = 0;
};

/// What is in the file decides whether it is decompressed. NotFound or Io; Corrupt for a file that has the
/// ending of a compression (.gz, .zst, .zstd) without being compressed so.
Result<std::unique_ptr<ByteStream>> open_byte_stream(const std::filesystem::path& path,
                                                     const ExpansionLimit& limit = {});

/// The path without the ending of a compression: "a.csv.gz" is "a.csv".
std::filesystem::path uncompressed_name(const std::filesystem::path& path);

}  // namespace tunebench
