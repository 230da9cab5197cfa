#include "core/study/report/compared_settings.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

class ComparedSettingsTest : public testing::Test {
protected:
    void SetUp() override {
        imported_ = default_run_config();
        imported_.method = {.id = "imported"};
        imported_.unknown["imported"] = OrderedJson{{"lr", 0.5}, {"optim", "adamw"}};
    }

    static const ComparedSetting* find(const std::vector<ComparedSetting>& settings, std::string_view key) {
        for (const auto& setting : settings)
            if (setting.key == key)
                return &setting;
        return nullptr;
    }

    RunConfig ours_ = default_run_config();
    RunConfig imported_ = {};
};

TEST_F(ComparedSettingsTest, OfImportedRunsOurDefaultsAreNotKnown) {
    const auto compared = compare_settings({{&ours_, false}, {&imported_, true}});
    const auto* rate = find(compared.unknown, "optimizer.learning_rate");
    ASSERT_TRUE(rate);
    EXPECT_TRUE(rate->values[0]);
    EXPECT_FALSE(rate->values[1]);
    EXPECT_EQ(setting_text(*rate, 1, /*is_imported=*/true), "unknown");
    EXPECT_FALSE(find(compared.differing, "optimizer.learning_rate"));
    EXPECT_FALSE(find(compared.differing, "method.id")) << "\"imported\" is no method of theirs";
    EXPECT_TRUE(find(compared.unknown, "method.id"));
    EXPECT_TRUE(find(compared.unknown, "seed"));
}

TEST_F(ComparedSettingsTest, WhatTheOtherProgramNamedIsShown) {
    const auto compared = compare_settings({{&ours_, false}, {&imported_, true}});
    const auto* theirs = find(compared.differing, "imported.lr");
    ASSERT_TRUE(theirs);
    EXPECT_EQ(theirs->values[1], "0.5");
    EXPECT_EQ(setting_text(*theirs, 0, false), "-");
}

TEST_F(ComparedSettingsTest, DifferencesOfKnownRunsShowTheImportedOneAsUnknown) {
    auto other = ours_;
    other.general.seed = 7;
    const auto compared = compare_settings({{&ours_, false}, {&other, false}, {&imported_, true}});
    const auto* seed = find(compared.differing, "seed");
    ASSERT_TRUE(seed);
    EXPECT_EQ(seed->values, (std::vector<std::optional<std::string>>{"42", "7", std::nullopt}));
    EXPECT_EQ(setting_text(*seed, 2, true), "unknown");
    EXPECT_FALSE(find(compared.unknown, "seed"));
}

TEST_F(ComparedSettingsTest, RunsOfTheSameProgramDifferByWhatItNamed) {
    auto second = imported_;
    second.unknown["imported"]["lr"] = 0.25;
    const auto compared = compare_settings({{&imported_, true}, {&second, true}});
    ASSERT_EQ(compared.differing.size(), 1U);
    EXPECT_EQ(compared.differing.front().key, "imported.lr");
    EXPECT_TRUE(compared.unknown.empty()) << "what nobody has is not shown";
}

TEST_F(ComparedSettingsTest, AGroupShowsEachValueOnce) {
    const RunComparison comparison{.ids = {"a", "b", "c"}};
    const ComparedSetting setting{.key = "seed", .values = {"1", "2", "1"}};
    EXPECT_EQ(setting_text(comparison, setting, SeedGroup{.runs = {0, 1, 2}}), "1, 2");
}

}  // namespace
}  // namespace tunebench
