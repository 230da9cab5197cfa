// The types that gradients are kept in, and updates as soon as they are there.
#include "core/engine/training/gradients.h"

#include <gtest/gtest.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

class GradientsTest : public testing::Test {
protected:
    TrainableParameter parameter(at::ScalarType type, bool is_base = true) {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(seed_++);
        return {.name = "w",
                .tensor = at::empty({8, 6}).normal_(0.0, 1.0, generator).to(type).set_requires_grad(true),
                .is_base = is_base};
    }
    /// Adds x once to the gradient.
    static void go_back(const TrainableParameter& parameter, double x) {
        (parameter.tensor * x).sum().backward();
    }
    std::uint64_t seed_ = 1;
};

TEST_F(GradientsTest, WithoutATypeTheyAreAutograds) {
    const auto one = parameter(at::kBFloat16);
    Gradients gradients({one}, std::nullopt);
    gradients.begin();
    go_back(one, 2.0);
    EXPECT_EQ(gradients.of(0).scalar_type(), at::kBFloat16);
    EXPECT_TRUE(gradients.of(0).is_same(one.tensor.grad()));
}

TEST_F(GradientsTest, SmallOnesAddUpInFp32) {
    const auto one = parameter(at::kBFloat16);
    const auto sum_kept_in = [&](std::optional<at::ScalarType> type) {
        Gradients gradients({one}, type);
        gradients.begin();
        go_back(one, 1.0);
        for (int i = 0; i < 16; ++i)
            go_back(one, 0x1p-10);
        return gradients.of(0)[0][0].item<double>();
    };
    EXPECT_EQ(sum_kept_in(std::nullopt), 1.0) << "bf16 has no number between 1 and 1 + 2⁻⁷";
    EXPECT_EQ(sum_kept_in(at::kFloat), 1.0 + 16 * 0x1p-10);
}

TEST_F(GradientsTest, ThoseOfFp32CanBeKeptInHalfTheMemory) {
    const auto one = parameter(at::kFloat);
    Gradients gradients({one}, at::kBFloat16);
    gradients.begin();
    go_back(one, 3.0);
    EXPECT_FALSE(one.tensor.grad().defined());
    EXPECT_EQ(gradients.of(0).scalar_type(), at::kBFloat16);
    EXPECT_EQ(gradients.of(0)[0][0].item<double>(), 3.0);
    gradients.begin();
    EXPECT_FALSE(gradients.of(0).defined());
}

TEST_F(GradientsTest, AreHandedOverOneByOne) {
    const auto first = parameter(at::kFloat), second = parameter(at::kFloat);
    const auto added = parameter(at::kFloat, /*is_base=*/false);
    Gradients gradients({first, second, added}, std::nullopt);
    std::vector<std::size_t> order;
    gradients.begin([&](std::size_t i) {
        EXPECT_EQ(gradients.of(i)[0][0].item<double>(), 2.0);
        for (std::size_t other = 0; other < 2; ++other)
            EXPECT_TRUE(other == i || !gradients.of(other).defined());
        order.push_back(i);
    });
    ((first.tensor + second.tensor + added.tensor) * 2.0).sum().backward();
    gradients.end();
    EXPECT_EQ(order.size(), 2U);
    EXPECT_FALSE(gradients.of(0).defined());
    EXPECT_TRUE(gradients.of(2).defined()) << "what a method adds may be used in several places";
}

TEST_F(GradientsTest, FollowAParameterWhoseDataWasExchanged) {
    auto one = parameter(at::kBFloat16);
    Gradients gradients({one}, at::kFloat);
    gradients.begin();
    one.tensor.set_data(one.tensor.detach().to(at::kHalf));
    gradients.begin();
    go_back(one, 1.0);
    EXPECT_EQ(gradients.of(0).scalar_type(), at::kFloat);
}

}  // namespace
}  // namespace tunebench
