#include "core/base/byte_units.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace tunebench {

TEST(ByteUnitsTest, FormatsBytesInTheUnitThatFits) {
    EXPECT_EQ(format_bytes(0), "0 B");
    EXPECT_EQ(format_bytes(1023), "1023 B");
    EXPECT_EQ(format_bytes(1024), "1.00 KiB");
    EXPECT_EQ(format_bytes(1536), "1.50 KiB");
    EXPECT_EQ(format_bytes(std::uint64_t{4} << 20), "4.00 MiB");
    EXPECT_EQ(format_bytes(1320702444), "1.23 GiB");
    EXPECT_EQ(format_bytes(std::uint64_t{2048} << 30), "2048.00 GiB");
}

TEST(ByteUnitsTest, ParsesTheSizesThatPeopleWrite) {
    constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;
    EXPECT_EQ(*parse_bytes("24GiB"), 24 * kGiB);
    EXPECT_EQ(*parse_bytes("8 GB"), 8'000'000'000U);
    EXPECT_EQ(*parse_bytes("512MiB"), kGiB / 2);
    EXPECT_EQ(*parse_bytes("512 mib"), kGiB / 2);
    EXPECT_EQ(*parse_bytes("24G"), 24 * kGiB);
    EXPECT_EQ(*parse_bytes(" 1.5 TiB "), 1536 * kGiB);
    EXPECT_EQ(*parse_bytes("4096"), 4096U);
    EXPECT_EQ(*parse_bytes("10 B"), 10U);
    EXPECT_EQ(*parse_bytes("0"), 0U);
    EXPECT_EQ(*parse_bytes("0.1 kB"), 100U);
}

TEST(ByteUnitsTest, RefusesWhatIsNoSize) {
    for (const std::string text : {"", " ", "GiB", "-1 GiB", "-0", "+1", "1e3", "nan", "inf", "8 GBx", "8 XB",
                                   "1,5 GiB", "1 2 GiB", "0x10", "99999999999 TiB", "8\tGB", "1..5"}) {
        const auto size = parse_bytes(text);
        ASSERT_FALSE(size) << text;
        EXPECT_EQ(size.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(size.error().hint.find("24GiB"), std::string::npos);
    }
}

TEST(ByteUnitsTest, FormatsCountsAsTheFieldWritesThem) {
    EXPECT_EQ(format_count(0), "0");
    EXPECT_EQ(format_count(999), "999");
    EXPECT_EQ(format_count(12'345), "12.3 k");
    EXPECT_EQ(format_count(124'439'808), "124.4 M");
    EXPECT_EQ(format_count(6'738'415'616), "6.7 B");
    EXPECT_EQ(format_count(1'400'000'000'000), "1.4 T");
    EXPECT_EQ(format_count(999'960), "1.0 M");
    EXPECT_EQ(format_count(5'000'000'000'000'000), "5000.0 T");
}

TEST(ByteUnitsTest, FormatsDurationsByTheirTwoLargestUnits) {
    EXPECT_EQ(format_duration(0.0), "0.00 s");
    EXPECT_EQ(format_duration(0.42), "0.42 s");
    EXPECT_EQ(format_duration(9.996), "10 s");
    EXPECT_EQ(format_duration(12.3), "12 s");
    EXPECT_EQ(format_duration(59.7), "1 min 00 s");
    EXPECT_EQ(format_duration(185), "3 min 05 s");
    EXPECT_EQ(format_duration(8040), "2 h 14 min");
    EXPECT_EQ(format_duration(3 * 86400 + 4 * 3600 + 59), "3 d 04 h");
    EXPECT_EQ(format_duration(-1.0), "unknown");
    EXPECT_EQ(format_duration(std::nan("")), "unknown");
    EXPECT_EQ(format_duration(std::numeric_limits<double>::infinity()), "unknown");
}

}  // namespace tunebench
