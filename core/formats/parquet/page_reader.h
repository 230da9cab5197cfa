// The pages of a column chunk: their headers, checksums and compression.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/formats/parquet/memory_budget.h"
#include "core/formats/parquet/metadata.h"

namespace tunebench::parquet {

inline constexpr std::size_t kMaxPageBytes = std::size_t{256} << 20;

/// The bytes of the chunk within a file whose footer begins at `data_end`.
struct ChunkExtent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Corrupt when it lies outside the file, Unsupported when it lies in another file or is encrypted.
Result<ChunkExtent> extent_of(const ColumnChunk& chunk, std::size_t data_end);

struct Page {
    PageHeader header = {};
    std::vector<std::byte> levels =
        {};                             // of data pages of version 2: they lie uncompressed before the values
    std::vector<std::byte> bytes = {};  // unpacked
};

class PageReader {
public:
    /// The file outlives it.
    PageReader(const MappedFile& file, ChunkExtent extent, Codec codec)
        : file_(&file), extent_(extent), codec_(codec), at_(extent.begin) {}

    /// The next page; none at the end of the chunk. Its memory is charged to `share` before it is taken,
    /// which gives back what the page before it held. Corrupt; Io and Corrupt as MappedFile::bytes.
    Result<std::optional<Page>> next(MemoryShare& share);

private:
    Result<Page> unpack_page(const PageHeader& header, Bytes body) const;
    Error at_page(Error error, std::size_t begin) const;
    Result<Page> read(Bytes chunk, MemoryShare& share);

    const MappedFile* file_;
    ChunkExtent extent_;
    Codec codec_;
    std::size_t at_;
};

}  // namespace tunebench::parquet
