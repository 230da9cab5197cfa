// Which adapters a configuration means, and how many parameters they have. GPT-2 has BERT's sizes, for which
// the published counts are.
#include <cmath>

#include <gtest/gtest.h>

#include "core/methods/houlsby/houlsby.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"

namespace tunebench::houlsby {
namespace {

ParamMap params(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap map;
    for (const auto& [key, value] : entries)
        map.set(key, value);
    return map;
}

MethodPlan plan(const char* shape, const ParamMap& map) {
    return *find_method("houlsby")->plan(*shape_config(shape), map);
}

std::int64_t count(const char* shape, const ParamMap& map) {
    return plan(shape, map).trainable_count();
}

Settings settings(const ParamMap& map, const char* shape = "gpt2") {
    return settings_of(*config_from(fields(), map), *shape_config(shape));
}

TEST(PlanTest, CountsEqualThePublishedOnes) {
    EXPECT_EQ(count("gpt2", {}), 1'789'056);
    EXPECT_EQ(count("gpt2", params({{"variant", "pfeiffer"}})), 894'528);
    EXPECT_EQ(count("gpt2", params({{"bottleneck_size", 64}, {"train_layer_norms", true}})), 2'417'664);
    EXPECT_EQ(count("gpt2-medium", params({{"bottleneck_size", 8}})), 835'968);
    EXPECT_EQ(count("gpt2-medium", params({{"bottleneck_size", 64}})), 6'343'680);
    EXPECT_EQ(count("gpt2-medium", params({{"bottleneck_size", 256}})), 25'227'264);
    EXPECT_EQ(count("gpt2-medium", params({{"bottleneck_size", 8}, {"train_layer_norms", true}})),
              835'968 + 100'352);
}

TEST(PlanTest, EachVariantHasItsPublishedSettings) {
    const auto first = settings({});
    EXPECT_EQ(first.bottleneck, 48);
    EXPECT_EQ(first.activation, Nonlinearity::Swish);
    EXPECT_EQ(first.initialization, Initialization::Paper);
    EXPECT_EQ(first.scaling, 1.0);
    EXPECT_EQ(settings(params({{"variant", "pfeiffer"}})).activation, Nonlinearity::Relu);
    const auto parallel = settings(params({{"variant", "parallel"}}));
    EXPECT_EQ(parallel.bottleneck, 384);
    EXPECT_EQ(parallel.initialization, Initialization::Mam);
    EXPECT_EQ(parallel.scaling, 4.0);
}

TEST(PlanTest, ASizeWinsOverTheReductionFactor) {
    const auto both = settings(params({{"reduction_factor", 8.0}, {"bottleneck_size", 100}}));
    EXPECT_EQ(both.bottleneck, 100);
    EXPECT_EQ(std::floor(768.0 / both.reduction_factor), 100.0);
    EXPECT_EQ(settings(params({{"reduction_factor", 8.0}})).bottleneck, 96);
    EXPECT_EQ(settings(params({{"reduction_factor", 7.0}})).bottleneck, 109);
    EXPECT_EQ(settings(params({{"reduction_factor", 5000.0}})).bottleneck, 1);
}

TEST(PlanTest, EverySizeCanBeSaidAsAReductionFactor) {
    for (std::int64_t size = 1; size <= 800; ++size) {
        const auto factor = settings(params({{"bottleneck_size", size}})).reduction_factor;
        EXPECT_EQ(settings(params({{"reduction_factor", factor}})).bottleneck, size);
    }
}

TEST(PlanTest, BranchesStandWhereTheVariantHasThem) {
    const auto houlsby = plan("tiny", {});
    ASSERT_EQ(houlsby.branches.size(), 4U);
    EXPECT_TRUE(houlsby.branches[0].after_attention);
    EXPECT_FALSE(houlsby.branches[1].after_attention);
    const auto parallel = plan("tiny", params({{"variant", "parallel"}}));
    ASSERT_EQ(parallel.branches.size(), 2U);
    EXPECT_FALSE(parallel.branches[0].after_attention);
    EXPECT_TRUE(parallel.branches[0].reads_residual);
}

TEST(PlanTest, BranchesHaveTheirActivationAndScale) {
    const auto houlsby = plan("tiny", {}).branches.front();
    EXPECT_EQ(houlsby.activation, Activation::Silu);
    EXPECT_FALSE(houlsby.scales_output);
    EXPECT_EQ(plan("tiny", params({{"variant", "pfeiffer"}})).branches.front().activation, Activation::Relu);
    const auto parallel = plan("tiny", params({{"variant", "parallel"}, {"activation", "tanh"}})).branches;
    EXPECT_EQ(parallel.front().activation, Activation::Tanh);
    EXPECT_TRUE(parallel.front().scales_output);
    const auto unscaled = plan("tiny", params({{"variant", "parallel"}, {"scaling", 1.0}})).branches;
    EXPECT_FALSE(unscaled.front().scales_output);
}

TEST(PlanTest, OnlyWeightsOfAdaptersAreMatrices) {
    for (const auto& tensor : plan("tiny-gpt2", params({{"train_layer_norms", true}})).tensors)
        EXPECT_EQ(tensor.is_matrix, tensor.shape.size() == 2) << tensor.name;
}

}  // namespace
}  // namespace tunebench::houlsby
