#include "core/formats/parquet/value_json.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/formats/parquet/decimal_text.h"
#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

SchemaElement element_of(PhysicalType type, LogicalKind kind = LogicalKind::None) {
    SchemaElement element{.type = static_cast<std::int32_t>(type)};
    element.logical.kind = kind;
    return element;
}
SchemaElement converted(PhysicalType type, ConvertedType meaning) {
    auto element = element_of(type);
    element.converted = meaning;
    return element;
}
SchemaElement fixed(std::int32_t length, LogicalKind kind = LogicalKind::None) {
    auto element = element_of(PhysicalType::FixedLengthByteArray, kind);
    element.type_length = length;
    return element;
}
SchemaElement decimal(PhysicalType type, int precision, int scale) {
    auto element = element_of(type, LogicalKind::Decimal);
    element.logical.precision = precision;
    element.logical.scale = scale;
    return element;
}
SchemaElement timestamp(std::int32_t unit, bool is_utc) {
    auto element = element_of(PhysicalType::Int64, LogicalKind::Timestamp);
    element.logical.unit = unit;
    element.logical.is_utc = is_utc;
    return element;
}

/// As JSON text, or the message of the error.
std::string stored_json(const SchemaElement& element, const StoredValue& value) {
    const auto type = value_type_of(element);
    if (!type)
        return type.error().message;
    const auto made = json_of(*type, value);
    return made ? json_text(*made) : made.error().message;
}
std::string json(const SchemaElement& element, std::int64_t value) {
    return stored_json(element, value);
}
std::string json(const SchemaElement& element, const std::string& text) {
    return stored_json(element, std::string_view(text));
}

TEST(ValueJsonTest, NumbersAndTruthValues) {
    EXPECT_EQ(stored_json(element_of(PhysicalType::Boolean), StoredValue(true)), "true");
    EXPECT_EQ(json(element_of(PhysicalType::Int64), std::numeric_limits<std::int64_t>::min()),
              "-9223372036854775808");
    EXPECT_EQ(stored_json(element_of(PhysicalType::Double), StoredValue(0.1)), "0.1");
    EXPECT_EQ(
        stored_json(element_of(PhysicalType::Double), StoredValue(std::numeric_limits<double>::infinity())),
        "null");
    EXPECT_EQ(json(converted(PhysicalType::Int32, ConvertedType::Uint8), -1), "4294967295");
    EXPECT_EQ(json(converted(PhysicalType::Int64, ConvertedType::Uint64), -1), "18446744073709551615");
    auto is_unsigned = element_of(PhysicalType::Int32, LogicalKind::Integer);
    EXPECT_EQ(json(is_unsigned, -1), "-1");
    is_unsigned.logical.is_signed = false;
    EXPECT_EQ(json(is_unsigned, -1), "4294967295");
}

TEST(ValueJsonTest, Texts) {
    for (const auto kind : {LogicalKind::String, LogicalKind::Enum, LogicalKind::Json, LogicalKind::None}) {
        EXPECT_EQ(json(element_of(PhysicalType::ByteArray, kind), "größe\n"), "\"größe\\n\"");
    }
    EXPECT_EQ(json(converted(PhysicalType::ByteArray, ConvertedType::Utf8), "\xff"), "the text is not UTF-8");
    EXPECT_EQ(json(element_of(PhysicalType::ByteArray), "\xff"), "it holds bytes that are no text");
    EXPECT_EQ(json(fixed(2), "ab"), "\"ab\"");
    EXPECT_EQ(json(fixed(16, LogicalKind::Uuid),
                   "\x01\x23\x45\x67\x89\xab\xcd\xef"
                   "01234567"),
              "\"01234567-89ab-cdef-3031-323334353637\"");
}

TEST(ValueJsonTest, Dates) {
    const auto date = element_of(PhysicalType::Int32, LogicalKind::Date);
    EXPECT_EQ(json(date, 0), "\"1970-01-01\"");
    EXPECT_EQ(json(date, -1), "\"1969-12-31\"");
    EXPECT_EQ(json(date, 19782), "\"2024-02-29\"");
    EXPECT_EQ(json(date, -719162), "\"0001-01-01\"");
    EXPECT_EQ(json(date, 2932896), "\"9999-12-31\"");
    EXPECT_EQ(json(date, 2932897), "2932897");
    EXPECT_EQ(json(date, std::numeric_limits<std::int32_t>::min()), "-2147483648");
    EXPECT_EQ(json(converted(PhysicalType::Int32, ConvertedType::Date), 365), "\"1971-01-01\"");
    EXPECT_EQ(json(converted(PhysicalType::Int64, ConvertedType::Date), 365),
              "365");  // does not fit the type
}

