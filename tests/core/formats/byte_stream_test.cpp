#include "core/formats/byte_stream.h"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/core/formats/compressed_bytes.h"
#include "tests/core/formats/stream_text.h"

namespace tunebench {

using test::FolderOfFiles;
using test::gzipped;
using test::long_text;
using test::read_all;
using test::read_file_of;

namespace {

TEST(ByteStreamTest, ReadsPlainFiles) {
    EXPECT_EQ(*read_file_of("rows.jsonl", ""), "");
    EXPECT_EQ(*read_file_of("rows.jsonl", "abc", 3), "abc");
    EXPECT_EQ(*read_file_of("rows.jsonl", long_text(), 99), long_text());
}

TEST(ByteStreamTest, AnEndingThatPromisesCompressionIsHeldToIt) {
    for (const auto* name : {"rows.jsonl.gz", "rows.csv.ZST", "rows.zstd"}) {
        const auto read = read_file_of(name, "{\"text\": \"a\"}");
        ASSERT_FALSE(read) << name;
        EXPECT_NE(read.error().message.find("although its name says so"), std::string::npos);
    }
}

TEST(ByteStreamTest, ZerosBehindGzipArePaddingAndOtherBytesAreDamage) {
    EXPECT_EQ(*read_file_of("rows.gz", gzipped("ab") + std::string(1000, '\0')), "ab");
    EXPECT_EQ(*read_file_of("rows.gz", gzipped("ab") + std::string(512, '\0') + gzipped("cd")), "abcd");
    const FolderOfFiles folder;
    const auto stream = open_byte_stream(folder.write("rows.gz", gzipped("ab") + "garbage"));
    EXPECT_FALSE(read_all(**stream, 100));
}

TEST(ByteStreamTest, TakesTheEndingOfACompressionOff) {
    EXPECT_EQ(uncompressed_name("a/b.csv.gz"), "a/b.csv");
    EXPECT_EQ(uncompressed_name("b.JSONL.Zst"), "b.JSONL");
    EXPECT_EQ(uncompressed_name("b.csv"), "b.csv");
}

TEST(ByteStreamTest, NamesAFileThatCannotBeOpened) {
    const FolderOfFiles folder;
    EXPECT_EQ(open_byte_stream(folder.path() / "absent").error().code, ErrorCode::NotFound);
    EXPECT_EQ(open_byte_stream(folder.path()).error().code, ErrorCode::Io);
}

}  // namespace
}  // namespace tunebench
