// How long a run is, in optimizer steps, before it starts: what schedules and progress are measured by.
#pragma once

#include <cstdint>
#include <optional>

#include "core/run/run_config.h"

namespace tunebench {

/// What one pass over the training data takes.
struct EpochSize {
    std::int64_t batches = 0;  // micro-batches
    std::int64_t tokens = 0;
};

/// An optimizer step takes `accumulation` micro-batches, across the end of an epoch if need be; only the last
/// step of a run that epochs or tokens end may take fewer.
struct BatchPlan {
    std::int64_t steps = 0;    // 0: no limit that can be planned (minutes only, or nothing)
    std::int64_t batches = 0;  // micro-batches of all steps together
    bool operator==(const BatchPlan&) const = default;
};

/// The first of the limits that is reached. Half an epoch of 3 batches is 2; a token limit is planned with
/// the mean batch, so that it is exact within a batch's deviation from the mean. Minutes cannot be planned.
BatchPlan plan_batches(const BudgetSection& budget, const EpochSize& epoch);

/// Micro-batches of a step, counted from 1: `accumulation`, but for what is left to the last.
std::int64_t batches_of_step(const BatchPlan& plan, std::int64_t step, std::int64_t accumulation);

/// Steps of plan_batches.
std::int64_t total_steps(const BudgetSection& budget, const EpochSize& epoch);

/// What is left of a run: the time that its steps still take, where they are planned, or what is left of its
/// minutes, whichever is shorter.
double remaining_seconds(const BudgetSection& budget, double elapsed_seconds,
                         std::optional<double> of_planned_steps);

}  // namespace tunebench
