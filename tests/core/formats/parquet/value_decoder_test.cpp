#include "core/formats/parquet/value_decoder.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

using test::varint;
using test::zigzag;
using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;

ValueType type_of(PhysicalType physical, std::size_t byte_count = 0) {
    return {.physical = physical, .byte_count = byte_count};
}
const ValueType kText = type_of(PhysicalType::ByteArray);
const ValueType kShort = type_of(PhysicalType::Int32, 4);
const ValueType kLong = type_of(PhysicalType::Int64, 8);
const ValueType kTruth = type_of(PhysicalType::Boolean);

/// All values until the first that is missing; std::string for texts.
template <class T, class Stored = T>
std::vector<T> decoded(int encoding, const ValueType& type, const std::string& bytes,
                       std::span<const StoredValue> dictionary = {}) {
    auto decoder = make_decoder(encoding, type, test::bytes_of(bytes), dictionary);
    EXPECT_TRUE(decoder) << decoder.error().message;
    std::vector<T> values;
    while (decoder && values.size() < 100) {
        const auto value = (*decoder)->next();
        if (!value)
            break;
        values.push_back(T(std::get<Stored>(*value)));
    }
    return values;
}
Texts texts(int encoding, const std::string& bytes, const ValueType& type = kText) {
    return decoded<std::string, std::string_view>(encoding, type, bytes);
}

bool is_refused(int encoding, const ValueType& type, const std::string& bytes) {
    const auto decoder = make_decoder(encoding, type, test::bytes_of(bytes), {});
    return !decoder && decoder.error().code == ErrorCode::Corrupt;
}

/// Up to 33 numbers with small differences, in one miniblock.
std::string delta(const Integers& numbers) {
    const auto header = varint(128) + varint(4) + varint(numbers.size()) + zigzag(numbers[0]);
    if (numbers.size() == 1)
        return header;
    std::vector<std::uint32_t> differences(32);
    for (std::size_t i = 1; i < numbers.size(); ++i)
        differences[i - 1] = static_cast<std::uint32_t>(numbers[i] - numbers[i - 1] + 8);
    return header + zigzag(-8) + std::string("\x04\0\0\0", 4) + test::packed(differences, 4);
}

TEST(ValueDecoderTest, PlainValues) {
    EXPECT_EQ(decoded<bool>(test::kPlain, kTruth, "\x05"),
              (std::vector<bool>{true, false, true, false, false, false, false, false}));
    EXPECT_EQ(decoded<std::int64_t>(test::kPlain, kShort, test::plain<std::int32_t>({1, -2, INT32_MIN})),
              (Integers{1, -2, INT32_MIN}));
    EXPECT_EQ(decoded<std::int64_t>(test::kPlain, kLong, test::plain<std::int64_t>({1, INT64_MIN})),
              (Integers{1, INT64_MIN}));
    EXPECT_EQ(decoded<double>(test::kPlain, type_of(PhysicalType::Float, 4), test::plain<float>({0.5F, -2})),
              (std::vector<double>{0.5, -2}));
    EXPECT_EQ(decoded<double>(test::kPlain, type_of(PhysicalType::Double, 8), test::plain<double>({0.1})),
              std::vector<double>{0.1});
    EXPECT_EQ(texts(test::kPlain, test::plain_texts({"a", "", "bcd"})), (Texts{"a", "", "bcd"}));
    EXPECT_EQ(texts(test::kPlain, "abcdef", type_of(PhysicalType::FixedLengthByteArray, 3)),
              (Texts{"abc", "def"}));
}

TEST(ValueDecoderTest, PlainValuesThatAreCutOffEnd) {
    EXPECT_EQ(decoded<std::int64_t>(test::kPlain, kShort, std::string(7, '\0')), Integers{0});
    EXPECT_EQ(texts(test::kPlain, test::plain_texts({"a"}) + std::string("\x05\0\0\0abcd", 8)), Texts{"a"});
    EXPECT_EQ(texts(test::kPlain,
                    "\xff\xff\xff\xff"
                    "abcd"),
              Texts());
}

TEST(ValueDecoderTest, IndexesIntoADictionary) {
    const std::vector<StoredValue> dictionary = {std::int64_t{10}, std::int64_t{20}, std::int64_t{30}};
    const auto indexes = '\x02' + test::packed_run({2, 0, 1, 1}, 2);
    for (const int encoding : {test::kPlainDictionary, test::kDictionary})
        EXPECT_EQ(decoded<std::int64_t>(encoding, kLong, indexes, dictionary),
                  (Integers{30, 10, 20, 20, 10, 10, 10, 10}));  // a packed run is filled up
    EXPECT_EQ(
        decoded<std::int64_t>(test::kDictionary, kLong, '\x02' + test::repeated_run(2, 3, 2), dictionary),
        Integers());
    EXPECT_EQ(decoded<std::int64_t>(test::kDictionary, kLong, "", dictionary), Integers());
    EXPECT_TRUE(is_refused(test::kDictionary, kLong, "\x21\x02\x01"));
}

