#include "core/formats/dtype.h"

#include <array>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench {

TEST(DTypeTest, EveryNameReadsBack) {
    for (int i = 0; i <= static_cast<int>(DType::U64); ++i) {
        const auto dtype = static_cast<DType>(i);
        EXPECT_EQ(parse_dtype(dtype_name(dtype)), dtype) << dtype_name(dtype);
        EXPECT_GT(dtype_bits(dtype), 0);
    }
    EXPECT_EQ(parse_dtype("f32"), std::nullopt);
    EXPECT_EQ(parse_dtype("F128"), std::nullopt);
    EXPECT_EQ(parse_dtype(""), std::nullopt);
}

TEST(DTypeTest, KnowsTheSizesOfElements) {
    EXPECT_EQ(dtype_bytes(DType::F64), 8U);
    EXPECT_EQ(dtype_bytes(DType::I64), 8U);
    EXPECT_EQ(dtype_bytes(DType::F32), 4U);
    EXPECT_EQ(dtype_bytes(DType::BF16), 2U);
    EXPECT_EQ(dtype_bytes(DType::F16), 2U);
    EXPECT_EQ(dtype_bytes(DType::U8), 1U);
    EXPECT_EQ(dtype_bytes(DType::Bool), 1U);
    EXPECT_EQ(dtype_name(DType::BF16), "BF16");
    EXPECT_EQ(dtype_bytes(DType::F4), 0U) << "half a byte is no number of bytes";
}

TEST(DTypeTest, CountsTheBytesOfTensors) {
    const auto count = [](DType dtype, std::vector<std::int64_t> shape) {
        return tensor_byte_count(dtype, shape);
    };
    EXPECT_EQ(count(DType::F32, {}), 4U);
    EXPECT_EQ(count(DType::F32, {2, 3}), 24U);
    EXPECT_EQ(count(DType::F32, {2, 0, 3}), 0U);
    EXPECT_EQ(count(DType::F4, {3, 2}), 3U);
    EXPECT_EQ(count(DType::F4, {3}), std::nullopt) << "a byte and a half";
    EXPECT_EQ(count(DType::F6E2M3, {4}), 3U);
    EXPECT_EQ(count(DType::F32, {-1}), std::nullopt);
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(count(DType::U8, {kMax, 4}), std::nullopt);
    EXPECT_EQ(count(DType::F32, {kMax}), std::nullopt) << "its bits do not fit";
    EXPECT_EQ(count(DType::U8, {std::int64_t{1} << 32, std::int64_t{1} << 32}), std::nullopt);
}

}  // namespace tunebench
