// LineReader: the lines of a text file, one at a time, however long they are.
#pragma once

#include <cstdint>
#include <string>

#include "core/formats/byte_window.h"

namespace tunebench {

class LineReader {
public:
    /// Of longer lines than `max_bytes` only the start is kept.
    LineReader(std::unique_ptr<ByteStream> stream, std::size_t max_bytes)
        : window_(std::move(stream)), max_bytes_(max_bytes) {}

    /// Goes to the next line; false at the end. CRLF and a last line without newline are fine.
    Result<bool> next();

    const std::string& text() const { return text_; }  // without its end
    bool is_too_long() const { return is_too_long_; }
    std::int64_t line() const { return line_; }  // from 1
    const ByteWindow& window() const { return window_; }

private:
    void append(std::string_view piece);

    ByteWindow window_;
    std::size_t max_bytes_;
    std::string text_ = {};
    bool is_too_long_ = false;
    std::int64_t line_ = 0;
};

}  // namespace tunebench
