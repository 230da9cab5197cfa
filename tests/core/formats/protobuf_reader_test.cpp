#include "core/formats/protobuf_reader.h"

#include <gtest/gtest.h>

#include "tests/core/formats/protobuf_bytes.h"

namespace tunebench {
namespace {

TEST(ProtobufReaderTest, ReadsFieldsInOrder) {
    const std::string bytes = test::number_field(1, 300) + test::bytes_field(2, "text") +
                              test::float_field(536'870'911, -1.5F) + std::string("\x21\1\0\0\0\0\0\0\0", 9);
    ProtobufReader reader(bytes);
    auto field = reader.next();
    ASSERT_TRUE(field);
    EXPECT_EQ(field->number, 1U);
    EXPECT_EQ(field->as_integer(), 300);
    field = reader.next();
    ASSERT_TRUE(field);
    EXPECT_EQ(field->number, 2U);
    EXPECT_EQ(field->bytes, "text");
    field = reader.next();
    ASSERT_TRUE(field);
    EXPECT_EQ(field->number, 536'870'911U);
    EXPECT_EQ(field->as_float(), -1.5F);
    field = reader.next();
    ASSERT_TRUE(field);
    EXPECT_EQ(field->number, 4U);
    EXPECT_EQ(field->value, 1U);
    EXPECT_FALSE(reader.next());
    EXPECT_TRUE(reader.is_complete());
}

TEST(ProtobufReaderTest, NegativeNumbersTakeTenBytes) {
    const std::string bytes = test::number_field(1, static_cast<std::uint64_t>(-1));
    EXPECT_EQ(bytes.size(), 11U);
    EXPECT_EQ(ProtobufReader(bytes).next()->as_integer(), -1);
}

TEST(ProtobufReaderTest, MalformedBytesEndTheReading) {
    for (const std::string& bytes :
         {std::string("\x08", 1), std::string("\x08\x80", 2), std::string(12, '\xFF'),
          std::string("\x0A\x05"
                      "abc",
                      5),
          std::string("\x0D\0\0\0", 4), std::string("\x09\0\0\0\0\0\0\0", 8), std::string("\x00\x01", 2),
          std::string("\x0B", 1), std::string("\x0C", 1), std::string("\x0E\x01", 2),
          std::string("\x0F\x01", 2), std::string("\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 11)}) {
        ProtobufReader reader(bytes);
        EXPECT_FALSE(reader.next());
        EXPECT_FALSE(reader.next());
        EXPECT_FALSE(reader.is_complete());
    }
}

TEST(ProtobufReaderTest, NothingIsAWholeMessage) {
    ProtobufReader reader("");
    EXPECT_FALSE(reader.next());
    EXPECT_TRUE(reader.is_complete());
}

}  // namespace
}  // namespace tunebench
