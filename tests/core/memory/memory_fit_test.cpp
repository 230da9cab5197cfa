// What makes a run fit: every suggestion, applied as --set applies it, leads to the peak that it names.
#include "core/memory/memory_fit.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "core/models/shapes.h"

namespace tunebench {
namespace {

class MemoryFitTest : public testing::Test {
protected:
    MemoryFitTest() {
        config_.data.max_length = 512;
        config_.budget.batch_size = 8;
    }

    std::uint64_t peak(const RunConfig& config) const {
        const auto estimate = estimate_memory(model_, config, batch_shape_of(config));
        EXPECT_TRUE(estimate) << estimate.error().message;
        return estimate->peak_bytes;
    }
    std::uint64_t share_of_peak(double share) const {
        return static_cast<std::uint64_t>(share * static_cast<double>(peak(config_)));
    }

    MemoryFit fit(std::uint64_t limit, const MemoryCalibration& learned = {}) const {
        return fit_memory(model_, config_, *estimate_memory(model_, config_, batch_shape_of(config_)), limit,
                          learned);
    }

    RunConfig applied(const std::string& settings) const {
        std::istringstream words(settings);
        const std::vector<std::string> overrides(std::istream_iterator<std::string>(words), {});
        auto config = config_;
        const auto done = apply_overrides(config, overrides);
        EXPECT_TRUE(done) << settings << ": " << done.error().message;
        return config;
    }

    static bool proposes(const MemoryFit& found, std::string_view settings) {
        return std::ranges::any_of(found.suggestions, [&](const MemorySuggestion& suggestion) {
            return suggestion.settings.find(settings) != std::string::npos;
        });
    }

    void expect_suggestions_hold(std::uint64_t limit) const {
        const auto found = fit(limit);
        EXPECT_FALSE(found.fits);
        ASSERT_FALSE(found.suggestions.empty());
        for (const auto& suggestion : found.suggestions) {
            EXPECT_LE(suggestion.expected_bytes, limit) << suggestion.settings;
            EXPECT_EQ(peak(applied(suggestion.settings)), suggestion.expected_bytes) << suggestion.settings;
        }
    }

