// What DoRA trains.
#include <gtest/gtest.h>

#include "core/methods/dora/dora.h"
#include "core/models/shapes.h"

namespace tunebench::dora {
namespace {

std::int64_t count(const char* shape, std::int64_t rank) {
    const lora::Config paper{.rank = rank,
                             .targets = {.names = {"q_proj", "k_proj", "v_proj", "up_proj", "down_proj"}}};
    return plan_of(*shape_config(shape), {.lora = paper})->trainable_count();
}

TEST(DescribeTest, CountsEqualThePublishedOnes) {
    EXPECT_EQ(count("llama-7b", 16), 28925952);
    EXPECT_EQ(count("llama-7b", 32), 56975360);
    EXPECT_EQ(count("llama-13b", 16), 45281280);
    EXPECT_EQ(count("llama-13b", 32), 89190400);
    EXPECT_EQ(count("llama-3-8b", 16), 29097984);
    EXPECT_EQ(count("llama-3-8b", 32), 57409536);
}

TEST(DescribeTest, HasLorasParametersWithTheirDefaults) {
    const auto& lora = find_method("lora")->specs;
    const auto& dora = find_method("dora")->specs;
    ASSERT_EQ(dora.size(), lora.size());
    for (std::size_t i = 0; i < lora.size(); ++i) {
        EXPECT_EQ(dora[i].key, lora[i].key);
        EXPECT_EQ(dora[i].default_value, lora[i].default_value) << lora[i].key;
    }
}

TEST(DescribeTest, EachBIsFollowedByAMagnitudeWithoutWeightInItsName) {
    const auto plan = *plan_of(*shape_config("tiny"), {.lora = {.targets = {.names = {"k_proj"}}}});
    ASSERT_EQ(plan.tensors.size(), 6U);
    EXPECT_EQ(plan.tensors[2].name, "base_model.model.model.layers.0.self_attn.k_proj.lora_magnitude_vector");
    EXPECT_EQ(plan.tensors[2].shape, (std::vector<std::int64_t>{32}));
    EXPECT_FALSE(plan.tensors[2].is_matrix);
}

TEST(DescribeTest, TheEmbeddingIsRefused) {
    const auto plan = plan_of(*shape_config("tiny"), {.lora = {.targets = {.names = {"embed_tokens"}}}});
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().field, "targets");
}

TEST(DescribeTest, ItsFileComesBack) {
    const auto model = *shape_config("tiny");
    const auto& format = find_method("dora")->adapter_formats.front();
    const auto params = params_from(fields(), Config{.lora = {.rank = 3, .targets = {.names = {"k_proj"}}}});
    const auto json = *format.write(model, params, "base");
    EXPECT_EQ(json["use_dora"], true);
    EXPECT_EQ(*format.read(json, model), params);
}

}  // namespace
}  // namespace tunebench::dora
