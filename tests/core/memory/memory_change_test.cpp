// What can be changed in a run for memory's sake, and what that costs.
#include "core/memory/memory_change.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"

namespace tunebench {
namespace {

const MemoryLever* find(const std::vector<MemoryLever>& levers, MemoryChange change) {
    const auto it = std::ranges::find(levers, change, &MemoryLever::change);
    return it == levers.end() ? nullptr : &*it;
}

void expect_applies(const RunConfig& run, const std::string& settings) {
    auto changed = run;
    std::istringstream words(settings);
    const std::vector<std::string> overrides(std::istream_iterator<std::string>(words), {});
    const auto done = apply_overrides(changed, overrides);
    EXPECT_TRUE(done) << settings << ": " << done.error().message;
    EXPECT_NE(changed, run) << settings;
}

TEST(MemoryChangeTest, EveryOptionOfEveryMethodAndOptimizerCanBeSet) {
    for (const auto* method : all_methods())
        for (const auto* optimizer : all_optimizers()) {
            auto run = default_run_config();
            ASSERT_TRUE(apply_override(run, "method.id=" + std::string(method->id)));
            ASSERT_TRUE(apply_override(run, "optimizer.id=" + std::string(optimizer->id)));
            for (const auto& lever : memory_levers(run))
                for (const auto& option : lever.options)
                    expect_applies(run, option);
        }
}

TEST(MemoryChangeTest, WhatIsSetAlreadyIsNoChange) {
    auto run = default_run_config();
    EXPECT_NE(find(memory_levers(run), MemoryChange::Recompute), nullptr);
    EXPECT_NE(find(memory_levers(run), MemoryChange::EightBitStates), nullptr);
    EXPECT_NE(find(memory_levers(run), MemoryChange::Int8Base), nullptr);
    run.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    run.precision.quantization = QuantizationType::Int8;
    run.optimizer.params.set("states", "8bit");
    run.method.params.set("targets", "attention");
    const auto levers = memory_levers(run);
    for (const auto change : {MemoryChange::Recompute, MemoryChange::EightBitStates, MemoryChange::Int8Base,
                              MemoryChange::Targets, MemoryChange::Method})
        EXPECT_EQ(find(levers, change), nullptr) << static_cast<int>(change);
    EXPECT_NE(find(levers, MemoryChange::Nf4Base), nullptr);
}

TEST(MemoryChangeTest, SizesAndLengthsAreHalvedAgainAndAgain) {
    auto run = default_run_config();
    run.method.params.set("rank", 16);
    run.data.max_length = 100;
    const auto levers = memory_levers(run);
    ASSERT_NE(find(levers, MemoryChange::Size), nullptr);
    EXPECT_EQ(find(levers, MemoryChange::Size)->options,
              (std::vector<std::string>{"method.rank=8", "method.rank=4", "method.rank=2"}));
    EXPECT_EQ(find(levers, MemoryChange::Length)->options, std::vector<std::string>{"data.max_length=50"});
}

TEST(MemoryChangeTest, SeveralCostTheTimeOfTheSlowestAndTheQualityOfTheLeastMild) {
    const std::vector<MemoryChange> both = {MemoryChange::Recompute, MemoryChange::Length};
    EXPECT_EQ(cost_of(both).time, cost_of(MemoryChange::Recompute).time);
    EXPECT_EQ(cost_of(both).quality, cost_of(MemoryChange::Length).quality);
    for (const auto& cost : all_change_costs())
        EXPECT_FALSE(cost.time.empty() || cost.quality.empty());
}

}  // namespace
}  // namespace tunebench