    const ModelConfig model_ = *shape_config("smollm-135m");
    RunConfig config_ = default_run_config();
};

TEST_F(MemoryFitTest, WhatFitsNeedsNoSuggestion) {
    const auto found = fit(peak(config_));
    EXPECT_TRUE(found.fits);
    EXPECT_TRUE(found.suggestions.empty());
    EXPECT_EQ(found.largest_batch_size, 8);
}

TEST_F(MemoryFitTest, WhatFinishedRunsTookCounts) {
    const MemoryCalibration learned{.runs = 3, .factor = 1.1};
    const auto limit = share_of_peak(1.05);
    EXPECT_TRUE(fit(limit).fits);
    const auto found = fit(limit, learned);
    EXPECT_FALSE(found.fits);
    EXPECT_EQ(found.limit_bytes, limit);
    EXPECT_LT(found.largest_batch_size, 8);
    ASSERT_FALSE(found.suggestions.empty());
    for (const auto& suggestion : found.suggestions) {
        EXPECT_LE(suggestion.expected_bytes, limit) << suggestion.settings;
        EXPECT_EQ(suggestion.expected_bytes, learned.corrected(peak(applied(suggestion.settings))))
            << suggestion.settings;
        EXPECT_EQ(suggestion.saved_bytes, learned.corrected(peak(config_)) - suggestion.expected_bytes);
    }
}

TEST_F(MemoryFitTest, SmallerBatchesKeepTheRowsOfAStep) {
    expect_suggestions_hold(share_of_peak(0.8));
    const auto found = fit(share_of_peak(0.8));
    const auto config = applied(found.suggestions.front().settings);
    EXPECT_LT(config.budget.batch_size, 8);
    EXPECT_GE(config.budget.batch_size * config.budget.accumulation, 8);
}

TEST_F(MemoryFitTest, UpdatesWithinBackwardAreNotAccumulated) {
    config_.budget.update_in_backward = true;
    expect_suggestions_hold(share_of_peak(0.8));
    EXPECT_EQ(applied(fit(share_of_peak(0.8)).suggestions.front().settings).budget.accumulation, 1);
}

TEST_F(MemoryFitTest, WhereNoBatchFitsRowsAreShortened) {
    config_.data.max_length = 8192;
    config_.budget.batch_size = 1;
    auto checkpointed = config_;
    checkpointed.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    const auto limit = static_cast<std::uint64_t>(0.9 * static_cast<double>(peak(checkpointed)));
    expect_suggestions_hold(limit);
    const auto found = fit(limit);
    const auto& last = found.suggestions.back();
    EXPECT_LT(applied(last.settings).data.max_length, 8192) << "what cuts texts comes last";
    EXPECT_EQ(last.cost.quality, "longer texts are cut");
}

TEST_F(MemoryFitTest, EverySuggestionSaysWhatItSavesAndCosts) {
    const auto found = fit(share_of_peak(0.8));
    ASSERT_GE(found.suggestions.size(), 2U);
    for (const auto& suggestion : found.suggestions) {
        EXPECT_EQ(suggestion.saved_bytes, peak(config_) - suggestion.expected_bytes) << suggestion.settings;
        EXPECT_FALSE(suggestion.cost.time.empty()) << suggestion.settings;
        EXPECT_FALSE(suggestion.cost.quality.empty()) << suggestion.settings;
    }
    EXPECT_EQ(found.suggestions.front().cost.quality, "the same result");
    EXPECT_TRUE(proposes(found, "budget.gradient_checkpointing=every-block"));
}

TEST_F(MemoryFitTest, TheRowsOfAStepStayTheSameWhereTheyCanBeDivided) {
    config_.budget.accumulation = 3;
    const auto config = applied(fit(share_of_peak(0.7)).suggestions.front().settings);
    EXPECT_EQ(config.budget.batch_size * config.budget.accumulation, 24);
}

TEST_F(MemoryFitTest, AFrozenBaseCanBeQuantized) {
    config_.data.max_length = 32;
    config_.budget.batch_size = 1;  // nearly all of it is weights
    const auto limit = share_of_peak(0.7);
    expect_suggestions_hold(limit);
    const auto found = fit(limit);
    EXPECT_TRUE(proposes(found, "precision.quantization.type=int8"));
    EXPECT_TRUE(proposes(found, "precision.quantization.type=nf4"));
    EXPECT_FALSE(proposes(found, "method.id=lora"));
}

TEST_F(MemoryFitTest, FullFineTuningSavesStatesOrBecomesLora) {
    ASSERT_TRUE(apply_override(config_, "method.id=full"));
    config_.data.max_length = 64;
    config_.budget.batch_size = 1;  // nearly all of it is weights, gradients and states
    const auto limit = share_of_peak(0.75);
    expect_suggestions_hold(limit);
    const auto found = fit(limit);
    EXPECT_TRUE(proposes(found, "optimizer.states=8bit"));
    EXPECT_TRUE(proposes(found, "method.id=lora"));
    EXPECT_FALSE(proposes(found, "precision.quantization.type=nf4")) << "it trains what would be codes";
}

TEST_F(MemoryFitTest, TargetsAndRankOfALargeAdapterMayShrink) {
    config_.method.params.set("rank", 512);
    config_.data.max_length = 32;
    config_.budget.batch_size = 1;
    const auto limit = share_of_peak(0.75);
    expect_suggestions_hold(limit);
    const auto found = fit(limit);
    EXPECT_TRUE(proposes(found, "method.targets=attention"));
    EXPECT_TRUE(proposes(found, "method.rank=256") || proposes(found, "method.rank=128"));
}

TEST_F(MemoryFitTest, PaddedRowsMayBePacked) {
    EXPECT_FALSE(proposes(fit(share_of_peak(0.8)), "data.packing=true"));
    config_.data.packing = false;
    const auto found = fit(share_of_peak(0.8));
    EXPECT_TRUE(proposes(found, "data.packing=true"));
    expect_suggestions_hold(share_of_peak(0.8));
}

TEST_F(MemoryFitTest, WhereNoChangeIsEnoughSeveralAreMade) {
    ASSERT_TRUE(apply_override(config_, "method.id=full"));
    config_.data.max_length = 2048;
    const auto limit = share_of_peak(0.05);
    expect_suggestions_hold(limit);
    for (const auto& suggestion : fit(limit).suggestions)
        EXPECT_NE(suggestion.settings.find(' '), std::string::npos) << suggestion.settings;
}

TEST_F(MemoryFitTest, WhatARunIsRefusedForAnywayHidesNoSuggestion) {
    config_.budget.update_in_backward = true;
    config_.budget.clip_norm = 1.0;  // which needs all gradients
    EXPECT_TRUE(proposes(fit(share_of_peak(0.8)), "budget.gradient_checkpointing=every-block"));
}

TEST_F(MemoryFitTest, NothingMakesAModelFitThatIsTooLargeItself) {
    EXPECT_TRUE(fit(std::uint64_t{1} << 20).suggestions.empty());
}

TEST(UsableMemoryTest, AnEighthOrHalfAGibibyteIsLeft) {
    constexpr std::uint64_t kGibibyte = std::uint64_t{1} << 30;
    EXPECT_EQ(usable_memory_bytes(0.0, kGibibyte), kGibibyte - kGibibyte / 8);
    EXPECT_EQ(usable_memory_bytes(0.0, 16 * kGibibyte), 16 * kGibibyte - kGibibyte / 2);
    EXPECT_EQ(usable_memory_bytes(0.0, 0), 0U);
}

TEST(UsableMemoryTest, TheSettingsLimitHoldsWhereItIsLess) {
    constexpr std::uint64_t kGibibyte = std::uint64_t{1} << 30;
    EXPECT_EQ(usable_memory_bytes(1.5, 4 * kGibibyte), kGibibyte * 3 / 2);
    EXPECT_EQ(usable_memory_bytes(1.5, kGibibyte), kGibibyte - kGibibyte / 8);
    EXPECT_GT(available_memory_bytes(), std::uint64_t{1} << 24);
}

}  // namespace
}  // namespace tunebench
