// The numbers by which an export is judged, against distributions worked out by hand.
#include "core/engine/exporting/comparison.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/models/shapes.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

/// Logits of the distribution.
at::Tensor logits(std::initializer_list<std::array<float, 2>> rows) {
    std::vector<float> values;
    for (const auto& row : rows)
        for (const auto p : row)
            values.push_back(std::log(p));
    return at::tensor(values).view({-1, 2});
}

TEST(ComparisonTest, EqualLogitsDifferInNothing) {
    const auto some = logits({{0.5F, 0.5F}, {0.9F, 0.1F}});
    const auto difference = difference_of(some, some);
    EXPECT_EQ(difference.max_difference, 0.0);
    EXPECT_EQ(difference.mean_kl, 0.0);
    EXPECT_EQ(difference.top1_agreement, 1.0);
}

TEST(ComparisonTest, TheDivergenceIsThatOfTheFoundFromTheExpected) {
    const auto expected = logits({{0.75F, 0.25F}, {0.5F, 0.5F}});
    const auto found = logits({{0.25F, 0.75F}, {0.5F, 0.5F}});
    const auto difference = difference_of(expected, found);
    const double first = 0.75 * std::log(3.0) + 0.25 * std::log(1.0 / 3.0);
    EXPECT_NEAR(difference.mean_kl, first / 2, 1e-6);
    EXPECT_EQ(difference.top1_agreement, 0.5);
    EXPECT_NEAR(difference.max_difference, std::log(3.0), 1e-6);
    EXPECT_NEAR(difference.max_logit, -std::log(0.25), 1e-6);
}

TEST(ComparisonTest, WhatIsNoNumberIsNoAgreement) {
    const auto expected = logits({{0.75F, 0.25F}});
    const auto difference = difference_of(expected, expected * std::nan(""));
    EXPECT_TRUE(std::isnan(difference.max_difference));
}

TEST(ComparisonTest, AtMostSixteenSequencesAndTwoThousandTokens) {
    const test::TemporaryFolder folder;
    auto run = test::tiny_run(folder.path(), 1);
    test::write_tiny_data(folder.path() / "valid.jsonl", 40);
    const auto model = *load_model_config(run.model.path);
    const auto many = held_out_of(run, model);
    EXPECT_EQ(many.source, "validation");
    EXPECT_EQ(many.examples.size(), 16u);
    EXPECT_TRUE(many.notice.empty());
    auto wide = model;  // whose logits would fill the memory
    wide.vocab_size = std::int64_t{8} << 20;
    const auto few = held_out_of(run, wide);
    EXPECT_EQ(few.tokens(), 8);
    EXPECT_EQ(few.examples.size(), 1u);
}

TEST(ComparisonTest, WithoutValidationDataFixedTokensServe) {
    const test::TemporaryFolder folder;
    auto run = test::tiny_run(folder.path(), 1);
    run.data.validation.clear();
    const auto probe = held_out_of(run, *load_model_config(run.model.path));
    EXPECT_EQ(probe.source, "probe");
    EXPECT_EQ(probe.tokens(), 64);
    EXPECT_TRUE(probe.notice.empty());
}

}  // namespace
}  // namespace tunebench
