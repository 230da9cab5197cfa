#include "core/formats/parquet/thrift_reader.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

using test::bytes_of;
using test::ThriftStruct;

/// Reads a struct of nothing that is asked for.
std::string failure_of(const std::string& bytes) {
    ThriftReader in(bytes_of(bytes));
    in.each_field([](std::int64_t) {});
    return in.failure();
}

TEST(ThriftReaderTest, ReadsFieldsByTheirNumbers) {
    // 1: i32 = 5, 2: binary "ab", 20 (too far for a step): true, 21: i64 = -1
    const std::string bytes(
        "\x15\x0a\x18\x02"
        "ab\x01\x28\x16\x01\x00",
        11);
    ThriftReader in(bytes_of(bytes));
    std::vector<std::int64_t> ids;
    in.each_field([&](std::int64_t id) {
        ids.push_back(id);
        if (id == 1) {
            EXPECT_EQ(in.integer32(), 5);
        } else if (id == 2) {
            EXPECT_EQ(in.text(), "ab");
        } else if (id == 20) {
            EXPECT_TRUE(in.boolean());
        } else
            EXPECT_EQ(in.integer64(), -1);
    });
    EXPECT_FALSE(in.failed()) << in.failure();
    EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2, 20, 21}));
    EXPECT_EQ(in.position(), bytes.size());
}

TEST(ThriftReaderTest, ReadsNumbersToTheirLimits) {
    for (const auto number :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{300}, std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max()}) {
        const auto bytes = ThriftStruct().integer64(1, number).bytes();
        ThriftReader in(bytes_of(bytes));
        in.each_field([&](std::int64_t) { EXPECT_EQ(in.integer64(), number); });
        EXPECT_FALSE(in.failed());
    }
}

TEST(ThriftReaderTest, SkipsWhatNobodyAsksFor) {
    const std::string map("\x1b\x02\x85\x01x\x02\x01y\x04", 9);  // field 1: {"x": 1, "y": 2}
    const std::string number =
        "\x17"
        "12345678";  // a double
    const std::string uuid =
        "\x1d"
        "0123456789abcdef";
    const std::string set("\x1a\x21\x01\x02", 4);  // of two truth values
    const std::string empty_map("\x1b\x00", 2);
    const auto bytes = map + number + uuid + set + empty_map + "\x15\x54" + '\0';
    ThriftReader in(bytes_of(bytes));
    std::int32_t last = 0;
    in.each_field([&](std::int64_t id) {
        if (id == 6)
            last = in.integer32();
    });
    EXPECT_FALSE(in.failed()) << in.failure();
    EXPECT_EQ(last, 42);
}

TEST(ThriftReaderTest, ReadsListsOfStructsAndTruthValues) {
    const auto inner = ThriftStruct().integer32(1, 7).bytes();
    const auto bytes = ThriftStruct()
                           .list(1, ThriftStruct::kStruct, std::vector<std::string>(20, inner))
                           .list(2, ThriftStruct::kTrue, {"\x01", "\x02"})
                           .bytes();
    ThriftReader in(bytes_of(bytes));
    int sum = 0;
    std::vector<bool> truths;
    in.each_field([&](std::int64_t id) {
        in.each_element(20, [&] {
            if (id == 1)
                in.each_field([&](std::int64_t) { sum += in.integer32(); });
            else
                truths.push_back(in.boolean());
        });
    });
    EXPECT_FALSE(in.failed()) << in.failure();
    EXPECT_EQ(sum, 140);
    EXPECT_EQ(truths, (std::vector<bool>{true, false}));
}

TEST(ThriftReaderTest, EveryTruncationIsAFailure) {
    const auto whole = ThriftStruct()
                           .integer32(1, 1000)
                           .text(2, "text")
                           .list(3, ThriftStruct::kBinary, {test::thrift_text("a"), test::thrift_text("b")})
                           .structure(4, ThriftStruct().truth(1, true).integer64(2, 1))
                           .bytes();
    EXPECT_EQ(failure_of(whole), "");
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(failure_of(whole.substr(0, length)), "") << length;
}

TEST(ThriftReaderTest, AnotherTypeThanExpectedIsAFailure) {
    const auto bytes = ThriftStruct().integer32(1, 1).integer32(2, 2).bytes();
    ThriftReader in(bytes_of(bytes));
    int fields = 0;
    in.each_field([&](std::int64_t) {
        ++fields;
        EXPECT_EQ(in.text(), "");
    });
    EXPECT_TRUE(in.failed());
    EXPECT_EQ(fields, 1);
}

TEST(ThriftReaderTest, ANumberOfMoreThan32BitsIsAFailureWhereItMayNotBe) {
    const auto bytes = ThriftStruct().integer64(1, std::int64_t{1} << 40).bytes();
    ThriftReader in(bytes_of(bytes));
    in.each_field([&](std::int64_t) { EXPECT_EQ(in.integer32(), 0); });
    EXPECT_TRUE(in.failed());
}

TEST(ThriftReaderTest, DepthIsLimited) {
    EXPECT_NE(failure_of(std::string(1'000'000, '\x1c')), "");  // structs in structs
    std::string lists("\x19");
    for (int i = 0; i < 100'000; ++i)
        lists += '\x19';  // a list of one list
    EXPECT_NE(failure_of(lists), "");
}

TEST(ThriftReaderTest, CountsThatTheBytesCannotHoldAreAFailure) {
    const auto huge = test::varint(~std::uint64_t{0});
    EXPECT_NE(failure_of("\x19\xf3" + huge), "");  // a list
    EXPECT_NE(failure_of("\x1b" + huge), "");      // a map
    EXPECT_NE(failure_of("\x18" + huge), "");      // a text
    const auto bytes = ThriftStruct().list(1, ThriftStruct::kInteger32, {"\x02", "\x02", "\x02"}).bytes();
    ThriftReader in(bytes_of(bytes));
    in.each_field([&](std::int64_t) { in.each_element(2, [] {}); });
    EXPECT_TRUE(in.failed());
}

TEST(ThriftReaderTest, MalformedNumbersAreAFailure) {
    EXPECT_NE(failure_of("\x15" + std::string(11, '\xff') + '\0'), "");  // more than 64 bits
    EXPECT_NE(failure_of(std::string("\x05") + test::zigzag(1 << 20) + '\x02' + '\0'), "");  // field 2^20
    EXPECT_NE(failure_of(std::string("\x1f\x00\x00", 3)), "");  // there is no type 15
}

}  // namespace
}  // namespace tunebench::parquet
