#include "core/run/number_format.h"

#include <bit>
#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr NumberFormat kFp32 = format_of(NumberType::Fp32);
constexpr NumberFormat kBf16 = format_of(NumberType::Bf16);
constexpr NumberFormat kFp16 = format_of(NumberType::Fp16);

/// bf16 is the upper half of an fp32.
double bf16(std::uint32_t bits) {
    return std::bit_cast<float>(bits << 16);
}

TEST(NumberFormatTest, Fp32IsTheFloatOfThisMachine) {
    using Float = std::numeric_limits<float>;
    EXPECT_EQ(kFp32.largest(), Float::max());
    EXPECT_EQ(kFp32.smallest_normal(), Float::min());
    EXPECT_EQ(kFp32.smallest_subnormal(), Float::denorm_min());
    EXPECT_EQ(kFp32.epsilon(), Float::epsilon());
}

TEST(NumberFormatTest, Bf16HasTheRangeOfFp32AndFewerDigits) {
    EXPECT_EQ(kBf16.largest(), bf16(0x7f7f));
    EXPECT_EQ(kBf16.smallest_normal(), bf16(0x0080));
    EXPECT_EQ(kBf16.smallest_subnormal(), bf16(0x0001));
    EXPECT_EQ(kBf16.epsilon(), bf16(0x3f81) - 1.0);
    EXPECT_EQ(kBf16.smallest_normal(), kFp32.smallest_normal());
}

TEST(NumberFormatTest, Fp16EndsAt65504) {
    EXPECT_EQ(kFp16.largest(), 65504.0);
    EXPECT_EQ(kFp16.smallest_normal(), 0x1p-14);
    EXPECT_EQ(kFp16.smallest_subnormal(), 0x1p-24);
    EXPECT_EQ(kFp16.epsilon(), 0x1p-10);
}

TEST(NumberFormatTest, BytesAreThoseOfTheType) {
    for (const auto type : {NumberType::Fp32, NumberType::Bf16, NumberType::Fp16})
        EXPECT_EQ(static_cast<std::uint64_t>(format_of(type).bytes()), bytes_of(type));
}

TEST(NumberFormatTest, DigitsAreThoseOfTheTextbooks) {
    EXPECT_EQ(kFp32.decimal_digits(), 7);
    EXPECT_EQ(kBf16.decimal_digits(), 2);
    EXPECT_EQ(kFp16.decimal_digits(), 3);
}

}  // namespace
}  // namespace tunebench
