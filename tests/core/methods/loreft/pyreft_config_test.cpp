#include <functional>

#include <gtest/gtest.h>

#include "core/methods/loreft/loreft.h"
#include "core/models/shapes.h"

namespace tunebench::loreft {
namespace {

const ModelConfig& model() {
    static const auto config = *shape_config("tiny");
    return config;
}

Config sample() {
    return {.variant = Variant::Noreft,
            .rank = 3,
            .positions = "f2+l1",
            .layers = {.names = {"0", "1"}},
            .share_weights = false,
            .dropout = 0.25};
}

Json written(const Config& config) {
    return *to_pyreft(model(), params_from(fields(), config), "models/base");
}

TEST(PyreftConfigTest, SaysWhatTheReferenceReads) {
    const auto json = written(sample());
    EXPECT_EQ(json["representations"].size(), 4U);
    EXPECT_EQ(
        json["representations"][0],
        Json::parse(
            R"([0, "block_output", "pos", 1, 3, null, null, null, null, null, null, null, null, null])"));
    EXPECT_EQ(json["intervention_types"][3], "<class 'pyreft.interventions.NoreftIntervention'>");
    EXPECT_EQ(json["sorted_keys"][2], "layer_0_comp_block_output_unit_pos_nunit_1#1");
    EXPECT_EQ(json["model_type"], "<class 'transformers.models.llama.modeling_llama.LlamaForCausalLM'>");
    EXPECT_EQ(json["mode"], "parallel");
}

TEST(PyreftConfigTest, EveryVariantComesBack) {
    for (const auto variant : {Variant::Loreft, Variant::Direft, Variant::Noreft})
        for (const bool shared : {true, false}) {
            auto config = sample();
            config.variant = variant;
            config.share_weights = shared;
            const auto json = written(config);
            EXPECT_TRUE(is_pyreft(json));
            const auto read = from_pyreft(json, model());
            ASSERT_TRUE(read) << read.error().message;
            EXPECT_EQ(*read, params_from(fields(), config));
        }
}

/// The message of reading a file that a change has spoilt.
std::string refusal(const std::function<void(Json&)>& change) {
    auto json = written(sample());
    change(json);
    const auto read = from_pyreft(json, model());
    EXPECT_FALSE(read);
    return read ? "" : read.error().message;
}

TEST(PyreftConfigTest, AFileWithoutPositionsIsRefusedAndSaysHowToAddThem) {
    auto json = written(sample());
    json.erase("tunebench");
    const auto read = from_pyreft(json, model());
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().hint.find("\"positions\": \"f7+l7\""), std::string::npos);
}

TEST(PyreftConfigTest, OtherInterventionsAreRefusedInWords) {
    EXPECT_NE(refusal([](Json& json) {
                  for (auto& type : json["intervention_types"])  // not the paper's DiReFT
                      type = "<class 'pyreft.interventions.DireftIntervention'>";
              }).find("DireftIntervention"),
              std::string::npos);
    EXPECT_NE(refusal([](Json& json) { json["representations"][1][1] = "mlp_output"; }).find("mlp_output"),
              std::string::npos);
    EXPECT_NE(refusal([](Json& json) { json["representations"][1][4] = 5; }).find("ranks"),
              std::string::npos);
    EXPECT_NE(refusal([](Json& json) { json["representations"][1][9] = 0; }).find("links"),
              std::string::npos);
    EXPECT_NE(refusal([](Json& json) { json["representations"].erase(3); }).find("layer 1"),
              std::string::npos);
}

TEST(PyreftConfigTest, HostileFilesAreErrors) {
    for (const auto* entry : {"null", "[]", "[0]", "{}", "[\"0\", \"block_output\", \"pos\", 1, 3]",
                              "[0, null, {}, [], 3]", "[1e99, \"block_output\", \"pos\", 1, 3]"})
        EXPECT_FALSE(refusal([&](Json& json) { json["representations"][0] = Json::parse(entry); }).empty())
            << entry;
    for (const auto* key : {"representations", "intervention_types", "tunebench"})
        for (const auto* value : {"null", "3", "[]", "{}", "\"x\""})
            EXPECT_FALSE(refusal([&](Json& json) { json[key] = Json::parse(value); }).empty())
                << key << value;
}

}  // namespace
}  // namespace tunebench::loreft
