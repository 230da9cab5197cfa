// Inverse questions: each answer fits, and the next value does not.
#include "core/memory/largest_values.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/models/shapes.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

class LargestValuesTest : public testing::Test {
protected:
    std::uint64_t peak(const RunConfig& run) const {
        return estimate_memory(model_, run, batch_shape_of(run))->peak_bytes;
    }

    RunConfig with(const LargestValue& answer, std::int64_t value) const {
        auto changed = run_;
        const auto done = apply_override(changed, answer.setting + "=" + std::to_string(value));
        EXPECT_TRUE(done) << answer.setting;
        return changed;
    }

    void expect_exact(const LargestValue& answer, std::uint64_t limit,
                      const MemoryCalibration& learned = {}) const {
        const auto expected = [&](std::int64_t value) {
            return learned.corrected(peak(with(answer, value)));
        };
        ASSERT_GT(answer.value, 0) << answer.setting;
        EXPECT_LE(answer.expected_bytes, limit) << answer.setting;
        EXPECT_EQ(expected(answer.value), answer.expected_bytes) << answer.setting;
        if (!answer.is_ceiling) {
            EXPECT_GT(expected(answer.value + 1), limit) << answer.setting;
        }
    }

    const LargestValue& answer_of(const std::vector<LargestValue>& answers, std::string_view setting) const {
        return *std::ranges::find(answers, setting, &LargestValue::setting);
    }

    const ModelConfig model_ = *shape_config("smollm-135m");
    RunConfig run_ = default_run_config();
};

TEST_F(LargestValuesTest, AreTheLastThatFit) {
    const auto limit = 2 * peak(run_);
    const auto answers = largest_values(model_, run_, limit);
    ASSERT_EQ(answers.size(), 3U);
    for (const auto& answer : answers)
        expect_exact(answer, limit);
    EXPECT_GT(answer_of(answers, "budget.batch_size").value, run_.budget.batch_size);
    EXPECT_GT(answer_of(answers, "data.max_length").value, run_.data.max_length);
}

TEST_F(LargestValuesTest, WhatFinishedRunsTookCounts) {
    const MemoryCalibration learned{.runs = 3, .factor = 1.25};
    const auto limit = 2 * peak(run_);
    const auto answers = largest_values(model_, run_, limit, learned);
    for (const auto& answer : answers)
        expect_exact(answer, limit, learned);
    EXPECT_LT(answer_of(answers, "budget.batch_size").value,
              answer_of(largest_values(model_, run_, limit), "budget.batch_size").value);
}

TEST_F(LargestValuesTest, LieBelowThePresentOnesWhereTheRunDoesNotFit) {
    const auto limit = peak(run_) * 9 / 10;
    const auto answers = largest_values(model_, run_, limit);
    for (const auto* setting : {"budget.batch_size", "data.max_length"}) {
        const auto& answer = answer_of(answers, setting);
        expect_exact(answer, limit);
        EXPECT_FALSE(answer.is_ceiling);
    }
    EXPECT_LT(answer_of(answers, "budget.batch_size").value, run_.budget.batch_size);
    EXPECT_LT(answer_of(answers, "data.max_length").value, run_.data.max_length);
}

TEST_F(LargestValuesTest, RowsEndWhereTheModelsPositionsDo) {
    run_.budget.batch_size = 1;
    const auto roomy = largest_values(model_, run_, std::uint64_t{1} << 40);
    const auto& length = answer_of(roomy, "data.max_length");
    EXPECT_TRUE(length.is_ceiling);
    EXPECT_EQ(length.value, model_.max_position_embeddings);
}

TEST_F(LargestValuesTest, NothingFitsBesideAModelThatIsTooLarge) {
    for (const auto& answer : largest_values(model_, run_, 1 << 20)) {
        EXPECT_EQ(answer.value, 0) << answer.setting;
        EXPECT_EQ(answer.expected_bytes, 0U) << answer.setting;
    }
}

TEST_F(LargestValuesTest, TheSizeIsTheMethodsOwn) {
    const auto settings_with = [&](const char* method) {
        run_.method = *make_selection("method", method, {});
        std::vector<std::string> settings;
        for (const auto& answer : largest_values(model_, run_, std::uint64_t{1} << 33))
            settings.push_back(answer.setting);
        return settings;
    };
    EXPECT_EQ(settings_with("lora").back(), "method.rank");
    EXPECT_EQ(settings_with("houlsby").back(), "method.bottleneck_size");
    EXPECT_EQ(settings_with("prompt").back(), "method.num_virtual_tokens");
    EXPECT_EQ(settings_with("full").size(), 2U);
}

TEST_F(LargestValuesTest, TheLargestModelIsOfTheSameFamily) {
    const auto limit_of = [&](const char* shape) {
        return estimate_memory(*shape_config(shape), run_, batch_shape_of(run_))->peak_bytes;
    };
    const auto found = largest_model(model_, run_, limit_of("llama-7b"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->shape, "llama-7b");
    EXPECT_EQ(found->layers, 32);
    EXPECT_EQ(found->expected_bytes, limit_of("llama-7b"));
    EXPECT_EQ(largest_model(*shape_config("gpt2"), run_, limit_of("llama-65b"))->shape, "gpt2-medium");
    EXPECT_FALSE(largest_model(model_, run_, 1000)) << "not even one layer fits";
    const auto corrected = largest_model(model_, run_, limit_of("llama-7b"), {.runs = 3, .factor = 1.25});
    ASSERT_TRUE(corrected);
    EXPECT_LT(corrected->parameters, found->parameters);
}

TEST_F(LargestValuesTest, OfAFamilyWithoutShapesTheModelHasAsManyLayersAsFit) {
    auto mistral = model_;
    mistral.model_type = "mistral";
    const auto peak_with = [&](std::int64_t layers) {
        return estimate_memory(with_layers(mistral, layers), run_, batch_shape_of(run_))->peak_bytes;
    };
    const auto limit = peak_with(40);
    const auto found = largest_model(mistral, run_, limit);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->shape, "");
    EXPECT_EQ(found->layers, 40);
    EXPECT_EQ(found->expected_bytes, limit);
    EXPECT_EQ(largest_model(mistral, run_, limit - 1)->layers, 39);
    EXPECT_FALSE(largest_model(mistral, run_, 1000));
}

TEST_F(LargestValuesTest, AModelThatIsLargerThanAllKnownOfItsFamilyIsAskedForItself) {
    const auto wide = with_layers(*shape_config("qwen2.5-0.5b"), 40);
    const auto limit = estimate_memory(wide, run_, batch_shape_of(run_))->peak_bytes;
    const auto itself = largest_model(wide, run_, limit);
    ASSERT_TRUE(itself);
    EXPECT_EQ(itself->shape, "");
    EXPECT_EQ(itself->layers, 40);
    EXPECT_EQ(largest_model(wide, run_, limit - 1)->shape, "qwen2.5-0.5b") << "it does not fit";
}

}  // namespace
}  // namespace tunebench
