// What fits where: every method in every precision, refused where preflight would refuse it.
#include "core/memory/fit_table.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

const FitRow& row(const std::vector<FitRow>& table, std::string_view method) {
    return *std::ranges::find(table, method, &FitRow::method);
}

const FitCell& cell(const FitRow& of, std::string_view precision) {
    return *std::ranges::find(of.cells, precision, &FitCell::precision);
}

class FitTableTest : public testing::Test {
protected:
    const ModelConfig model_ = *shape_config("smollm-135m");
    const RunConfig run_ = default_run_config();
    const std::vector<FitRow> table_ = fit_table(model_, run_);
};

TEST_F(FitTableTest, HasEveryMethodInEveryPrecision) {
    ASSERT_EQ(table_.size(), all_methods().size());
    for (std::size_t i = 0; i < table_.size(); ++i) {
        EXPECT_EQ(table_[i].method, all_methods()[i]->id);
        ASSERT_EQ(table_[i].cells.size(), precision_choices().size());
        for (const auto& one : table_[i].cells)
            EXPECT_EQ(one.expected_bytes == 0, one.refusal.has_value()) << table_[i].method << one.precision;
    }
}

TEST_F(FitTableTest, FullFineTuningCannotTrainCodes) {
    const auto& full = row(table_, "full");
    EXPECT_TRUE(cell(full, "nf4").refusal);
    EXPECT_TRUE(cell(full, "int8").refusal);
    EXPECT_FALSE(cell(full, "bf16").refusal);
}

TEST_F(FitTableTest, NarrowerBasesNeedLess) {
    const auto& lora = row(table_, "lora");
    EXPECT_GT(cell(lora, "fp32").expected_bytes, cell(lora, "bf16").expected_bytes);
    EXPECT_GT(cell(lora, "bf16").expected_bytes, cell(lora, "int8").expected_bytes);
    EXPECT_GT(cell(lora, "int8").expected_bytes, cell(lora, "nf4").expected_bytes);
    EXPECT_GT(cell(row(table_, "full"), "fp32").expected_bytes, cell(lora, "fp32").expected_bytes);
}

TEST_F(FitTableTest, ACellIsTheEstimateOfTheRunThatItStandsFor) {
    for (const auto& of : table_)
        for (const auto& one : of.cells) {
            if (one.refusal)
                continue;
            const auto run = with_choice(run_, of.method, *find_precision_choice(one.precision));
            ASSERT_TRUE(run) << of.method << one.precision;
            const auto estimate = estimate_memory(model_, *run, batch_shape_of(*run));
            EXPECT_EQ(estimate->peak_bytes, one.expected_bytes) << of.method << one.precision;
            EXPECT_EQ(estimate->trainable_parameters, of.trainable_parameters) << of.method;
        }
}

TEST_F(FitTableTest, WhatFinishedRunsTookCounts) {
    const MemoryCalibration learned{.runs = 3, .factor = 1.25};
    const auto corrected = fit_table(model_, run_, learned);
    ASSERT_EQ(corrected.size(), table_.size());
    for (std::size_t i = 0; i < table_.size(); ++i)
        for (const auto& one : table_[i].cells)
            EXPECT_EQ(cell(corrected[i], one.precision).expected_bytes, learned.corrected(one.expected_bytes))
                << table_[i].method << one.precision;
}

TEST_F(FitTableTest, TheRunAsItIsIsChosenOnce) {
    int chosen = 0;
    for (const auto& of : table_)
        chosen += static_cast<int>(std::ranges::count(of.cells, true, &FitCell::is_chosen));
    EXPECT_EQ(chosen, 1);
    EXPECT_TRUE(cell(row(table_, run_.method.id), "fp32").is_chosen);
    const auto nf4 = with_choice(run_, "dora", *find_precision_choice("nf4"));
    EXPECT_TRUE(cell(row(fit_table(model_, *nf4), "dora"), "nf4").is_chosen);
}

TEST_F(FitTableTest, TheRunsOwnSettingsOfItsMethodStay) {
    auto wide = run_;
    wide.method = *make_selection("method", "lora", {});
    wide.method.params.set("rank", 256);
    EXPECT_GT(row(fit_table(model_, wide), "lora").trainable_parameters,
              row(table_, "lora").trainable_parameters);
    EXPECT_EQ(row(fit_table(model_, wide), "dora").cells, row(table_, "dora").cells);
}

TEST_F(FitTableTest, AModelFarLargerThanThisMachineIsJustArithmetic) {
    const auto large = fit_table(*shape_config("llama-65b"), run_);
    EXPECT_GT(cell(row(large, "full"), "fp32").expected_bytes, std::uint64_t{970} << 30);
    EXPECT_LT(cell(row(large, "lora"), "nf4").expected_bytes, std::uint64_t{80} << 30);
}

TEST_F(FitTableTest, UnknownPrecisionsAreNone) {
    EXPECT_EQ(find_precision_choice("fp7"), nullptr);
    EXPECT_EQ(find_precision_choice("nf4")->title, "NF4 base");
}

}  // namespace
}  // namespace tunebench
