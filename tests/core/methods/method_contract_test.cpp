// What every method promises without tensors; the engine's half is tested in tests/core/engine.
#include <set>

#include <gtest/gtest.h>

#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "core/params/param_json.h"

namespace tunebench {
namespace {

class MethodContractTest : public testing::TestWithParam<const Method*> {
protected:
    ParamMap defaults() const {
        ParamMap params;
        for (const auto& spec : GetParam()->specs)
            params.set(spec.key, spec.default_value);
        return params;
    }
};

TEST_P(MethodContractTest, DescribesItselfAndEveryParameter) {
    EXPECT_FALSE(GetParam()->title.empty());
    EXPECT_GE(GetParam()->summary.size(), 20U);
    std::set<std::string_view> keys;
    for (const auto& spec : GetParam()->specs) {
        EXPECT_TRUE(keys.insert(spec.key).second) << spec.key;
        EXPECT_FALSE(spec.label.empty()) << spec.key;
        EXPECT_GE(spec.help.size(), 20U) << spec.key;
        EXPECT_GE(spec.details.size(), 40U) << spec.key;
    }
}

TEST_P(MethodContractTest, AcceptsItsDefaultsOnEveryFamily) {
    for (const auto* shape : {"tiny", "gpt2", "qwen2.5-0.5b", "llama-7b", "mixtral-8x7b"}) {
        const auto plan = GetParam()->plan(*shape_config(shape), defaults());
        ASSERT_TRUE(plan) << shape << ": " << plan.error().message;
        EXPECT_GT(plan->trainable_count(), 0);
    }
}

TEST_P(MethodContractTest, DefaultsSurviveJson) {
    const auto group =
        group_from_json(GetParam()->specs, group_to_json(defaults()), "method", UnknownKeys::Refuse);
    ASSERT_TRUE(group) << group.error().message;
    EXPECT_EQ(group->values, defaults());
}

TEST_P(MethodContractTest, NamesEveryTensorOnce) {
    for (const auto* shape : {"tiny", "tiny-mixtral"}) {
        const auto plan = GetParam()->plan(*shape_config(shape), defaults());
        std::set<std::string> names;
        for (const auto& tensor : plan->tensors)
            EXPECT_TRUE(names.insert(tensor.name).second) << tensor.name;
    }
}

INSTANTIATE_TEST_SUITE_P(All, MethodContractTest,
                         testing::ValuesIn(all_methods().begin(), all_methods().end()),
                         [](const auto& chosen) { return std::string(chosen.param->id); });

ParamMap lora_params(const char* key, ParamValue value) {
    ParamMap params;
    params.set(key, std::move(value));
    return params;
}

std::int64_t lora_count(const char* shape, const ParamMap& params) {
    return find_method("lora")->plan(*shape_config(shape), params)->trainable_count();
}

TEST(LoraPlanTest, CountsEqualThePublishedOnes) {
    ParamMap params = lora_params("rank", 8);
    params.set("targets", "attention");
    EXPECT_EQ(lora_count("llama-7b", params), 4194304);
    EXPECT_EQ(lora_count("llama-3-8b", params), 3407872);
    params.set("targets", "all-linear");
    EXPECT_EQ(lora_count("llama-7b", params), 19988480);
}

TEST(LoraPlanTest, PatternsGiveOtherRanks) {
    ParamMap pattern;
    pattern.set("v_proj", 2);
    ParamMap params = lora_params("rank_pattern", pattern);
    params.set("targets", ParamList{"q_proj", "v_proj"});
    params.set("rank", 4);
    // 2 layers: q 4·(64+64), v 2·(64+32)
    EXPECT_EQ(lora_count("tiny", params), 2 * (4 * 128 + 2 * 96));
}

TEST(LoraPlanTest, ATargetThatNothingIsCalledIsAnErrorWithTheNearestName) {
    const auto plan =
        find_method("lora")->plan(*shape_config("tiny"), lora_params("targets", ParamList{"q_porj"}));
    ASSERT_FALSE(plan);
    EXPECT_NE(plan.error().hint.find("q_proj"), std::string::npos);
    EXPECT_EQ(plan.error().field, "targets");
}

TEST(LoraPlanTest, ARegularExpressionMatchesWholePaths) {
    EXPECT_EQ(lora_count("tiny", lora_params("targets", R"(model\.layers\.1\.self_attn\.q_proj)")), 16 * 128);
    const auto broken = find_method("lora")->plan(*shape_config("tiny"), lora_params("targets", "(unclosed"));
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("not a regular expression"), std::string::npos);
}

TEST(ModelSizesTest, EqualThePublishedOnes) {
    EXPECT_EQ(parameter_count(*shape_config("gpt2")), 124439808);
    EXPECT_EQ(parameter_count(*shape_config("llama-7b")), 6738415616);
    EXPECT_EQ(parameter_count(*shape_config("llama-65b")), 65285660672);
    EXPECT_EQ(parameter_count(*shape_config("llama-3-8b")), 8030261248);
    EXPECT_EQ(parameter_count(*shape_config("smollm-135m")), 134515008);
}

}  // namespace
}  // namespace tunebench