TEST(ValueDecoderTest, RunsOfTruthValues) {
    EXPECT_EQ(decoded<bool>(test::kRle, kTruth, test::with_length(test::repeated_run(3, 1, 1))),
              (std::vector<bool>{true, true, true}));
    EXPECT_TRUE(is_refused(test::kRle, kTruth, std::string("\x09\0\0\0\x06\x01", 6)));
    EXPECT_TRUE(is_refused(test::kRle, kShort, test::with_length(test::repeated_run(3, 1, 1))));
}

TEST(ValueDecoderTest, Differences) {
    EXPECT_EQ(decoded<std::int64_t>(test::kDelta, kLong, delta({7, 5, 3, 1, 2})), (Integers{7, 5, 3, 1, 2}));
    // 2^31 - 1 and one more, in 32 bits
    EXPECT_EQ(decoded<std::int64_t>(test::kDelta, kShort,
                                    varint(8) + varint(1) + varint(2) + zigzag(INT32_MAX) + zigzag(1) + '\0'),
              (Integers{INT32_MAX, INT32_MIN}));
    EXPECT_TRUE(is_refused(test::kDelta, kText, delta({1})));
    EXPECT_TRUE(is_refused(test::kDelta, kLong, ""));
}

TEST(ValueDecoderTest, TheSpecificationsExampleOfLengths) {
    EXPECT_EQ(texts(test::kDeltaLength, delta({5, 5, 6, 6}) + "HelloWorldFoobarABCDEF"),
              (Texts{"Hello", "World", "Foobar", "ABCDEF"}));
}

TEST(ValueDecoderTest, TheSpecificationsExampleOfSharedStarts) {
    const auto bytes = delta({0, 2, 0, 3}) + delta({4, 2, 6, 5}) + "axislebabbleyhood";
    EXPECT_EQ(texts(test::kDeltaText, bytes), (Texts{"axis", "axle", "babble", "babyhood"}));
    EXPECT_EQ(texts(test::kDeltaText, delta({0, 1}) + delta({2, 1}) + "abc",
                    type_of(PhysicalType::FixedLengthByteArray, 2)),
              (Texts{"ab", "ac"}));
}

TEST(ValueDecoderTest, LengthsThatCannotBeEndTheValues) {
    EXPECT_EQ(texts(test::kDeltaLength, delta({5, 6}) + "HelloWorl"), Texts{"Hello"});
    EXPECT_EQ(texts(test::kDeltaLength, delta({1, -1}) + "abc"), Texts{"a"});
    EXPECT_EQ(texts(test::kDeltaText, delta({1}) + delta({1}) + "a"), Texts());  // nothing to share
    EXPECT_EQ(texts(test::kDeltaText, delta({0, 3}) + delta({2, 0}) + "ab"), Texts{"ab"});  // 3 of 2
    EXPECT_EQ(texts(test::kDeltaText, delta({0, -1}) + delta({2, 0}) + "ab"), Texts{"ab"});
    EXPECT_TRUE(is_refused(test::kDeltaText, kText, delta({0, 1})));
    EXPECT_TRUE(is_refused(test::kDeltaLength, kLong, delta({1}) + "a"));
}

TEST(ValueDecoderTest, TheSpecificationsExampleOfSplitBytes) {
    const std::string split = "\xAA" + std::string("\0", 1) + "\xA3\xBB\x11\xB4\xCC\x22\xC5\xDD\x33\xD6";
    EXPECT_EQ(texts(test::kSplit, split, type_of(PhysicalType::FixedLengthByteArray, 4)),
              (Texts{"\xAA\xBB\xCC\xDD", std::string("\0\x11\x22\x33", 4), "\xA3\xB4\xC5\xD6"}));
    EXPECT_EQ(decoded<std::int64_t>(test::kSplit, kShort, split)[1], 0x33221100);
    EXPECT_TRUE(is_refused(test::kSplit, kShort, "12345"));
    EXPECT_TRUE(is_refused(test::kSplit, kText, "1234"));
}

TEST(ValueDecoderTest, EncodingsThatAreNotReadAreNamed) {
    for (const int encoding : {1, 4, 10, -1, INT32_MAX}) {
        const auto decoder = make_decoder(encoding, kText, {}, {});
        ASSERT_FALSE(decoder);
        EXPECT_EQ(decoder.error().code, ErrorCode::Unsupported);
        EXPECT_NE(decoder.error().message.find(std::to_string(encoding)), std::string::npos);
    }
}

}  // namespace
}  // namespace tunebench::parquet
