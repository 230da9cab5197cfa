#include "core/models/rope_config.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr RopeContext kHeads = {.head_dim = 8, .max_position_embeddings = 4096};

RopeConfig read(const Json& json, const RopeContext& context = kHeads) {
    const auto rope = rope_from(json, context);
    EXPECT_TRUE(rope) << rope.error().message;
    return rope ? *rope : RopeConfig{};
}

void expect_refused(const Json& json, const std::string& part) {
    const auto rope = rope_from(json, kHeads);
    ASSERT_FALSE(rope) << json.dump();
    EXPECT_NE(rope.error().message.find(part), std::string::npos) << rope.error().message;
}

TEST(RopeConfigTest, NewerFilesHaveEverythingInRopeParameters) {
    const auto old = read({{"rope_theta", 5e5}, {"rope_scaling", {{"type", "linear"}, {"factor", 2}}}});
    const auto newer =
        read({{"rope_parameters", {{"rope_theta", 5e5}, {"rope_type", "linear"}, {"factor", 2}}}});
    EXPECT_EQ(old, newer);
    EXPECT_EQ(old.scaling, RopeScaling::Linear);
    EXPECT_EQ(old.theta, 5e5);
}

TEST(RopeConfigTest, AShareOfTheHeadIsRotated) {
    EXPECT_EQ(read({{"partial_rotary_factor", 0.5}}).dimensions, 4);
    EXPECT_EQ(read(Json::object()).dimensions, 0);
    expect_refused({{"partial_rotary_factor", 0.125}}, "partial_rotary_factor");
    expect_refused({{"partial_rotary_factor", 1.5}}, "partial_rotary_factor");
    expect_refused({{"partial_rotary_factor", -1}}, "partial_rotary_factor");
    expect_refused({{"partial_rotary_factor", 1e300}}, "partial_rotary_factor");
}

TEST(RopeConfigTest, YarnGrowsAttentionWithTheLogarithmOfTheFactor) {
    const auto rope = read({{"rope_scaling", {{"rope_type", "yarn"}, {"factor", 4.0}}}});
    EXPECT_DOUBLE_EQ(rope.magnitude, 0.1 * std::log(4.0) + 1.0);
    EXPECT_EQ(rope.original_max_position_embeddings, 4096);
    const auto given =
        read({{"rope_scaling", {{"rope_type", "yarn"}, {"factor", 4.0}, {"attention_factor", 1.5}}}});
    EXPECT_EQ(given.magnitude, 1.5);
    const auto slopes =
        read({{"rope_scaling",
               {{"rope_type", "yarn"}, {"factor", 40.0}, {"mscale", 0.707}, {"mscale_all_dim", 0.707}}}});
    EXPECT_DOUBLE_EQ(slopes.magnitude, 1.0);
}

TEST(RopeConfigTest, LongRopeTakesItsFactorFromTheLengths) {
    const Json scaling = {{"type", "su"}, {"short_factor", {1, 1, 1, 1}}, {"long_factor", {2, 2, 2, 2}}};
    const auto rope = read({{"rope_scaling", scaling}, {"original_max_position_embeddings", 1024}});
    EXPECT_EQ(rope.factor, 4.0);
    EXPECT_DOUBLE_EQ(rope.magnitude, std::sqrt(1.0 + std::log(4.0) / std::log(1024.0)));
}

TEST(RopeConfigTest, WhatCannotBeIsNamed) {
    expect_refused({{"rope_scaling", {{"type", "mrope"}, {"factor", 2}}}}, "mrope");
    expect_refused({{"rope_scaling", {{"type", "linear"}}}}, "factor");
    expect_refused({{"rope_scaling", {{"type", "linear"}, {"factor", 0}}}}, "factor is 0");
    expect_refused({{"rope_theta", -1.0}}, "rope_theta");
    expect_refused({{"rope_scaling", {{"type", "longrope"}, {"short_factor", {1}}, {"long_factor", {1}}}}},
                   "short_factor has 1 numbers for 8");
    expect_refused({{"rope_scaling",
                     {{"type", "longrope"}, {"short_factor", {1, 1, 1, 0}}, {"long_factor", {1, 1, 1, 1}}}}},
                   "above 0");
}

}  // namespace
}  // namespace tunebench
