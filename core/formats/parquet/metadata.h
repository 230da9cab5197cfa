// The footer of a Parquet file and the headers of its pages, as parquet.thrift describes them: what reading
// needs of them, unchecked but for their form. Numbers keep the names of that description.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

enum class PhysicalType { Boolean, Int32, Int64, Int96, Float, Double, ByteArray, FixedLengthByteArray };
enum class Repetition { Required, Optional, Repeated };
enum class Codec { Uncompressed, Snappy, Gzip, Lzo, Brotli, Lz4, Zstd, Lz4Raw };
enum class Encoding {
    Plain = 0,
    PlainDictionary = 2,
    Rle = 3,
    BitPacked = 4,
    DeltaBinaryPacked = 5,
    DeltaLengthByteArray = 6,
    DeltaByteArray = 7,
    RleDictionary = 8,
    ByteStreamSplit = 9
};
enum class PageType { Data, Index, Dictionary, DataV2 };

enum class ConvertedType {
    Utf8 = 0,
    Map = 1,
    MapKeyValue = 2,
    List = 3,
    Enum = 4,
    Decimal = 5,
    Date = 6,
    TimeMillis = 7,
    TimeMicros = 8,
    TimestampMillis = 9,
    TimestampMicros = 10,
    Uint8 = 11,
    Uint64 = 14,
    Json = 19
};

/// The members of the union LogicalType, by their field numbers.
enum class LogicalKind {
    None = 0,
    String = 1,
    Map = 2,
    List = 3,
    Enum = 4,
    Decimal = 5,
    Date = 6,
    Time = 7,
    Timestamp = 8,
    Integer = 10,
    Json = 12,
    Uuid = 14,
    Float16 = 15
};

struct LogicalType {
    LogicalKind kind = LogicalKind::None;
    std::int32_t scale = 0;
    std::int32_t precision = 0;
    bool is_utc = false;
    std::int32_t unit = 0;  // 1 milliseconds, 2 microseconds, 3 nanoseconds
    bool is_signed = true;
};

struct SchemaElement {
    std::string name = {};
    std::optional<std::int32_t> type = {};  // none: a group
    std::int32_t type_length = 0;
    std::int32_t repetition = 0;
    std::int32_t num_children = 0;
    std::optional<ConvertedType> converted = {};
    std::int32_t scale = 0;
    std::int32_t precision = 0;
    LogicalType logical = {};
};

struct ColumnChunk {
    std::int32_t type = -1;
    std::int32_t codec = -1;
    std::int64_t num_values = -1;
    std::int64_t total_compressed_size = -1;
    std::int64_t data_page_offset = -1;
    std::int64_t dictionary_page_offset = 0;
    bool is_elsewhere = false;  // in another file
    bool is_encrypted = false;
};

struct RowGroup {
    std::vector<ColumnChunk> columns = {};
    std::int64_t num_rows = -1;
};

struct FileMetadata {
    std::vector<SchemaElement> schema = {};  // depth first; the root comes first
    std::vector<RowGroup> row_groups = {};
    std::int64_t num_rows = -1;
};

struct PageHeader {
    std::int32_t type = -1;
    std::int32_t uncompressed_page_size = -1;
    std::int32_t compressed_page_size = -1;
    std::optional<std::uint32_t> crc = {};
    std::int32_t num_values = -1;
    std::int32_t encoding = -1;
    // Data pages of version 1 only.
    std::int32_t definition_level_encoding = -1;
    std::int32_t repetition_level_encoding = -1;
    // Data pages of version 2 only.
    std::int32_t definition_levels_byte_length = 0;
    std::int32_t repetition_levels_byte_length = 0;
    bool is_compressed = true;

    std::size_t header_bytes = 0;
};

/// Corrupt when it is no such struct, or has more columns or row groups than any file in use.
Result<FileMetadata> parse_metadata(Bytes footer);

/// From the start of `bytes`, which may go on behind it. Corrupt.
Result<PageHeader> parse_page_header(Bytes bytes);

}  // namespace tunebench::parquet
