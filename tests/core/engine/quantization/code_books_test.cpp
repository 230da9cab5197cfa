#include "core/engine/quantization/code_books.h"

#include <gtest/gtest.h>

#include "core/base/sha256.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

std::string sha256_of(const at::Tensor& map) {
    return sha256_hex({static_cast<const char*>(map.data_ptr()), map.nbytes()});
}

TEST(CodeBooksTest, TheSignedMapIsThatOfBitsandbytesToTheLastBit) {
    const auto map = signed_dynamic_map();
    ASSERT_EQ(map.numel(), 256);
    EXPECT_EQ(sha256_of(map), "e732639a65f497b4ad684bb166a4467708255edd5207757de8b8f0c7e1fda89c");
    EXPECT_EQ(map[127].item<float>(), 0.0F);
    EXPECT_EQ(map[0].item<float>(), -0.992968738079071F);
    EXPECT_EQ(map[255].item<float>(), 1.0F);
    EXPECT_TRUE((map.diff() > 0).all().item<bool>());
}

TEST(CodeBooksTest, TheUnsignedMapIsThatOfBitsandbytesToTheLastBit) {
    const auto map = unsigned_dynamic_map();
    ASSERT_EQ(map.numel(), 256);
    EXPECT_EQ(sha256_of(map), "305f002cc11278fb769d13b25b9fd0c7c83c8402c40a878fe086f4039fde6398");
    EXPECT_EQ(map[0].item<float>(), 0.0F);
    EXPECT_EQ(map[255].item<float>(), 1.0F);
    EXPECT_TRUE((map.diff() > 0).all().item<bool>());
}

TEST(CodeBooksTest, WeightsHaveBooksFromMinusOneToOne) {
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Fp4, QuantizationType::Int8}) {
        const auto book = code_book_of(type);
        EXPECT_EQ(book.numel(), type == QuantizationType::Int8 ? 255 : 16) << quantization_name(type);
        EXPECT_EQ(book.min().item<float>(), -1.0F);
        EXPECT_EQ(book.max().item<float>(), 1.0F);
        EXPECT_TRUE((book == 0).any().item<bool>()) << quantization_name(type);
    }
}

TEST(CodeBooksTest, Fp4IsSymmetricAndInt8Even) {
    const auto fp4 = code_book_of(QuantizationType::Fp4);
    EXPECT_TRUE(at::equal(fp4.narrow(0, 0, 8), -fp4.narrow(0, 8, 8)));
    EXPECT_EQ(fp4[1].item<float>(), 0.0052083334885537624F);
    const auto int8 = code_book_of(QuantizationType::Int8);
    EXPECT_TRUE(at::allclose(int8 * 127.0, at::arange(-127.0, 128.0), 0.0, 1e-5));
}

}  // namespace
}  // namespace tunebench
