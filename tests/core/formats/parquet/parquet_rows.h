// What the reader makes of the bytes of a file.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/formats/parquet/parquet_reader.h"
#include "tests/support/temporary_folder.h"

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

inline ParquetRows read_parquet(const std::string& bytes, const std::vector<std::string>& columns = {},
                                const JsonLimits& limits = kParquetRowLimits) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "x.parquet";
    std::ofstream(path, std::ios::binary) << bytes;
    auto reader = ParquetReader::open(path, limits);
    if (!reader)
        return {.error = reader.error()};
    if (!columns.empty())
        if (const auto selected = reader->select(columns); !selected)
            return {.error = selected.error()};
    return read_rows(*reader);
}

inline std::vector<std::string> rows_of(const std::string& bytes) {
    const auto read = read_parquet(bytes);
    EXPECT_FALSE(read.error) << read.error->message;
    return read.rows;
}

/// The message of the error that reading the file ends with, without the path.
inline std::string refusal_of(const std::string& bytes) {
    const auto read = read_parquet(bytes);
    if (!read.error)
        return "none";
    EXPECT_FALSE(read.error->hint.empty());
    const auto begin = read.error->message.find("x.parquet");
    EXPECT_NE(begin, std::string::npos) << read.error->message;
    return read.error->message.substr(begin);
}

}  // namespace tunebench::test
