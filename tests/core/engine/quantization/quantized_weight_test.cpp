#include "core/engine/quantization/quantized_weight.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/sha256.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr QuantizationType kTypes[] = {QuantizationType::Nf4, QuantizationType::Fp4, QuantizationType::Int8};

at::Tensor random(at::IntArrayRef sizes) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    return at::empty(sizes, at::kFloat).normal_(0.0, 0.02, generator);
}

double error_of(const at::Tensor& weight, const QuantizationSettings& settings) {
    const auto back = quantize_weight(weight, settings, "weight")->dequantize();
    return (back - weight).norm().item<double>() / weight.norm().item<double>();
}

TEST(QuantizedWeightTest, NestedScalesAreThoseOfTheReference) {
    auto weight = at::zeros({256, 64});
    weight.select(1, 0).copy_(1.0 + at::arange(256).to(at::kFloat) / 256.0);
    const auto quantized = quantize_weight(weight, {.type = QuantizationType::Nf4}, "weight");
    ASSERT_TRUE(quantized && quantized->scales);
    EXPECT_FALSE(quantized->codes.absmax.defined());
    EXPECT_EQ(quantized->scales->offset, 1.498046875F);
    const auto& scales = quantized->scales->codes;
    EXPECT_EQ(scales.absmax.item<float>(), 0.498046875F);
    const auto* codes = scales.codes.data_ptr<std::uint8_t>();
    EXPECT_EQ(codes[0], 0);
    EXPECT_EQ(codes[1], 0);
    EXPECT_EQ(codes[127], 106);
    EXPECT_EQ(codes[128], 148);
    EXPECT_EQ(codes[255], 255);
    EXPECT_TRUE(sha256_hex({reinterpret_cast<const char*>(codes), 256}).starts_with("c0de5496de0ee620"));
    const auto decoded = quantized->block_scales();
    EXPECT_EQ(decoded[0].item<float>(), 1.0035018920898438F);
    EXPECT_EQ(decoded[127].item<float>(), 1.496008038520813F);
    EXPECT_EQ(decoded[128].item<float>(), 1.500085711479187F);
    EXPECT_EQ(decoded[255].item<float>(), 1.99609375F);
}

TEST(QuantizedWeightTest, ItTakesTheBytesThatAreForetold) {
    for (const auto type : kTypes)
        for (const std::int64_t block_size : {64, 128, 512, 4096})
            for (const bool nested : {false, true})
                for (const auto& shape : {std::vector<std::int64_t>{48, 176}, {7, 11}, {300, 64}}) {
                    const QuantizationSettings settings{type, block_size, nested};
                    const auto quantized = quantize_weight(random(shape), settings, "weight");
                    ASSERT_TRUE(quantized);
                    EXPECT_EQ(quantized->bytes(), quantized_bytes(settings, shape[0] * shape[1]))
                        << quantization_name(type) << " " << block_size << " " << nested << " " << shape[1];
                    EXPECT_EQ(quantized->dequantize().sizes().vec(), shape);
                }
}

TEST(QuantizedWeightTest, MoreBitsAndSmallerBlocksAreMoreExact) {
    const auto weight = random({128, 256});
    EXPECT_LT(error_of(weight, {.type = QuantizationType::Int8}), 0.01);
    EXPECT_LT(error_of(weight, {.type = QuantizationType::Nf4}), 0.1);
    EXPECT_LT(error_of(weight, {.type = QuantizationType::Nf4}),
              error_of(weight, {.type = QuantizationType::Fp4}));
    for (const auto type : kTypes) {
        EXPECT_LT(error_of(weight, {type, 64}), error_of(weight, {type, 4096})) << quantization_name(type);
        EXPECT_NEAR(error_of(weight, {type, 64, true}), error_of(weight, {type, 64, false}), 0.005);
    }
}

TEST(QuantizedWeightTest, ValuesAreRoundedToTheTypeOfTheSource) {
    const auto weight = random({32, 64}).to(at::kBFloat16);
    const auto quantized = *quantize_weight(weight, {.type = QuantizationType::Nf4}, "weight");
    const auto values = quantized.dequantize();
    EXPECT_EQ(values.scalar_type(), at::kFloat);
    EXPECT_TRUE(at::equal(values, values.to(at::kBFloat16).to(at::kFloat)));
    EXPECT_EQ(quantized.dequantize(at::kDouble).scalar_type(), at::kDouble);
}

TEST(QuantizedWeightTest, AWeightThatIsNotFiniteIsNamed) {
    auto weight = random({32, 64});
    weight[3][5] = std::numeric_limits<float>::infinity();
    const auto quantized = quantize_weight(weight, {.type = QuantizationType::Nf4}, "layers.0.q_proj.weight");
    ASSERT_FALSE(quantized);
    EXPECT_NE(quantized.error().message.find("layers.0.q_proj.weight"), std::string::npos);
    EXPECT_FALSE(quantized.error().hint.empty());
}

}  // namespace
}  // namespace tunebench
