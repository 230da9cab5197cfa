#include "core/formats/parquet/codec.h"

#include <gtest/gtest.h>

#include "core/formats/parquet/lz4_block.h"
#include "core/formats/parquet/snappy.h"
#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

using Unpacker = std::optional<std::vector<std::byte>> (*)(Bytes, std::size_t);

std::string text_of(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string unpacked_by(Unpacker unpacker, const std::string& packed, std::size_t expected) {
    const auto bytes = unpacker(test::bytes_of(packed), expected);
    return bytes ? text_of(*bytes) : "refused";
}
std::string snappy(const std::string& packed, std::size_t expected) {
    return unpacked_by(unpack_snappy, packed, expected);
}
std::string lz4(const std::string& packed, std::size_t expected) {
    return unpacked_by(unpack_lz4_block, packed, expected);
}

// Tags of Snappy: literal (length - 1) << 2; copies 1: high offset << 5 | (length - 4) << 2 | 1, and
// (length - 1) << 2 | 2 or 3.

TEST(CodecTest, SnappyLiterals) {
    EXPECT_EQ(snappy(std::string("\x00", 1), 0), "");
    EXPECT_EQ(snappy("\x05\x10"
                     "Hello",
                     5),
              "Hello");
    EXPECT_EQ(snappy("\x46\xf0\x45" + std::string(70, 'x'), 70), std::string(70, 'x'));  // length in 1 byte
    EXPECT_EQ(snappy(test::varint(300) + std::string("\xf4\x2b\x01", 3) + std::string(300, 'y'), 300),
              std::string(300, 'y'));  // in 2 bytes
    EXPECT_EQ(snappy(test::snappy_literal("four bytes of length"), 20), "four bytes of length");
}

TEST(CodecTest, SnappyCopies) {
    EXPECT_EQ(snappy("\x0a\x0c"
                     "abcd\x09\x04",
                     10),
              "abcdabcdab");  // 6 bytes from 4 before: it repeats
    EXPECT_EQ(snappy(std::string("\x08\x0c"
                                 "abcd\x0e\x04\x00",
                                 9),
                     8),
              "abcdabcd");
    EXPECT_EQ(snappy(std::string("\x08\x0c"
                                 "abcd\x0f\x04\x00\x00\x00",
                                 11),
                     8),
              "abcdabcd");
    const auto far = std::string(300, '-');
    EXPECT_EQ(
        snappy(test::varint(304) + std::string("\xf4\x2b\x01", 3) + "abcd" + far.substr(4) + "\x21\x2c", 304),
        "abcd" + far.substr(4) + "abcd");  // offset 0x12c, its high bits in the tag
}

TEST(CodecTest, SnappyThatCannotBeIsRefused) {
    for (const auto& packed :
         {std::string(), std::string("\x05"),
          std::string("\x05\x10"
                      "Hell"),
          std::string("\x04\x10"
                      "Hello"),
          std::string("\x06\x10"
                      "Hello"),
          std::string("\x05\x09\x01"),
          std::string("\x05\x00"
                      "a\x01\x00",
                      5),
          std::string("\x05\x00"
                      "a\x01\x02",
                      5),
          std::string("\x05\xfc\xff\xff\xff\xff"), std::string("\x05\xf0"), std::string(12, '\xff')})
        EXPECT_EQ(snappy(packed, 5), "refused");
}

TEST(CodecTest, Lz4Blocks) {
    EXPECT_EQ(lz4("\x50Hello", 5), "Hello");
    EXPECT_EQ(lz4(std::string("\x46"
                              "abcd\x04\x00\x10!",
                              9),
                  15),
              "abcdabcdabcdab!");  // 10 from 4 before
    EXPECT_EQ(lz4(test::lz4_literals(std::string(600, 'x')), 600), std::string(600, 'x'));
    EXPECT_EQ(lz4(std::string("\x1f"
                              "a\x01\x00\xff\x0a\x00",
                              7),
                  1 + 19 + 255 + 10),
              std::string(285, 'a'));
}

TEST(CodecTest, Lz4ThatCannotBeIsRefused) {
    for (const auto& packed :
         {std::string(), std::string("\x50Hell"), std::string("\x40Hell"), std::string("\x60Hello!"),
          std::string("\x11"
                      "a\x02\x00",
                      4),
          std::string("\x11"
                      "a\x00\x00",
                      4),
          std::string("\xf0\xff\xff"),
          std::string("\x1f"
                      "a\x01\x00\xff\xff",
                      6)})
        EXPECT_EQ(lz4(packed, 5), "refused");
}

TEST(CodecTest, EveryCodecUnpacks) {
    const std::string text = "The quick brown fox jumps over the lazy dog.";
    for (const int codec : {test::kUncompressed, test::kSnappy, test::kGzip, test::kZstd, test::kLz4Raw}) {
        const auto packed = test::compressed(codec, text);
        const auto bytes = unpack(static_cast<Codec>(codec), test::bytes_of(packed), text.size());
        ASSERT_TRUE(bytes) << codec << ": " << bytes.error().message;
        EXPECT_EQ(text_of(*bytes), text);
        for (const auto wrong : {text.size() - 1, text.size() + 1})
            EXPECT_FALSE(unpack(static_cast<Codec>(codec), test::bytes_of(packed), wrong)) << codec;
        for (std::size_t length = 0; length < packed.size(); ++length)
            EXPECT_FALSE(
                unpack(static_cast<Codec>(codec), test::bytes_of(packed.substr(0, length)), text.size()))
                << codec << " at " << length;
        EXPECT_TRUE(unpack(static_cast<Codec>(codec), {}, 0));
    }
}

TEST(CodecTest, GzipMembersAreJoined) {
    const auto packed = test::gzip_stored("one ") + test::gzip_stored("two");
    const auto bytes = unpack(Codec::Gzip, test::bytes_of(packed), 7);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(text_of(*bytes), "one two");
}

TEST(CodecTest, ZlibsOwnHeaderIsTakenToo) {
    const std::string packed(
        "\x78\x01\x01\x02\x00\xfd\xff"
        "ab\x01\x26\x00\xc4",
        13);  // RFC 1950
    const auto bytes = unpack(Codec::Gzip, test::bytes_of(packed), 2);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(text_of(*bytes), "ab");
}

TEST(CodecTest, WhatNoPackedBytesCanBecomeTakesNoMemory) {
    const std::string packed(100, '\0');
    for (const auto codec : {Codec::Uncompressed, Codec::Snappy, Codec::Gzip, Codec::Zstd, Codec::Lz4Raw})
        EXPECT_FALSE(unpack(codec, test::bytes_of(packed), std::size_t{1} << 62));
}

TEST(CodecTest, CodecsThatAreNotReadAreNamed) {
    const auto refusal = [](int number) {
        const auto codec = codec_of(number);
        EXPECT_EQ(codec.error().code, ErrorCode::Unsupported);
        EXPECT_FALSE(codec.error().hint.empty());
        return codec.error().message;
    };
    EXPECT_EQ(refusal(3), "it is compressed with LZO, which is not read");
    EXPECT_EQ(refusal(4), "it is compressed with BROTLI, which is not read");
    EXPECT_EQ(refusal(5), "it is compressed with LZ4, which is not read");
    EXPECT_EQ(refusal(8), "it is compressed with codec 8, which is not known");
    EXPECT_EQ(refusal(-1), "it is compressed with codec -1, which is not known");
}

}  // namespace
}  // namespace tunebench::parquet