TEST(ValueJsonTest, Timestamps) {
    EXPECT_EQ(json(timestamp(1, true), 172800000),
              "\"1970-01-03T00:00:00Z\"");  // the specification's example
    EXPECT_EQ(json(timestamp(1, true), -1), "\"1969-12-31T23:59:59.999Z\"");
    EXPECT_EQ(json(timestamp(2, false), 1714566600000001), "\"2024-05-01T12:30:00.000001\"");
    EXPECT_EQ(json(timestamp(3, false), 1714566600000000001), "\"2024-05-01T12:30:00.000000001\"");
    EXPECT_EQ(json(timestamp(1, false), std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
    EXPECT_EQ(json(timestamp(1, false), std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(json(converted(PhysicalType::Int64, ConvertedType::TimestampMicros), 1500000),
              "\"1970-01-01T00:00:01.500000Z\"");
}

TEST(ValueJsonTest, TimesOfTheDay) {
    EXPECT_EQ(json(converted(PhysicalType::Int32, ConvertedType::TimeMillis), 3723500), "\"01:02:03.500\"");
    EXPECT_EQ(json(converted(PhysicalType::Int64, ConvertedType::TimeMicros), 86399000000), "\"23:59:59\"");
    EXPECT_EQ(json(converted(PhysicalType::Int32, ConvertedType::TimeMillis), 86400000), "86400000");
    EXPECT_EQ(json(converted(PhysicalType::Int32, ConvertedType::TimeMillis), -1), "-1");
}

TEST(ValueJsonTest, Int96IsATimestamp) {
    const auto stored = [](std::int64_t nanoseconds, std::int32_t day) {
        return test::little_endian(nanoseconds) + test::little_endian(day);
    };
    const auto text = [&](const std::string& bytes) { return json(element_of(PhysicalType::Int96), bytes); };
    EXPECT_EQ(text(stored(0, 2440588)), "\"1970-01-01T00:00:00\"");
    EXPECT_EQ(text(stored(45000000000001, 2460432)), "\"2024-05-01T12:30:00.000000001\"");
    EXPECT_EQ(text(stored(-1, 2440588)), "\"1969-12-31T23:59:59.999999999\"");
    EXPECT_EQ(text(stored(0, -2147483647)), "a timestamp lies on the Julian day -2147483647");
    EXPECT_NE(text(stored(std::numeric_limits<std::int64_t>::min(), 2147483647)), "");
}

TEST(ValueJsonTest, HalfPrecision) {
    const auto half = fixed(2, LogicalKind::Float16);
    const auto number = [&](std::uint16_t bits) {
        const auto stored = test::little_endian(bits);
        return json(half, stored);
    };
    EXPECT_EQ(number(0x3C00), "1.0");
    EXPECT_EQ(number(0xC000), "-2.0");
    EXPECT_EQ(number(0x7BFF), "65504.0");
    EXPECT_EQ(number(0x0400), "6.103515625e-05");
    EXPECT_EQ(number(0x0001), "5.960464477539063e-08");
    EXPECT_EQ(number(0x7C00), "null");  // infinity, which JSON lacks
}

TEST(ValueJsonTest, DecimalsOfFewDigitsAreNumbers) {
    EXPECT_EQ(json(decimal(PhysicalType::Int32, 9, 2), 123), "1.23");
    EXPECT_EQ(json(decimal(PhysicalType::Int32, 9, 2), -5), "-0.05");
    EXPECT_EQ(json(decimal(PhysicalType::Int64, 15, 0), -42), "-42");
    EXPECT_EQ(json(decimal(PhysicalType::ByteArray, 4, 2), "\xfb\x32"), "-12.3");
    auto old = converted(PhysicalType::Int32, ConvertedType::Decimal);
    old.precision = 3;
    old.scale = 1;
    EXPECT_EQ(json(old, 999), "99.9");
}

TEST(ValueJsonTest, DecimalsOfManyDigitsAreText) {
    EXPECT_EQ(json(decimal(PhysicalType::Int64, 18, 4), 123456789012345678), "\"12345678901234.5678\"");
    EXPECT_EQ(json(decimal(PhysicalType::ByteArray, 38, 0), "\x01\x01"), "\"257\"");
    EXPECT_EQ(json(decimal(PhysicalType::ByteArray, 38, 0), ""), "a decimal has 0 bytes");
    EXPECT_EQ(json(decimal(PhysicalType::ByteArray, 38, 0), std::string(33, 'x')), "a decimal has 33 bytes");
    EXPECT_EQ(json(decimal(PhysicalType::ByteArray, 77, 0), "x"),
              "it is a decimal of 77 digits, 0 behind the point");
    EXPECT_EQ(json(decimal(PhysicalType::ByteArray, 5, -1), "x"),
              "it is a decimal of 5 digits, -1 behind the point");
}

TEST(ValueJsonTest, DecimalText) {
    EXPECT_EQ(decimal_text(std::string("\0", 1), 0), "0");
    EXPECT_EQ(decimal_text(std::string("\0", 1), 3), "0.000");
    EXPECT_EQ(decimal_text("\x80", 0), "-128");
    EXPECT_EQ(decimal_text(big_endian(std::numeric_limits<std::int64_t>::min()), 18),
              "-9.223372036854775808");
    EXPECT_EQ(decimal_text(std::string(32, '\x7f'), 0).size(), 77U);
}

TEST(ValueJsonTest, TypesThatDoNotExistAreRefused) {
    EXPECT_FALSE(value_type_of({.type = 8}));
    EXPECT_FALSE(value_type_of({.type = -1}));
    EXPECT_FALSE(value_type_of(fixed(0)));
    EXPECT_FALSE(value_type_of(fixed(-1)));
    EXPECT_FALSE(value_type_of(fixed(1 << 30)));
}

}  // namespace
}  // namespace tunebench::parquet
