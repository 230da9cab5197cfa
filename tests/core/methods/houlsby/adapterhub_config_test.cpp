#include <filesystem>
#include <functional>

#include <gtest/gtest.h>

#include "core/methods/adapterhub_file.h"
#include "core/methods/houlsby/houlsby.h"

namespace tunebench::houlsby {
namespace {

const std::filesystem::path kGoldens = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "tests/data/goldens";

ModelConfig model(const std::string& arch = "llama") {
    return *load_model_config(kGoldens / arch);
}

Json reference(const std::string& adapter) {
    return *read_json_file(kGoldens / adapter / "adapter_config.json");
}

/// Files that adapters 1.2.0 wrote.
class References : public testing::TestWithParam<const char*> {};

TEST_P(References, AreWrittenAsTheyWereRead) {
    const std::string adapter = GetParam();
    const auto config = model(adapter.substr(0, adapter.find('/')));
    auto expected = reference(adapter);
    ASSERT_TRUE(is_adapterhub(expected));
    const auto params = from_adapterhub(expected, config);
    ASSERT_TRUE(params) << params.error().message;
    expected["name"] = adapterhub::kAdapterName;
    expected["model_name"] = "models/base";
    EXPECT_EQ(*to_adapterhub(config, *params, "models/base"), expected);
}

INSTANTIATE_TEST_SUITE_P(AdapterhubConfigTest, References,
                         testing::Values("llama/houlsby", "llama/pfeiffer", "llama/parallel", "gpt2/houlsby",
                                         "gpt2/pfeiffer", "gpt2/parallel"));

TEST(AdapterhubConfigTest, EveryChoiceComesBack) {
    for (const auto variant : {Variant::Houlsby, Variant::Pfeiffer, Variant::Parallel})
        for (const auto activation : {Nonlinearity::Swish, Nonlinearity::Relu, Nonlinearity::Gelu,
                                      Nonlinearity::GeluTanh, Nonlinearity::Tanh})
            for (const auto initialization :
                 {Initialization::Paper, Initialization::AdapterHub, Initialization::Mam}) {
                const Config config{.variant = variant,
                                    .reduction_factor = 3.5,
                                    .activation = activation,
                                    .initialization = initialization,
                                    .scaling = 2.5,
                                    .dropout = 0.125,
                                    .train_layer_norms = true};
                const auto params = params_from(fields(), config);
                EXPECT_EQ(*from_adapterhub(*to_adapterhub(model(), params, ""), model()), params);
            }
}

TEST(AdapterhubConfigTest, AnExplicitSizeComesBackAsTheSameSize) {
    const auto params = params_from(fields(), Config{.bottleneck_size = 7});
    const auto read = *from_adapterhub(*to_adapterhub(model(), params, ""), model());
    EXPECT_EQ(settings_of(*config_from(fields(), read), model()).bottleneck, 7);
}

std::string refusal(const std::function<void(Json&)>& change) {
    auto json = reference("llama/houlsby");
    change(json);
    const auto read = from_adapterhub(json, model());
    EXPECT_FALSE(read);
    return read ? "" : read.error().message;
}

TEST(AdapterhubConfigTest, WhatChangesTheResultIsRefusedByName) {
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, Json>>{{"use_gating", true},
                                                   {"ln_before", true},
                                                   {"inv_adapter", "nice"},
                                                   {"phm_layer", true},
                                                   {"leave_out", {0}},
                                                   {"stochastic_depth", 0.5},
                                                   {"original_ln_after", false},
                                                   {"scaling", "learned"},
                                                   {"reduction_factor", {{"default", 16}}},
                                                   {"non_linearity", "quick_gelu"},
                                                   {"init_weights", "other"},
                                                   {"original_ln_before", true},
                                                   {"reduction_factor", -4}})
        EXPECT_NE(refusal([&key = key, &value = value](Json& json) {
                      json["config"][key] = value;
                  }).find(key == "original_ln_before" ? "mh_adapter" : key),
                  std::string::npos)
            << key;
}

TEST(AdapterhubConfigTest, AnAdapterOfAnotherModelIsRefused) {
    EXPECT_NE(refusal([](Json& json) { json["hidden_size"] = 64; }).find("64"), std::string::npos);
}

TEST(AdapterhubConfigTest, OtherAdaptersAreNotTakenForBottlenecks) {
    auto json = reference("llama/houlsby");
    json["config"]["architecture"] = "prefix_tuning";
    EXPECT_FALSE(is_adapterhub(json));
    EXPECT_FALSE(is_adapterhub(Json::parse(R"({"peft_type": "LORA", "config": {"non_linearity": "relu"}})")));
    EXPECT_FALSE(is_adapterhub(Json::parse(R"([])")));
    EXPECT_FALSE(is_adapterhub(Json::parse(R"({"config": 3})")));
}

}  // namespace
}  // namespace tunebench::houlsby
