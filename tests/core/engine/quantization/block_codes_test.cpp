#include "core/engine/quantization/block_codes.h"

#include <limits>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/engine/quantization/code_books.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

at::Tensor random(at::IntArrayRef sizes, std::uint64_t seed = 1) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes, at::kFloat).normal_(0.0, 0.1, generator);
}

std::string hex(const at::Tensor& codes) {
    std::string text;
    for (std::int64_t i = 0; i < codes.numel(); ++i)
        text += fmt::format("{:02x}", codes[i].item<std::uint8_t>());
    return text;
}

std::vector<at::Tensor> all_books() {
    return {code_book_of(QuantizationType::Nf4), code_book_of(QuantizationType::Fp4),
            code_book_of(QuantizationType::Int8), signed_dynamic_map()};
}

TEST(BlockCodesTest, NormalFloatsGiveTheReferenceBytes) {
    std::vector<float> values;
    for (int i = 0; i < 64; ++i)
        values.push_back((static_cast<float>(37 * i % 64) - 31.5F) / 10.0F);
    const auto blocks = quantize_blocks(at::tensor(values), code_book_of(QuantizationType::Nf4), 64);
    EXPECT_EQ(hex(blocks.codes), "091c3e60a2d4f81b2e5f91c3e60a1d4f71b2e5f81c3e60a1d4e70b2d4f81c2e5");
    EXPECT_EQ(blocks.absmax.item<float>(), 3.1500000953674316F);
    const auto expected =
        at::tensor({-3.1500000953674316F, 0.5069301724433899F, -2.193007469177246F, 1.3882360458374023F,
                    -1.243990182876587F, 2.2773141860961914F, -0.2868076264858246F, -3.1500000953674316F});
    EXPECT_TRUE(at::equal(dequantize_blocks(blocks).narrow(0, 0, 8), expected));
}

/// Sizes that do not divide, of every kind.
class HostileSizes : public testing::TestWithParam<std::tuple<std::int64_t, std::int64_t>> {};

TEST_P(HostileSizes, TheLoopEqualsTheComposedFormAndComesBackTheSame) {
    const auto [count, block_size] = GetParam();
    for (const auto& book : all_books()) {
        const auto values = random({count});
        const auto blocks = quantize_blocks(values, book, block_size);
        const auto found = dequantize_blocks(blocks);
        ASSERT_EQ(found.numel(), count);
        EXPECT_TRUE(at::equal(found, dequantize_blocks_composed(blocks)));
        // A value that has a code of its own keeps it.
        EXPECT_TRUE(at::equal(dequantize_blocks(quantize_blocks(found, book, block_size)), found) ||
                    book.numel() == 256);
        const auto scales = blocks.absmax.repeat_interleave(block_size).narrow(0, 0, count);
        EXPECT_LE(((found - values).abs() / scales).max().item<float>(), 0.17F);  // half of FP4's widest gap
    }
}

INSTANTIATE_TEST_SUITE_P(BlockCodesTest, HostileSizes,
                         testing::Combine(testing::Values(1, 2, 63, 64, 65, 4620, 70000),
                                          testing::Values(32, 64, 128, 4096)));

TEST(BlockCodesTest, NothingStaysNothing) {
    for (const auto& book : all_books())
        EXPECT_EQ(dequantize_blocks(quantize_blocks(at::empty({0, 5}), book, 64)).numel(), 0);
}

TEST(BlockCodesTest, ABlockOfZerosIsZero) {
    for (const auto& book : all_books()) {
        const auto blocks = quantize_blocks(at::zeros({130}), book, 64);
        EXPECT_TRUE(at::equal(dequantize_blocks(blocks), at::zeros({130})));
    }
}

TEST(BlockCodesTest, RowsRunOnFromOneToTheNext) {
    const auto weight = random({6, 10});
    const auto book = code_book_of(QuantizationType::Nf4);
    const auto turned = quantize_blocks(weight.t(), book, 32);
    EXPECT_TRUE(at::equal(turned.codes, quantize_blocks(weight.t().contiguous().view({-1}), book, 32).codes));
    EXPECT_FALSE(at::equal(turned.codes, quantize_blocks(weight, book, 32).codes));
}

TEST(BlockCodesTest, HalfPrecisionIsReadAsItIs) {
    const auto book = code_book_of(QuantizationType::Nf4);
    const auto half = random({200}).to(at::kBFloat16);
    EXPECT_TRUE(at::equal(quantize_blocks(half, book, 64).codes,
                          quantize_blocks(half.to(at::kFloat), book, 64).codes));
}

TEST(BlockCodesTest, WhatIsNotFiniteShowsInItsScale) {
    const auto book = code_book_of(QuantizationType::Nf4);
    for (const auto bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        auto values = random({192});
        values[70] = bad;
        const auto finite = quantize_blocks(values, book, 64).absmax.isfinite();
        EXPECT_TRUE(at::equal(finite, at::tensor({1, 0, 1}).to(at::kBool)));
    }
}

}  // namespace
}  // namespace tunebench
