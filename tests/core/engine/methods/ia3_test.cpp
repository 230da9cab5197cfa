// What IA3 scales.
#include <gtest/gtest.h>

#include "core/methods/ia3/layer.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench::ia3 {
namespace {

class Ia3Test : public testing::Test {
protected:
    Ia3Test() {
        projection_.weight = at::arange(6, at::kFloat).view({2, 3});
        projection_.bias = at::tensor({10.0F, 20.0F});
    }
    void scale(const at::Tensor& scaling, bool scales_input) {
        projection_.set_delta(std::make_unique<ScalingDelta>(scaling, scales_input));
    }

    Projection projection_{ProjectionInfo{.in_features = 3, .out_features = 2, .has_bias = true}};
    const at::Tensor x_ = at::tensor({1.0F, 2.0F, 3.0F}).view({1, 3});
};

TEST_F(Ia3Test, OutputsAreScaledWithTheirBias) {
    scale(at::tensor({2.0F, -1.0F}).view({2, 1}), false);
    const auto expected = at::tensor({36.0F, -46.0F}).view({1, 2});
    EXPECT_TRUE(at::equal(projection_.forward(x_, {}), expected));
    projection_.merge();
    EXPECT_TRUE(at::equal(projection_.forward(x_, {}), expected));
}

TEST_F(Ia3Test, InputsOfFeedForwardModulesAreScaledWithoutTheBias) {
    scale(at::tensor({2.0F, 0.0F, 1.0F}).view({1, 3}), true);
    const auto expected = at::tensor({16.0F, 41.0F}).view({1, 2});
    EXPECT_TRUE(at::equal(projection_.forward(x_, {}), expected));
    projection_.merge();
    EXPECT_TRUE(at::equal(projection_.forward(x_, {}), expected));
}

TEST(Ia3AttachTest, FeedForwardModulesDecideWhichSideIsScaled) {
    ParamMap params;
    params.set("targets", ParamList{"down_proj"});
    const test::AttachedModel inputs(*find_method("ia3"), params);
    EXPECT_EQ(inputs.parameters[0].tensor.sizes(), (std::vector<std::int64_t>{1, 176}));
    params.set("feedforward_modules", "");
    const test::AttachedModel outputs(*find_method("ia3"), params);
    EXPECT_EQ(outputs.parameters[0].tensor.sizes(), (std::vector<std::int64_t>{64, 1}));
}

}  // namespace
}  // namespace tunebench::ia3
