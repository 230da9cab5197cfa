// Which projections IA3 scales.
#include <gtest/gtest.h>

#include "core/methods/ia3/ia3.h"
#include "core/models/shapes.h"

namespace tunebench::ia3 {
namespace {

using Names = std::vector<std::string>;

TEST(TargetsTest, DefaultsAreThoseOfPeft) {
    const auto llama = resolved(*shape_config("tiny"), {});
    EXPECT_EQ(llama.targets.names, (Names{"k_proj", "v_proj", "down_proj"}));
    EXPECT_EQ(llama.feedforward_modules.names, (Names{"down_proj"}));
    const auto gpt2 = resolved(*shape_config("gpt2"), {});
    EXPECT_EQ(gpt2.targets.names, (Names{"c_attn", "mlp.c_proj"}));
    EXPECT_EQ(gpt2.feedforward_modules.names, (Names{"mlp.c_proj"}));
    EXPECT_EQ(resolved(*shape_config("qwen2.5-0.5b"), {}).targets.names,
              (Names{"q_proj", "v_proj", "down_proj"}));
}

TEST(TargetsTest, FeedForwardModulesAreScaledAtTheirInput) {
    const auto plan = *find_method("ia3")->plan(*shape_config("gpt2"), {});
    ASSERT_EQ(plan.tensors.size(), 24U);
    EXPECT_EQ(plan.tensors[0].name, "base_model.model.transformer.h.0.attn.c_attn.ia3_l");
    EXPECT_EQ(plan.tensors[0].shape, (std::vector<std::int64_t>{2304, 1}));
    EXPECT_EQ(plan.tensors[1].name, "base_model.model.transformer.h.0.mlp.c_proj.ia3_l");
    EXPECT_EQ(plan.tensors[1].shape, (std::vector<std::int64_t>{1, 3072}));
    EXPECT_EQ(find_method("ia3")->plan(*shape_config("llama-7b"), {})->trainable_count(),
              32 * (4096 + 4096 + 11008));
}

TEST(TargetsTest, NamedTargetsKeepOnlyTheirOwnFeedForwardModules) {
    const auto keys = *scaled_projections(*shape_config("tiny"), {.targets = {.names = {"k_proj"}}});
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_FALSE(keys[0].scales_input);
    const Config none{.targets = {.names = {"down_proj"}}, .feedforward_modules = {}};
    EXPECT_FALSE((*scaled_projections(*shape_config("tiny"), none))[0].scales_input);
    const Config foreign{.targets = {.names = {"k_proj"}}, .feedforward_modules = {.names = {"down_proj"}}};
    EXPECT_EQ(scaled_projections(*shape_config("tiny"), foreign).error().field, "feedforward_modules");
}

TEST(TargetsTest, ItsFileComesBack) {
    const auto model = *shape_config("gpt2");
    const auto& format = find_method("ia3")->adapter_formats.front();
    const auto json = *format.write(model, {}, "base");
    EXPECT_EQ(json["fan_in_fan_out"], true);
    EXPECT_EQ(*format.read(json, model), params_from(fields(), resolved(model, {})));
    auto other = json;
    other["modules_to_save"] = Json{"lm_head"};
    EXPECT_EQ(format.read(other, model).error().field, "modules_to_save");
}

}  // namespace
}  // namespace tunebench::ia3
