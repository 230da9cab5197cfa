// JSON Lines: a JSON value a line, read one at a time, whatever the size of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// A value and where it stands.
struct JsonlRow {
    Json value = nullptr;
    std::int64_t line = 0;  // from 1, empty lines counted
    std::string text = {};  // the line: for those who need its keys in their order
};

/// max_bytes applies to a line.
inline constexpr JsonLimits kJsonlLineLimits = {
    .max_bytes = std::size_t{16} << 20, .max_depth = 64, .max_values = std::size_t{1} << 20};

class JsonlReader {
public:
    /// NotFound or Io. `limits` are those of one line.
    static Result<JsonlReader> open(const std::filesystem::path& path,
                                    const JsonLimits& limits = kJsonlLineLimits);

    JsonlReader(JsonlReader&&) noexcept;
    JsonlReader& operator=(JsonlReader&&) noexcept;
    JsonlReader(const JsonlReader&) = delete;
    JsonlReader& operator=(const JsonlReader&) = delete;
    ~JsonlReader();

    /// The next row; no value at the end. A byte order mark, CRLF, empty lines and a last line without
    /// newline are fine. A line that is too long, not UTF-8 or not JSON is Corrupt and reads "<path> line
    /// 4711, column 3: ..."; the next call goes on with the line after it. Io errors stay.
    Result<std::optional<JsonlRow>> next();

    std::int64_t line() const;          // lines read so far
    std::uint64_t byte_offset() const;  // bytes read so far, for progress
    std::uint64_t file_bytes() const;

private:
    struct Input;
    explicit JsonlReader(std::unique_ptr<Input> input);

    std::unique_ptr<Input> input_;
};

}  // namespace tunebench
