// Rounding to narrow types: the nearest, or by chance and then right in the mean.
#include "core/engine/precision/rounding.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

class EachNarrowType : public testing::TestWithParam<at::ScalarType> {
protected:
    at::Tensor rounded(const at::Tensor& source, const Rounding& rounding) const {
        auto target = at::empty(source.sizes(), GetParam());
        round_into(target, source, rounding);
        return target.to(at::kFloat);
    }
};

TEST_P(EachNarrowType, ToTheNearestIsWhatLibTorchDoes) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(5);
    auto values = at::empty({5000}).normal_(0.0, 1.0, generator);
    values.narrow(0, 0, 1000).mul_(1e-7);
    values.narrow(0, 1000, 500).mul_(1e5);
    EXPECT_TRUE(at::equal(rounded(values, {}), values.to(GetParam()).to(at::kFloat)));
}

TEST_P(EachNarrowType, ByChanceIsOneOfTheNeighboursAndRightInTheMean) {
    for (const double value : {1.0003, -0.7001, 3.1e-5, 2.1e-7}) {
        const auto result = rounded(at::full({100000}, value), Rounding::by_chance(1, 2, 3));
        const double least = result.min().item<double>(), most = result.max().item<double>();
        EXPECT_LE(least, value);
        EXPECT_GE(most, value);
        EXPECT_EQ(at::logical_and(result != least, result != most).sum().item<std::int64_t>(), 0);
        // Five standard deviations of the mean of so many draws.
        EXPECT_NEAR(result.to(at::kDouble).mean().item<double>(), value,
                    5.0 * 0.5 * (most - least) / std::sqrt(1e5) + 1e-12);
    }
}

TEST_P(EachNarrowType, ChanceIsAFunctionOfSeedStepAndTensor) {
    const auto values = at::full({4096}, 1.0003);
    const auto one = rounded(values, Rounding::by_chance(1, 2, 3));
    EXPECT_TRUE(at::equal(one, rounded(values, Rounding::by_chance(1, 2, 3))));
    for (const auto& other :
         {Rounding::by_chance(2, 2, 3), Rounding::by_chance(1, 3, 3), Rounding::by_chance(1, 2, 4)})
        EXPECT_FALSE(at::equal(one, rounded(values, other)));
}

TEST_P(EachNarrowType, WhatIsNotFiniteStaysSo) {
    const auto infinity = std::numeric_limits<float>::infinity();
    const auto values = at::tensor({infinity, -infinity, std::numeric_limits<float>::quiet_NaN(), 0.0F});
    for (const auto& rounding : {Rounding{}, Rounding::by_chance(1, 1, 1)}) {
        const auto result = rounded(values, rounding);
        EXPECT_EQ(result[0].item<float>(), infinity);
        EXPECT_EQ(result[1].item<float>(), -infinity);
        EXPECT_TRUE(std::isnan(result[2].item<float>()));
        EXPECT_EQ(result[3].item<float>(), 0.0F);
    }
}

INSTANTIATE_TEST_SUITE_P(RoundingTest, EachNarrowType, testing::Values(at::kBFloat16, at::kHalf),
                         [](const auto& type) { return std::string(c10::toString(type.param)); });

}  // namespace
}  // namespace tunebench
