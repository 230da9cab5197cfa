#include "core/models/quantization.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(QuantizationTest, BytesAreThoseOfCodesAndScales) {
    const QuantizationSettings plain{QuantizationType::Nf4, 64, false};
    EXPECT_EQ(quantized_bytes({}, 10), 40U);
    EXPECT_EQ(quantized_bytes(plain, 64), 32U + 4U);
    EXPECT_EQ(quantized_bytes(plain, 65), 33U + 8U);  // a started byte and a started block count whole
    EXPECT_EQ(quantized_bytes({QuantizationType::Int8, 64, false}, 64), 64U + 4U);
    EXPECT_EQ(quantized_bytes({QuantizationType::Fp4, 64, true}, 64 * 256), 64U * 128U + 256U + 4U);
}

TEST(QuantizationTest, ABillionWeightsTakeWhatThePaperSays) {
    constexpr double kCount = 1 << 30;
    const auto bits = [&](const QuantizationSettings& settings) {
        return 8.0 * static_cast<double>(quantized_bytes(settings, 1 << 30)) / kCount;
    };
    EXPECT_NEAR(bits({QuantizationType::Nf4, 64, false}), 4.5, 1e-9);
    EXPECT_NEAR(bits({QuantizationType::Nf4, 64, true}), 4.127, 1e-3);
}

TEST(QuantizationTest, BlockSizesArePowersOfTwo) {
    for (const std::int64_t size : {32, 64, 128, 4096})
        EXPECT_TRUE(check_quantization({QuantizationType::Nf4, size})) << size;
    for (const std::int64_t size : {-64, 0, 1, 16, 63, 96, 8192}) {
        const auto checked = check_quantization({QuantizationType::Nf4, size});
        ASSERT_FALSE(checked) << size;
        EXPECT_EQ(checked.error().field, "quantization.block_size");
    }
}

}  // namespace
}  // namespace tunebench
