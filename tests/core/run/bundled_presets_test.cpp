// The presets that come with Tunebench keep what their titles promise.

#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/models/shapes.h"
#include "core/run/presets.h"

namespace tunebench {
namespace {

RunPresets bundled() {
    return presets_in(std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "resources/presets", {});
}

std::vector<RunPreset> of_group(std::string_view group) {
    std::vector<RunPreset> presets;
    for (auto& preset : bundled().presets)
        if (preset.group == group)
            presets.push_back(std::move(preset));
    return presets;
}

RunConfig applied(const RunConfig& config, const RunPreset& preset) {
    const auto changed = with_preset(config, preset);
    EXPECT_TRUE(changed) << preset.name << ": " << changed.error().message;
    return changed ? *changed : config;
}

TEST(BundledPresetsTest, AllCanBeRead) {
    const auto found = bundled();
    EXPECT_TRUE(found.problems.empty()) << found.problems.front().message;
    EXPECT_GE(of_group("goal").size(), 5U);
    EXPECT_GE(of_group("memory").size(), 4U);
    EXPECT_TRUE(of_group("own").empty());
}

TEST(BundledPresetsTest, TheyLieWhereProgramsLook) {
    EXPECT_EQ(presets_in(bundled_preset_folder(), {}).presets, bundled().presets);
}

TEST(BundledPresetsTest, TheyKnowEverySetting) {
    for (const auto& preset : bundled().presets) {
        EXPECT_TRUE(applied(default_run_config(), preset).unknown.empty()) << preset.name;
        EXPECT_GE(preset.reason.size(), 60U) << preset.name;
    }
}

TEST(BundledPresetsTest, NoTwoOfAGroupAreTheSame) {
    for (const auto* group : {"goal", "memory"})
        for (const auto& first : of_group(group))
            for (const auto& second : of_group(group))
                EXPECT_EQ(applied(default_run_config(), first) == applied(default_run_config(), second),
                          first.name == second.name)
                    << first.name << " and " << second.name;
}

TEST(BundledPresetsTest, OneReplacesAnotherOfItsGroupCompletely) {
    for (const auto* group : {"goal", "memory"})
        for (const auto& first : of_group(group))
            for (const auto& second : of_group(group))
                EXPECT_EQ(applied(applied(default_run_config(), first), second),
                          applied(default_run_config(), second))
                    << first.name << ", then " << second.name;
}

TEST(BundledPresetsTest, AGoalAndAMemorySizeGoTogetherInAnyOrder) {
    for (const auto& goal : of_group("goal"))
        for (const auto& memory : of_group("memory"))
            EXPECT_EQ(applied(applied(default_run_config(), goal), memory),
                      applied(applied(default_run_config(), memory), goal))
                << goal.name << " and " << memory.name;
}

/// What the reasons of the memory sizes say: 8 billion parameters, and an adapter.
TEST(BundledPresetsTest, AModelOfEightBillionFits) {
    const auto model = shape_config("llama-3-8b");
    ASSERT_TRUE(model);
    for (const auto& memory : of_group("memory")) {
        for (const auto* goal : {"everyday", "little-data", "best-quality", "smallest-file"}) {
            const auto config = applied(applied(default_run_config(), *find_preset(bundled(), goal)), memory);
            const auto estimate = estimate_memory(*model, config, batch_shape_of(config));
            ASSERT_TRUE(estimate) << estimate.error().message;
            const auto size = static_cast<double>(memory.position) * 1024.0 * 1024.0 * 1024.0;
            EXPECT_LT(static_cast<double>(estimate->peak_bytes), 0.92 * size)
                << memory.name << " with " << goal << " in " << estimate->peak_phase;
        }
    }
}

}  // namespace
}  // namespace tunebench
