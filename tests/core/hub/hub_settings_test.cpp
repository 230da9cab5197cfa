#include "core/hub/hub_settings.h"

#include <gtest/gtest.h>

#include "tests/core/hub/environment_of.h"

namespace tunebench {
namespace {

using test::environment_of;

HubSettings settings_of(std::map<std::string, std::string> variables) {
    variables.try_emplace("HOME", "/home/ada");
    auto settings = hub_settings(environment_of(std::move(variables)));
    EXPECT_TRUE(settings);
    return settings ? *settings : HubSettings{};
}

TEST(HubSettingsTest, TheDefaultsAreThoseOfHuggingFace) {
    const auto settings = settings_of({});
    EXPECT_EQ(settings.endpoint, "https://huggingface.co");
    EXPECT_EQ(settings.cache, "/home/ada/.cache/huggingface/hub");
    EXPECT_EQ(settings.token_file, "/home/ada/.cache/huggingface/token");
    EXPECT_FALSE(settings.offline);
}

TEST(HubSettingsTest, EveryVariableMovesItsPart) {
    EXPECT_EQ(settings_of({{"XDG_CACHE_HOME", "/c"}}).cache, "/c/huggingface/hub");
    EXPECT_EQ(settings_of({{"XDG_CACHE_HOME", "/c"}, {"HF_HOME", "/h"}}).cache, "/h/hub");
    EXPECT_EQ(settings_of({{"HF_HOME", "/h"}}).token_file, "/h/token");
    EXPECT_EQ(settings_of({{"HF_HOME", "/h"}, {"HUGGINGFACE_HUB_CACHE", "/old"}}).cache, "/old");
    EXPECT_EQ(settings_of({{"HF_HUB_CACHE", "/new"}, {"HUGGINGFACE_HUB_CACHE", "/old"}}).cache, "/new");
    EXPECT_EQ(settings_of({{"HF_TOKEN_PATH", "/t"}}).token_file, "/t");
    EXPECT_EQ(settings_of({{"HF_ENDPOINT", "https://mirror.example/"}}).endpoint, "https://mirror.example");
    EXPECT_EQ(settings_of({{"HF_HOME", "~/hf"}}).cache, "/home/ada/hf/hub");
}

TEST(HubSettingsTest, AnEmptyVariableIsNotSet) {
    EXPECT_EQ(settings_of({{"HF_ENDPOINT", ""}, {"HF_HOME", ""}, {"HF_HUB_CACHE", ""}}).cache,
              "/home/ada/.cache/huggingface/hub");
}

TEST(HubSettingsTest, OfflineIsSaidInFourWords) {
    for (const auto* yes : {"1", "on", "YES", "True"})
        EXPECT_TRUE(settings_of({{"HF_HUB_OFFLINE", yes}}).offline) << yes;
    for (const auto* no : {"0", "", "false", "2"})
        EXPECT_FALSE(settings_of({{"HF_HUB_OFFLINE", no}}).offline) << no;
}

TEST(HubSettingsTest, TheVariableOfTransformersCountsWhereTheHubsIsNotSet) {
    EXPECT_TRUE(settings_of({{"TRANSFORMERS_OFFLINE", "1"}}).offline);
    EXPECT_TRUE(settings_of({{"HF_HUB_OFFLINE", ""}, {"TRANSFORMERS_OFFLINE", "1"}}).offline);
    EXPECT_FALSE(settings_of({{"HF_HUB_OFFLINE", "0"}, {"TRANSFORMERS_OFFLINE", "1"}}).offline);
    EXPECT_EQ(offline_variable(environment_of({{"TRANSFORMERS_OFFLINE", "1"}})), "TRANSFORMERS_OFFLINE");
    EXPECT_EQ(offline_variable(environment_of({{"HF_HUB_OFFLINE", "yes"}})), "HF_HUB_OFFLINE");
    EXPECT_FALSE(offline_variable(environment_of({})));
}

TEST(HubSettingsTest, WithoutAHomeSomethingElseMustSayWhere) {
    EXPECT_FALSE(hub_settings(environment_of({})));
    EXPECT_TRUE(hub_settings(environment_of({{"HF_HUB_CACHE", "/c"}})));
}

}  // namespace
}  // namespace tunebench
