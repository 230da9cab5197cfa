#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/formats/byte_stream.h"
#include "tests/core/formats/compressed_bytes.h"
#include "tests/core/formats/stream_text.h"

namespace tunebench {

using test::FolderOfFiles;
using test::gzipped;
using test::long_text;
using test::read_all;
using test::read_file_of;
using test::zstandard;

namespace {

using Compress = std::string (*)(std::string_view);

class CompressedStreamTest : public ::testing::TestWithParam<Compress> {
protected:
    std::string compressed(std::string_view text) const { return GetParam()(text); }
};

TEST_P(CompressedStreamTest, ReadsWhatWasCompressedWhateverTheNameAndThePieces) {
    const auto text = long_text();
    for (const std::size_t piece : {7U, 4096U, 65536U, 1U << 20})
        EXPECT_EQ(*read_file_of("rows.jsonl", compressed(text), piece), text) << piece;
    EXPECT_EQ(*read_file_of("empty", compressed("")), "");
    EXPECT_EQ(*read_file_of("one", compressed("x")), "x");
}

TEST_P(CompressedStreamTest, ReadsPartsBehindEachOther) {
    EXPECT_EQ(*read_file_of("rows", compressed("ab") + compressed("") + compressed("cd")), "abcd");
}

TEST_P(CompressedStreamTest, NamesAFileThatEndsEarly) {
    const auto bytes = compressed(long_text());
    for (const auto size : {bytes.size() - 1, bytes.size() / 2, std::size_t{5}}) {
        const auto read = read_file_of("rows", std::string_view(bytes).substr(0, size));
        ASSERT_FALSE(read) << size;
        EXPECT_EQ(read.error().code, ErrorCode::Corrupt);
        EXPECT_NE(read.error().message.find("rows ends in the middle"), std::string::npos)
            << read.error().message;
    }
}

TEST_P(CompressedStreamTest, NoCutOfASmallFileIsTakenForWhole) {
    const auto bytes = compressed("{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
    for (std::size_t size = 4; size < bytes.size(); ++size)
        EXPECT_FALSE(read_file_of("rows", std::string_view(bytes).substr(0, size))) << size;
}

TEST_P(CompressedStreamTest, NamesAFileThatIsDamaged) {
    auto bytes = compressed(long_text());
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 50; ++i)
        bytes[i] = static_cast<char>(~bytes[i]);
    const FolderOfFiles folder;
    const auto stream = open_byte_stream(folder.write("rows", bytes));
    ASSERT_TRUE(stream);
    const auto read = read_all(**stream, 1000);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Corrupt);
    EXPECT_NE(read.error().message.find("rows"), std::string::npos);
}

TEST_P(CompressedStreamTest, RefusesAFileThatExpandsTooFar) {
    const FolderOfFiles folder;
    const auto file = folder.write("bomb", compressed(std::string(4 << 20, '\0')));
    const auto stream = open_byte_stream(file, {.allowance = 1 << 20, .ratio = 100});
    ASSERT_TRUE(stream);
    const auto read = read_all(**stream, 65536);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Corrupt);
    EXPECT_NE(read.error().message.find("expands to more than 100 times"), std::string::npos);
    const auto allowed = open_byte_stream(file);
    ASSERT_TRUE(allowed);
    EXPECT_EQ(read_all(**allowed, 65536)->size(), std::size_t{4} << 20) << "a small file may be all zeros";
}

INSTANTIATE_TEST_SUITE_P(Compressions, CompressedStreamTest, ::testing::Values(gzipped, zstandard),
                         [](const auto& instance) { return instance.index == 0 ? "gzip" : "zstd"; });

}  // namespace
}  // namespace tunebench
