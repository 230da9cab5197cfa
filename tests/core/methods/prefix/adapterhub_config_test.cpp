// AdapterHub's description of a prefix, and which of its conventions goes into which file.
#include <gtest/gtest.h>

#include "core/exports/export_format.h"
#include "core/methods/prefix/prefix.h"
#include "core/models/shapes.h"

namespace tunebench::prefix {
namespace {

ParamMap with(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap params;
    for (const auto& [key, value] : entries)
        params.set(key, value);
    return params;
}

/// With the keys and values that PrefixTuningConfig of adapters 1.2.0 has, of a model of shape "tiny".
Json file_of_the_library() {
    return {{"config",
             {{"architecture", "prefix_tuning"},
              {"bottleneck_size", 512},
              {"cross_prefix", true},
              {"dropout", 0.0},
              {"encoder_prefix", true},
              {"flat", false},
              {"init_weights_seed", nullptr},
              {"leave_out", Json::array()},
              {"non_linearity", "tanh"},
              {"prefix_length", 30},
              {"shared_gating", true},
              {"use_gating", false}}},
            {"hidden_size", shape_config("tiny")->hidden_size},
            {"model_class", "LlamaForCausalLM"},
            {"model_name", "models/base"},
            {"model_type", "llama"},
            {"name", "tunebench"},
            {"version", "adapters.1.2.0"}};
}

RunConfig run_with(const ParamMap& params) {
    auto run = default_run_config();
    run.method = {.id = "prefix", .params = params};
    return run;
}

TEST(PrefixAdapterhubConfigTest, TheFileIsThatOfTheLibrary) {
    const auto model = *shape_config("tiny");
    const auto theirs = file_of_the_library();
    ASSERT_TRUE(is_adapterhub(theirs));
    const auto params = from_adapterhub(theirs, model);
    ASSERT_TRUE(params) << params.error().message;
    EXPECT_EQ(*params->find("prefix_projection"), ParamValue(true));
    EXPECT_EQ(*to_adapterhub(model, *params, "models/base"), theirs);
    auto flat = theirs;
    flat["config"]["flat"] = true;
    flat["config"]["bottleneck_size"] = 128;
    EXPECT_EQ(*to_adapterhub(model, *from_adapterhub(flat, model), "models/base"), flat);
}

TEST(PrefixAdapterhubConfigTest, KeysThatAreNotThereHaveTheLibrarysDefaults) {
    const auto model = *shape_config("tiny");
    auto short_file = file_of_the_library();
    short_file["config"] = {{"architecture", "prefix_tuning"}, {"prefix_length", 30}};
    EXPECT_EQ(*to_adapterhub(model, *from_adapterhub(short_file, model), "models/base"),
              file_of_the_library());
}

TEST(PrefixAdapterhubConfigTest, WhatChangesTheResultIsRefusedByName) {
    const auto model = *shape_config("tiny");
    const auto error_with = [&](const char* key, const Json& value) {
        auto file = file_of_the_library();
        file["config"][key] = value;
        const auto read = from_adapterhub(file, model);
        return read ? std::string() : read.error().field;
    };
    EXPECT_EQ(error_with("use_gating", true), "use_gating");
    EXPECT_EQ(error_with("dropout", 0.1), "dropout");
    EXPECT_EQ(error_with("leave_out", Json::array({1})), "leave_out");
    EXPECT_EQ(error_with("non_linearity", "relu"), "non_linearity");
    EXPECT_EQ(error_with("prefix_length", 0), "num_virtual_tokens");
    EXPECT_FALSE(from_adapterhub(file_of_the_library(), *shape_config("smollm-135m"))) << "another width";
    auto flat = file_of_the_library();
    flat["config"]["flat"] = true;
    flat["config"]["non_linearity"] = "relu";
    EXPECT_TRUE(from_adapterhub(flat, model)) << "without a network it has no effect";
}

TEST(PrefixAdapterhubConfigTest, BottlenecksAndPrefixesAreToldApart) {
    auto bottleneck = file_of_the_library();
    bottleneck["config"].erase("architecture");
    EXPECT_FALSE(is_adapterhub(bottleneck));
    auto other = file_of_the_library();
    other["config"]["architecture"] = "prompt_tuning";
    EXPECT_FALSE(is_adapterhub(other));
    other["config"]["architecture"] = 3;
    EXPECT_FALSE(is_adapterhub(other));
    EXPECT_FALSE(is_adapterhub({{"peft_type", "PREFIX_TUNING"}}));
}

TEST(PrefixAdapterhubConfigTest, EachConventionHasItsFormatAndTheOtherNamesIt) {
    const auto model = *shape_config("tiny");
    const auto& method = *find_method("prefix");
    for (const auto& [convention, theirs] : {std::pair{"peft", "adapterhub"}, {"adapterhub", "peft"}}) {
        const auto run = run_with(with({{"convention", convention}}));
        EXPECT_TRUE(find_export_format(convention)->check(method, model, run));
        for (const auto* id : {theirs, "merged", "gguf-adapter"}) {
            const auto refused = find_export_format(id)->check(method, model, run);
            ASSERT_FALSE(refused);
            EXPECT_NE(refused.error().hint.find(std::string("Choose ") + convention), std::string::npos)
                << id << ": " << refused.error().hint;
        }
    }
}

TEST(PrefixAdapterhubConfigTest, HeadsMustBeAsWideAsTheModel) {
    auto model = *shape_config("tiny");
    model.head_dim *= 2;
    const auto refused = find_method("prefix")->plan(model, with({{"convention", "adapterhub"}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "convention");
    EXPECT_TRUE(find_method("prefix")->plan(model, {}));
}

TEST(PrefixAdapterhubConfigTest, ItTakesNoPositionsFromTheText) {
    const auto params = with({{"convention", "adapterhub"}, {"num_virtual_tokens", 512}});
    const auto plan = find_method("prefix")->plan(*shape_config("tiny-gpt2"), params);
    ASSERT_TRUE(plan) << plan.error().message;
    EXPECT_EQ(plan->tokens_before(), 0);
}

}  // namespace
}  // namespace tunebench::prefix
