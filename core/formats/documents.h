// Documents of a plain text file: the whole file, or, where it is longer than a mebibyte, several, cut where
// a line is empty or else at the end of a line.
#pragma once

#include <optional>
#include <string>

#include "core/formats/data_row.h"
#include "core/formats/line_reader.h"

namespace tunebench {

struct DocumentLimits {
    std::size_t wanted_bytes = std::size_t{1} << 20;  // from here on an empty line ends the document
    std::size_t max_bytes = std::size_t{2} << 20;     // from here on the end of a line does
    std::size_t max_line_bytes = std::size_t{16} << 20;
};

class DocumentReader {
public:
    explicit DocumentReader(std::unique_ptr<ByteStream> stream, const DocumentLimits& limits = {})
        : lines_(std::move(stream), limits.max_line_bytes), limits_(limits) {}

    /// {"text": "..."} of the next document; no value at the end. Line ends are LF whatever the file has;
    /// empty lines around a document are left out. Corrupt, with path and line, for a line that is too long,
    /// not UTF-8 or holds a NUL byte; the next call goes on without it.
    Result<std::optional<DataRow>> next();

    const ByteWindow& window() const { return lines_.window(); }

private:
    Result<void> check_line() const;

    LineReader lines_;
    DocumentLimits limits_;
    std::string document_ = {};  // as far as it is read
    std::int64_t first_line_ = 0;
};

}  // namespace tunebench
