// Parquet files, as data sets on the Hugging Face hub use them: rows as JSON, read one at a time, whatever
// the size of the file (apache/parquet-format: README.md, Encodings.md, LogicalTypes.md, parquet.thrift).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// A column of the first level, which is a member of every row.
struct ParquetColumn {
    std::string name = {};
    std::string type = {};  // for messages: "text", "int64", "list<struct<role: text, content: text>>"
    bool operator==(const ParquetColumn&) const = default;
};

struct ParquetRow {
    OrderedJson value = nullptr;  // an object; its keys in the order of the file
    std::int64_t number = 0;      // from 1
};

/// Of one row: bytes of its texts, and its values.
inline constexpr JsonLimits kParquetRowLimits = {
    .max_bytes = std::size_t{16} << 20, .max_depth = 64, .max_values = std::size_t{1} << 20};

/// Lists become arrays, structs objects, and maps objects when their keys are texts, else arrays of pairs;
/// null stays null. Numbers are numbers (NaN and infinities, which JSON lacks, are printed as null), dates
/// and times ISO 8601, decimals numbers up to 15 digits and text above. Snappy, gzip, zstd and LZ4_RAW are
/// read.
///
/// A row group's columns are read side by side, a page of each at a time: at most 256 MiB for one page and
/// 1 GiB for all. Nothing that the file says about itself is taken for true before it is checked against it.
///
/// Errors name the file, the row and the column. Corrupt for what is damaged, Unsupported, with a remedy, for
/// what is not read: encryption, codecs LZO, BROTLI and LZ4 in Hadoop's frame, bytes that are no text.
class ParquetReader {
public:
    /// Reads the footer. NotFound or Io too.
    static Result<ParquetReader> open(const std::filesystem::path& path,
                                      const JsonLimits& limits = kParquetRowLimits);

    ParquetReader(ParquetReader&&) noexcept;
    ParquetReader& operator=(ParquetReader&&) noexcept;
    ParquetReader(const ParquetReader&) = delete;
    ParquetReader& operator=(const ParquetReader&) = delete;
    ~ParquetReader();

    const std::vector<ParquetColumn>& schema() const;
    std::int64_t rows() const;

    /// Rows have only these columns; the others are neither read nor unpacked. To be called before the first
    /// row is read. InvalidArgument for a column that is not there.
    Result<void> select(const std::vector<std::string>& columns);

    /// The next row; no value at the end. Behind a row with a value that JSON cannot have (a text that is not
    /// UTF-8) the next call goes on with the row after it, behind any other error it says the end.
    Result<std::optional<ParquetRow>> next();

    std::int64_t row() const;  // rows read so far
    std::uint64_t file_bytes() const;

private:
    struct Input;
    explicit ParquetReader(std::unique_ptr<Input> input);

    std::unique_ptr<Input> input_;
};

}  // namespace tunebench
