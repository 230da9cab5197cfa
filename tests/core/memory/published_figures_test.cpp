// Published figures from configs alone: those of the same computation, and the order of PEFT's methods.
// tunebench-published-figures prints all of them, and why the others differ.
#include "tests/support/published_figures.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace tunebench::test {
namespace {

TEST(PublishedFiguresTest, OfTheSameComputationAreWithinSevenPercent) {
    int compared = 0;
    for (const auto& figure : published_figures()) {
        const auto ours = our_bytes(figure);
        ASSERT_TRUE(ours) << figure.name << ": " << ours.error().message;
        if (!figure.is_same_computation)
            continue;
        EXPECT_LE(std::abs(difference(figure, *ours)), 0.07) << figure.name << ": " << *ours;
        ++compared;
    }
    EXPECT_GE(compared, 2);
}

TEST(PublishedFiguresTest, WhatFitAGpuFitsIt) {
    const auto figures = published_figures();
    const auto found = std::ranges::find(figures, "LLaMA 65B, QLoRA r64", &PublishedFigure::name);
    ASSERT_NE(found, figures.end());
    const auto ours = our_bytes(*found);
    ASSERT_TRUE(ours) << ours.error().message;
    EXPECT_LE(static_cast<double>(*ours), static_cast<double>(found->bytes));
    EXPECT_GE(static_cast<double>(*ours), 0.9 * static_cast<double>(found->bytes));
}

TEST(PublishedFiguresTest, PeftsMethodsHaveTheirOrder) {
    const auto figures = peft_order();
    ASSERT_TRUE(std::ranges::is_sorted(figures, {}, &PublishedFigure::bytes));
    for (std::size_t i = 1; i < figures.size(); ++i)
        EXPECT_LT(*our_bytes(figures[i - 1]), *our_bytes(figures[i]))
            << figures[i - 1].name << " before " << figures[i].name;
}

}  // namespace
}  // namespace tunebench::test
