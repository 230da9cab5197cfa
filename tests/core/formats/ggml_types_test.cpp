// Rounding of ggml's types against values worked out by hand.
#include "core/formats/ggml_types.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

TEST(GgmlTypesTest, HalvesRoundToNearestAndTiesToEven) {
    EXPECT_EQ(to_f16(0.0F), 0x0000);
    EXPECT_EQ(to_f16(-0.0F), 0x8000);
    EXPECT_EQ(to_f16(1.0F), 0x3C00);
    EXPECT_EQ(to_f16(-2.0F), 0xC000);
    EXPECT_EQ(to_f16(0.1F), 0x2E66);                        // 0.0999755859375
    EXPECT_EQ(to_f16(1.0F + 0x1p-11F), 0x3C00);             // a tie: down to the even one
    EXPECT_EQ(to_f16(1.0F + 0x1p-11F + 0x1p-20F), 0x3C01);  // just above it
    EXPECT_EQ(to_f16(1.0F + 3 * 0x1p-11F), 0x3C02);         // a tie: up to the even one
    EXPECT_EQ(to_f16(2.0F - 0x1p-12F), 0x4000);             // the carry reaches the exponent
}

TEST(GgmlTypesTest, HalvesHaveSubnormalsAndLimits) {
    EXPECT_EQ(to_f16(0x1p-14F), 0x0400);  // the smallest normal number
    EXPECT_EQ(to_f16(0x1p-15F), 0x0200);
    EXPECT_EQ(to_f16(0x1p-24F), 0x0001);  // the smallest of all
    EXPECT_EQ(to_f16(0x1p-25F), 0x0000);  // a tie with zero
    EXPECT_EQ(to_f16(0x1.8p-25F), 0x0001);
    EXPECT_EQ(to_f16(0x1p-14F - 0x1p-26F), 0x0400);  // rounds up into the normal numbers
    EXPECT_EQ(to_f16(1e-30F), 0x0000);
    EXPECT_EQ(to_f16(65504.0F), 0x7BFF);  // the largest
    EXPECT_EQ(to_f16(65519.0F), 0x7BFF);
    EXPECT_EQ(to_f16(65520.0F), 0x7C00);
    EXPECT_EQ(to_f16(-1e30F), 0xFC00);
    EXPECT_EQ(to_f16(kInfinity), 0x7C00);
    EXPECT_TRUE(std::isnan(from_f16(to_f16(std::nanf("")))));
}

TEST(GgmlTypesTest, EveryHalfComesBack) {
    for (unsigned bits = 0; bits <= 0xFFFF; ++bits) {
        const auto half = static_cast<std::uint16_t>(bits);
        const float value = from_f16(half);
        ASSERT_TRUE(std::isnan(value) || to_f16(value) == half) << bits;
    }
}

TEST(GgmlTypesTest, Bf16KeepsTheUpperHalfRoundedToEven) {
    EXPECT_EQ(to_bf16(1.0F), 0x3F80);
    EXPECT_EQ(to_bf16(0.1F), 0x3DCD);            // 0x3DCCCCCD
    EXPECT_EQ(to_bf16(1.0F + 0x1p-8F), 0x3F80);  // ties
    EXPECT_EQ(to_bf16(1.0F + 3 * 0x1p-8F), 0x3F82);
    EXPECT_EQ(to_bf16(1.0F + 0x1p-8F + 0x1p-20F), 0x3F81);
    EXPECT_EQ(to_bf16(-kInfinity), 0xFF80);
    EXPECT_EQ(to_bf16(std::numeric_limits<float>::max()), 0x7F80);
    EXPECT_TRUE(std::isnan(from_bf16(to_bf16(std::nanf("")))));
    EXPECT_EQ(from_bf16(0x3DCD), 0.10009765625F);
}

