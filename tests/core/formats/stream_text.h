// What tests of streams read, and what they read it from.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/formats/byte_stream.h"
#include "tests/core/base/folder_of_files.h"

namespace tunebench::test {

/// Everything, in pieces of so many bytes.
inline Result<std::string> read_all(ByteStream& stream, std::size_t piece_bytes) {
    std::string text;
    std::vector<char> piece(piece_bytes);
    while (true) {
        TRY(const auto count, stream.read(piece));
        text.append(piece.data(), count);
        EXPECT_LE(stream.file_position(), stream.file_bytes());
        if (count < piece.size())
            return text;
    }
}

inline Result<std::string> read_file_of(std::string_view name, std::string_view bytes,
                                        std::size_t piece_bytes = 1000) {
    const FolderOfFiles folder;
    TRY(const auto stream, open_byte_stream(folder.write(name, bytes)));
    TRY(auto text, read_all(*stream, piece_bytes));
    EXPECT_EQ(stream->file_position(), bytes.size());
    return text;
}

inline std::string long_text() {
    std::string text;
    for (int i = 0; text.size() < 300'000; ++i)
        text += fmt::format("line {} of {}\n", i, i * 7919 % 104729);
    return text;
}

}  // namespace tunebench::test
