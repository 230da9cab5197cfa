// RowSource: the rows of a data file, one at a time, for those who do not care what format it has.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/formats/data_row.h"

namespace tunebench {

/// How far reading is, in bytes of the file as it lies on disk.
struct RowProgress {
    std::uint64_t bytes_read = 0;
    std::uint64_t file_bytes = 0;
};

class RowSource {
public:
    virtual ~RowSource() = default;

    /// The next row; no value at the end. Corrupt, with path and line, for a row that cannot be read: the
    /// next call goes on behind it, or says the end where the format leaves nothing to go on with. So does
    /// every call behind an error of the file itself, which is told once.
    virtual Result<std::optional<DataRow>> next() = 0;

    virtual RowProgress progress() const = 0;
};

struct FileFormat;

struct RowFile {
    const FileFormat* format = nullptr;  // of the registry
    std::unique_ptr<RowSource> rows = {};
};

/// The file's format by its name, checked by what is in it, and its rows. NotFound and Io; Unsupported, with
/// a way out, for what no format reads; Corrupt for a file that is not what its name says.
Result<RowFile> open_rows(const std::filesystem::path& file);

/// Unsupported when the name alone says that no format reads it, with a way to convert it.
Result<void> check_data_file_name(const std::filesystem::path& file);

/// "*.jsonl *.json *.csv ...": what a dialog for choosing files shows, compressed ones included.
std::string data_file_patterns();

}  // namespace tunebench
