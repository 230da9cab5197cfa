// CSV as RFC 4180 and spreadsheets write it: records of fields, fields in quotes where they hold delimiters,
// quotes (doubled) or line breaks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/formats/byte_window.h"

namespace tunebench {

struct CsvRecord {
    std::vector<std::string> fields = {};
    std::int64_t line = 0;  // where it begins, from 1
};

struct CsvLimits {
    std::size_t max_record_bytes = std::size_t{16} << 20;
    std::size_t max_fields = 4096;
};

/// Of tab, semicolon and comma the one that the first record has most of, outside quotes; a comma when it has
/// none.
char csv_delimiter(std::string_view beginning);

class CsvReader {
public:
    CsvReader(std::unique_ptr<ByteStream> stream, char delimiter, const CsvLimits& limits = {})
        : window_(std::move(stream)), delimiter_(delimiter), limits_(limits) {}

    /// The next record; no value at the end. Records end with LF, CRLF or CR; empty lines are skipped. A
    /// quote inside a field without quotes is a character like others. Corrupt, with path and line, for text
    /// behind a closing quote, a quote that is never closed, a record over the limits, invalid UTF-8 and NUL
    /// bytes; the next call goes on with the next record. Behind an error of the file itself is the end.
    Result<std::optional<CsvRecord>> next();

    const ByteWindow& window() const { return window_; }

private:
    enum class State { RecordStart, FieldStart, Plain, Quoted, QuoteInQuoted, RecordEnd };

    void begin_record();
    Result<bool> read_record();  // false: the end
    void read_bytes(std::string_view bytes);
    void read_byte(char byte);
    void read_special(char byte);
    void end_field();
    void end_record(char byte);
    void append(char byte);
    void blame(std::string reason, std::string hint);
    Result<void> check_record();

    ByteWindow window_;
    char delimiter_;
    CsvLimits limits_;
    State state_ = State::RecordStart;
    bool is_after_return_ = false;  // a line feed would belong to the record's end before it
    std::int64_t line_ = 1;
    std::int64_t quote_line_ = 0;  // of the last opening quote
    std::size_t record_bytes_ = 0;
    CsvRecord record_ = {};
    std::string field_ = {};
    std::optional<Error> problem_ = {};  // the record's first
};

}  // namespace tunebench
