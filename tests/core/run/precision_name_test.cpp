#include "core/run/precision_name.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::string name_of(NumberType weights, NumberType compute) {
    return precision_name({.weights = weights, .compute = compute});
}

TEST(PrecisionNameTest, PureMixedAndStoredNarrow) {
    using enum NumberType;
    EXPECT_EQ(name_of(Fp32, Fp32), "fp32");
    EXPECT_EQ(name_of(Bf16, Bf16), "bf16");
    EXPECT_EQ(name_of(Fp16, Fp16), "fp16");
    EXPECT_EQ(name_of(Fp32, Bf16), "mixed bf16");
    EXPECT_EQ(name_of(Fp32, Fp16), "mixed fp16");
    EXPECT_EQ(name_of(Bf16, Fp32), "bf16 weights, fp32 arithmetic");
    EXPECT_EQ(name_of(Fp16, Fp32), "fp16 weights, fp32 arithmetic");
}

TEST(PrecisionNameTest, NamesSetBothTypesAndNothingElse) {
    for (const auto& [name, shown] :
         {std::pair{"fp32", "fp32"}, std::pair{"bf16", "bf16"}, std::pair{"fp16", "fp16"},
          std::pair{"mixed-bf16", "mixed bf16"}, std::pair{"mixed-fp16", "mixed fp16"}}) {
        PrecisionSection precision{.weights = NumberType::Bf16,
                                   .gradients = GradientType::Fp32,
                                   .quantization = QuantizationType::Nf4};
        ASSERT_TRUE(set_named_precision(precision, name)) << name;
        EXPECT_EQ(precision_name(precision), shown);
        EXPECT_EQ(precision.gradients, GradientType::Fp32);
        EXPECT_EQ(precision.quantization, QuantizationType::Nf4);
    }
}

TEST(PrecisionNameTest, AnUnknownNameIsRefusedWithTheKnownOnes) {
    PrecisionSection precision;
    for (const auto* name : {"fp8", "", "mixed", "mixed bf16", "BF16"}) {
        const auto set = set_named_precision(precision, name);
        ASSERT_FALSE(set) << name;
        EXPECT_EQ(set.error().code, ErrorCode::InvalidArgument);
        for (const auto* known : {"fp32", "bf16", "fp16", "mixed-bf16", "mixed-fp16"})
            EXPECT_NE(set.error().hint.find(known), std::string::npos) << set.error().hint;
    }
    EXPECT_EQ(precision, PrecisionSection{});
}

}  // namespace
}  // namespace tunebench