TEST(GgmlTypesTest, Q8BlocksAreTheScaleAndTheNearestMultiples) {
    std::array<float, 64> values = {};
    values[0] = -2.54F;  // the largest magnitude: scale 0.02
    values[1] = 2.0F;
    values[2] = 0.03F;  // 1.5 scales: away from zero
    values[3] = -0.011F;
    values[32] = 127.0F;  // scale 1, exact
    values[33] = -64.0F;
    values[34] = 0.25F;
    const auto bytes = to_ggml(GgmlType::Q8_0, values);
    ASSERT_EQ(bytes.size(), 2U * (2U + 32U));
    const auto number = [&](std::size_t at) { return static_cast<int>(static_cast<std::int8_t>(bytes[at])); };
    std::uint16_t scale = 0;
    std::memcpy(&scale, bytes.data(), sizeof(scale));
    EXPECT_EQ(scale, 0x251F);  // 0.02 in F16
    EXPECT_EQ(number(2), -127);
    EXPECT_EQ(number(3), 100);
    EXPECT_EQ(number(4), 2);
    EXPECT_EQ(number(5), -1);
    EXPECT_EQ(number(6), 0);
    std::memcpy(&scale, bytes.data() + 34, sizeof(scale));
    EXPECT_EQ(scale, 0x3C00);
    EXPECT_EQ(number(36), 127);
    EXPECT_EQ(number(37), -64);
    EXPECT_EQ(number(38), 0);
    const auto back = from_ggml(GgmlType::Q8_0, bytes);
    ASSERT_EQ(back.size(), values.size());
    EXPECT_EQ(back[0], -127.0F * from_f16(0x251F));
    EXPECT_EQ(back[33], -64.0F);
}

TEST(GgmlTypesTest, Q8KnowsBlocksOfZerosTinyNumbersAndDamage) {
    std::array<float, 32> values = {};
    for (const auto byte : to_ggml(GgmlType::Q8_0, values))
        EXPECT_EQ(byte, std::byte{0});
    values[7] = 1e-42F;
    for (const float value : from_ggml(GgmlType::Q8_0, to_ggml(GgmlType::Q8_0, values)))
        EXPECT_EQ(value, 0.0F);
    for (const float damage : {kInfinity, std::nanf("")}) {
        values[7] = damage;
        for (const float value : from_ggml(GgmlType::Q8_0, to_ggml(GgmlType::Q8_0, values)))
            EXPECT_TRUE(std::isnan(value));
    }
}

TEST(GgmlTypesTest, BytesAreCountedByRowsOfBlocks) {
    const auto count = [](GgmlType type, std::vector<std::int64_t> shape) {
        return ggml_byte_count(type, shape);
    };
    EXPECT_EQ(count(GgmlType::F32, {3, 5}), 60U);
    EXPECT_EQ(count(GgmlType::BF16, {}), 2U);
    EXPECT_EQ(count(GgmlType::Q8_0, {3, 64}), 3U * 2U * 34U);
    EXPECT_EQ(count(GgmlType::Q8_0, {32, 3}), std::nullopt);
    EXPECT_EQ(count(GgmlType::F32, {-1, 5}), std::nullopt);
    EXPECT_EQ(count(GgmlType::F32, {std::int64_t{1} << 62, 5}), std::nullopt);
    EXPECT_EQ(count(GgmlType::F16, {0, 5}), 0U);
}

TEST(GgmlTypesTest, NumbersAndNamesAreThoseOfTheFormat) {
    EXPECT_EQ(ggml_type_from(0), GgmlType::F32);
    EXPECT_EQ(ggml_type_from(1), GgmlType::F16);
    EXPECT_EQ(ggml_type_from(8), GgmlType::Q8_0);
    EXPECT_EQ(ggml_type_from(30), GgmlType::BF16);
    EXPECT_EQ(ggml_type_from(2), std::nullopt);
    EXPECT_EQ(ggml_type_name(GgmlType::Q8_0), "Q8_0");
}

}  // namespace
}  // namespace tunebench
