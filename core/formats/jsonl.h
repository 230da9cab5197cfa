// JSON Lines: a JSON value a line, read one at a time, whatever the size of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/formats/data_row.h"
#include "core/formats/line_reader.h"

namespace tunebench {

class JsonlReader {
public:
    /// NotFound or Io. A compressed file is decompressed. `limits` are those of one line.
    static Result<JsonlReader> open(const std::filesystem::path& path, const JsonLimits& limits = kRowLimits);

    /// The next row; no value at the end. A byte order mark, CRLF, empty lines and a last line without
    /// newline are fine. A line that is too long, not UTF-8 or not JSON is Corrupt and reads "<path> line
    /// 4711, column 3: ..."; the next call goes on with the line after it. Behind an error of the
    /// file itself is the end.
    Result<std::optional<DataRow>> next();

    std::int64_t line() const { return lines_.line(); }  // lines read so far
    const ByteWindow& window() const { return lines_.window(); }

private:
    JsonlReader(LineReader lines, const JsonLimits& limits) : lines_(std::move(lines)), limits_(limits) {}

    LineReader lines_;
    JsonLimits limits_;
};

}  // namespace tunebench
