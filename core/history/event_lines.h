// EventLines: the whole lines of an events.jsonl, in order, while another thread or process may be appending
// to it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/input_file.h"
#include "core/base/result.h"

namespace tunebench {

class EventLines {
public:
    static Result<EventLines> open(const std::filesystem::path& file);

    /// The next line without its newline, valid until the next call; no value when there is no further whole
    /// line now (the torn last line of a killed process is not one).
    Result<std::optional<std::string_view>> next();

    std::int64_t line() const { return line_; }     // lines given so far
    std::uint64_t bytes() const { return bytes_; }  // that they take up in the file

private:
    explicit EventLines(InputFile file) : file_(std::move(file)) {}
    Result<bool> read_more();

    InputFile file_;
    std::string buffer_ = {};
    std::size_t begin_ = 0;  // of the next line in buffer_
    std::int64_t line_ = 0;
    std::uint64_t bytes_ = 0;
};

/// Whole lines in the first `size` bytes of the file; 0 when it does not exist.
Result<std::int64_t> count_lines(const std::filesystem::path& file, std::uint64_t size);

/// 0 when the file does not exist.
std::uint64_t size_or_zero(const std::filesystem::path& file);

}  // namespace tunebench
