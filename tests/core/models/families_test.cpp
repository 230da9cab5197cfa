// What every family promises of its config.json and its tables.
#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/models/classification.h"
#include "core/models/family.h"
#include "core/models/parameters.h"
#include "tests/support/family_configs.h"

namespace tunebench {
namespace {

class FamiliesTest : public testing::TestWithParam<test::FamilyConfig> {
protected:
    ModelConfig config() const { return *model_config_from_json(GetParam().json, "config.json"); }
};

TEST_P(FamiliesTest, WrittenAgainItReadsTheSame) {
    const auto read = model_config_from_json(GetParam().json, "first");
    ASSERT_TRUE(read) << read.error().message;
    const auto again = model_config_from_json(Json::parse(model_config_to_json(*read).dump()), "again");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, *read);
}

TEST_P(FamiliesTest, NamesEachTensorOnceAndNoneIsNameless) {
    std::set<std::string> names;
    for (const auto& parameter : parameters_of(config())) {
        EXPECT_TRUE(names.insert(parameter.name).second) << parameter.name;
        EXPECT_EQ(parameter.name.find(".."), std::string::npos) << parameter.name;
        EXPECT_NE(parameter.name.front(), '.') << parameter.name;
        EXPECT_GT(parameter.count(), 0) << parameter.name;
    }
}

TEST_P(FamiliesTest, EveryProjectionHasItsParameters) {
    std::set<std::string> names;
    const auto model = config();
    for (const auto& parameter : parameters_of(model))
        names.insert(parameter.name);
    for (const auto& projection : projections_of(model)) {
        const bool is_tied = projection.role == ProjectionRole::Head && model.tie_word_embeddings;
        EXPECT_EQ(names.contains(projection.path + ".weight"), !is_tied) << projection.path;
        EXPECT_EQ(names.contains(projection.path + ".bias"), projection.has_bias) << projection.path;
    }
}

TEST_P(FamiliesTest, ItsClassifierHasAHeadOfItsOwn) {
    const auto model = as_classifier(config(), {"a", "b", "c"});
    const auto parameters = parameters_of(model);
    const auto head =
        std::ranges::find(parameters, module_names(model).classes_head + ".weight", &ParameterInfo::name);
    ASSERT_NE(head, parameters.end());
    EXPECT_EQ(head->shape, (std::vector<std::int64_t>{3, 32}));
    EXPECT_TRUE(head->in_task_head);
    EXPECT_TRUE(parameters.back().in_task_head);
    EXPECT_EQ(projections_of(model).back().path, module_names(model).classes_head);
}

TEST(FamiliesListTest, EveryFamilyIsTriedHere) {
    std::set<std::string> tried;
    for (const auto& configs : {test::family_configs(), test::encoder_configs()})
        for (const auto& family : configs)
            tried.insert(family.json.at("model_type").get<std::string>());
    for (const auto& type : supported_model_types())
        EXPECT_TRUE(tried.contains(type)) << type;
}

TEST(FamiliesListTest, VerifiedAreThoseThatHaveAReferenceCase) {
    const std::filesystem::path source = TUNEBENCH_SOURCE_DIR, beside = source / "../shared/goldens";
    if (!std::filesystem::is_directory(beside))
        GTEST_SKIP() << beside << " is not there";
    std::set<std::string> compared;
    for (const auto& folder : {source / "tests/data/families", beside}) {
        const auto manifest = read_json_file(folder / "manifest.json");
        ASSERT_TRUE(manifest) << manifest.error().message;
        for (const auto& entry : manifest->at("cases"))
            compared.insert(entry.value("model_type", ""));
    }
    for (const auto& type : supported_model_types())
        EXPECT_EQ(find_family(type)->is_verified, compared.contains(type)) << type;
}

INSTANTIATE_TEST_SUITE_P(Encoders, FamiliesTest, testing::ValuesIn(test::encoder_configs()),
                         [](const auto& chosen) { return chosen.param.name; });
INSTANTIATE_TEST_SUITE_P(All, FamiliesTest, testing::ValuesIn(test::family_configs()),
                         [](const auto& chosen) { return chosen.param.name; });

}  // namespace
}  // namespace tunebench
