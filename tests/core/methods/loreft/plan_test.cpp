// Which interventions a configuration means, and how many parameters they have.
#include <gtest/gtest.h>

#include "core/methods/loreft/loreft.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"

namespace tunebench::loreft {
namespace {

ParamMap params(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap map;
    for (const auto& [key, value] : entries)
        map.set(key, value);
    return map;
}

Result<MethodPlan> plan(const char* shape, const ParamMap& map) {
    return find_method("loreft")->plan(*shape_config(shape), map);
}

std::int64_t count(const char* shape, const ParamMap& map) {
    return plan(shape, map)->trainable_count();
}

TEST(PlanTest, CountsEqualThePublishedOnes) {
    const auto all = params({{"rank", 8}});
    EXPECT_EQ(count("llama-7b", all), 2'097'408);
    EXPECT_EQ(count("llama-13b", all), 3'277'120);
    EXPECT_EQ(count("llama-3-8b", all), 2'097'408);
    auto instructions = params({{"rank", 4}, {"layers", "3;9;18;24"}, {"positions", "f5+l5"}});
    EXPECT_EQ(count("llama-7b", instructions), 131'088);
    instructions.set("share_weights", false);
    EXPECT_EQ(count("llama-7b", instructions), 262'176);
    EXPECT_EQ(count("llama-7b", params({{"rank", 4}, {"layers", "15"}})), 32'772);
    EXPECT_EQ(count("llama-7b", params({{"rank", 1}, {"layers", "15"}})), 8'193);
}

TEST(PlanTest, EveryVariantHasAsMany) {
    for (const auto* variant : {"loreft", "direft", "noreft"})
        EXPECT_EQ(count("llama-7b", params({{"variant", variant}})), 2'097'408) << variant;
}

TEST(PlanTest, WithoutSharingTheLastPositionsFollowAllTheFirst) {
    const auto config = *config_from(fields(), params({{"share_weights", false}, {"positions", "f2+l3"}}));
    const auto all = *interventions_of(config, *shape_config("tiny"));
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[1].key, "layer_1_comp_block_output_unit_pos_nunit_1#0");
    EXPECT_EQ(all[1].positions, (PromptPositions{.first = 2}));
    EXPECT_EQ(all[2].key, "layer_0_comp_block_output_unit_pos_nunit_1#1");
    EXPECT_EQ(all[2].positions, (PromptPositions{.last = 3}));
}

TEST(PlanTest, PositionsAtOneEndHaveNothingToShare) {
    EXPECT_EQ(count("tiny", params({{"positions", "f3"}, {"share_weights", false}})),
              count("tiny", params({{"positions", "f3"}})));
}

TEST(PlanTest, LayersAreReadFromTextAndLists) {
    const auto one = count("tiny", params({{"layers", "1"}}));
    EXPECT_EQ(count("tiny", params({{"layers", "0, 1"}})), 2 * one);
    EXPECT_EQ(count("tiny", params({{"layers", ParamList{"1", "0"}}})), 2 * one);
    EXPECT_EQ(count("tiny", params({{"layers", ParamList{1, 0}}})), 2 * one);
}

TEST(PlanTest, LayersThatTheModelLacksAreNamed) {
    for (const auto* layers : {"2", "-1", "one", "", "0;", "0;0", "0-1", "every"}) {
        const auto refused = plan("tiny", params({{"layers", layers}}));
        ASSERT_FALSE(refused) << layers;
        EXPECT_EQ(refused.error().field, "layers");
        EXPECT_NE(refused.error().hint.find("0 to 1"), std::string::npos) << refused.error().hint;
    }
}

TEST(PlanTest, ARankAboveTheHiddenSizeIsRefused) {
    const auto refused = plan("tiny", params({{"rank", 65}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "rank");
    EXPECT_TRUE(plan("tiny", params({{"rank", 64}})));
}

TEST(PlanTest, RotationsAndBiasesAreNotMatrices) {
    const auto made = plan("tiny", {});
    for (const auto& tensor : made->tensors)
        EXPECT_EQ(tensor.is_matrix, tensor.name.ends_with(".weight")) << tensor.name;
}

}  // namespace
}  // namespace tunebench::loreft
