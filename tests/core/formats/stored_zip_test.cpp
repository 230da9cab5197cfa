#include "core/formats/stored_zip.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::string archive() {
    return *stored_zip({{"a/one", "first"}, {"a/two", std::string_view("\0\1", 2)}, {"a/none", ""}});
}

TEST(StoredZipTest, WhatIsWrittenIsReadBack) {
    const auto bytes = archive();
    const auto entries = parse_stored_zip(bytes, "x.bin");
    ASSERT_TRUE(entries) << entries.error().message;
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[0].name, "a/one");
    EXPECT_EQ((*entries)[0].data, "first");
    EXPECT_EQ((*entries)[1].data, std::string_view("\0\1", 2));
    EXPECT_EQ((*entries)[2].data, "");
}

TEST(StoredZipTest, EveryFileBeginsAtAMultipleOf64Bytes) {
    const auto bytes = archive();
    for (const auto& entry : *parse_stored_zip(bytes, "x.bin"))
        EXPECT_EQ((entry.data.data() - bytes.data()) % 64, 0) << entry.name;
}

TEST(StoredZipTest, AnArchiveThatIsCutOffIsRefused) {
    const auto bytes = archive();
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(parse_stored_zip(std::string_view(bytes).substr(0, length), "x.bin")) << length;
}

TEST(StoredZipTest, OtherBytesThanWereWrittenAreRefused) {
    auto bytes = archive();
    bytes[bytes.find("first")] = 'F';
    const auto entries = parse_stored_zip(bytes, "x.bin");
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().code, ErrorCode::Corrupt);
    EXPECT_NE(entries.error().message.find("a/one"), std::string::npos);
}

TEST(StoredZipTest, CompressionIsRefusedInWords) {
    auto bytes = archive();
    const auto directory = bytes.find("PK\1\2");
    bytes[directory + 10] = 8;  // deflate
    const auto entries = parse_stored_zip(bytes, "x.bin");
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().code, ErrorCode::Unsupported);
}

TEST(StoredZipTest, TwoFilesOfOneNameAreRefused) {
    const auto bytes = *stored_zip({{"same", "1"}, {"same", "2"}});
    EXPECT_FALSE(parse_stored_zip(bytes, "x.bin"));
}

TEST(StoredZipTest, AChangedDirectoryNeverLeadsOutsideTheArchive) {
    const auto good = archive();
    const auto directory = good.find("PK\1\2");
    for (auto at = directory; at < good.size(); ++at)
        for (const char c : {'\0', '\x7f', '\xff'}) {
            auto bytes = good;
            bytes[at] = c;
            const auto entries = parse_stored_zip(bytes, "x.bin");
            if (!entries)
                continue;
            for (const auto& entry : *entries)  // within bounds whatever it says
                EXPECT_TRUE(entry.data.data() >= bytes.data() &&
                            entry.data.data() + entry.data.size() <= bytes.data() + bytes.size());
        }
}

}  // namespace
}  // namespace tunebench
