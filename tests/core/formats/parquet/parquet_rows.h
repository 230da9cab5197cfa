// What the reader makes of the bytes of a file.
#pragma once

#include <optional>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "core/formats/parquet/parquet_reader.h"

namespace tunebench::test {

struct ParquetRows {
    std::vector<std::string> rows = {};  // as JSON text
    std::optional<Error> error = {};
};

inline ParquetRows read_rows(ParquetReader& reader) {
    ParquetRows read;
    while (true) {
        auto row = reader.next();
        if (!row) {
            read.error = row.error();
            return read;
        }
        if (!*row)
            return read;
        EXPECT_EQ((*row)->number, reader.row());
        read.rows.push_back(json_text((*row)->value));
    }
}

/// A file in memory, so that tests of thousands of them take no time.
class FileOfBytes {
public:
    explicit FileOfBytes(const std::string& bytes) : descriptor_(::memfd_create("parquet", MFD_CLOEXEC)) {
        EXPECT_EQ(::write(descriptor_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }
    FileOfBytes(const FileOfBytes&) = delete;
    FileOfBytes& operator=(const FileOfBytes&) = delete;
    ~FileOfBytes() { ::close(descriptor_); }

    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    void shorten(off_t size) const { EXPECT_EQ(::ftruncate(descriptor_, size), 0); }

private:
    int descriptor_;
};

/// Errors name the file "x.parquet".
inline ParquetRows read_parquet(const std::string& bytes, const std::vector<std::string>& columns = {},
                                const JsonLimits& limits = kParquetRowLimits) {
    const FileOfBytes file(bytes);
    const auto failed = [&](Error error) {
        EXPECT_TRUE(error.message.starts_with(file.path())) << error.message;
        error.message = "x.parquet" + error.message.substr(file.path().size());
        return error;
    };
    auto reader = ParquetReader::open(file.path(), limits);
    if (!reader)
        return {.error = failed(reader.error())};
    if (!columns.empty())
        if (const auto selected = reader->select(columns); !selected)
            return {.error = failed(selected.error())};
    auto read = read_rows(*reader);
    if (read.error)
        read.error = failed(*read.error);
    return read;
}

inline std::vector<std::string> rows_of(const std::string& bytes) {
    const auto read = read_parquet(bytes);
    EXPECT_FALSE(read.error) << read.error->message;
    return read.rows;
}

/// The message of the error that reading the file ends with.
inline std::string refusal_of(const std::string& bytes) {
    const auto read = read_parquet(bytes);
    if (!read.error)
        return "none";
    EXPECT_FALSE(read.error->hint.empty());
    return read.error->message;
}

}  // namespace tunebench::test
