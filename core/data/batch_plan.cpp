#include "core/data/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tunebench {
namespace {

constexpr double kRoundingSlack = 1e-9;  // 0.1 · 30 comes out a hair above 3
constexpr auto kNoLimit = std::numeric_limits<std::int64_t>::max();
constexpr double kMostBatches = 1e15;  // keeps products within 64 bits

std::int64_t rounded_up(double batches) {
    const double whole = std::ceil(std::min(batches, kMostBatches) - kRoundingSlack);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(whole));
}

}  // namespace

BatchPlan plan_batches(const BudgetSection& budget, const EpochSize& epoch) {
    const auto accumulation = std::max<std::int64_t>(1, budget.accumulation);
    const auto batches_per_epoch = static_cast<double>(epoch.batches);
    auto batches = kNoLimit;
    if (epoch.batches <= 0)
        return {};
    if (budget.epochs > 0.0)
        batches = std::min(batches, rounded_up(budget.epochs * batches_per_epoch));
    if (budget.tokens > 0 && epoch.tokens > 0) {
        const double epochs = static_cast<double>(budget.tokens) / static_cast<double>(epoch.tokens);
        batches = std::min(batches, rounded_up(epochs * batches_per_epoch));
    }
    if (budget.steps > 0 && budget.steps < static_cast<std::int64_t>(kMostBatches) / accumulation)
        batches = std::min(batches, budget.steps * accumulation);
    if (batches == kNoLimit)
        return {};
    return {.steps = (batches - 1) / accumulation + 1, .batches = batches};
}

std::int64_t batches_of_step(const BatchPlan& plan, std::int64_t step, std::int64_t accumulation) {
    return step == plan.steps ? plan.batches - (step - 1) * accumulation : accumulation;
}

std::int64_t total_steps(const BudgetSection& budget, const EpochSize& epoch) {
    return plan_batches(budget, epoch).steps;
}

double remaining_seconds(const BudgetSection& budget, double elapsed_seconds,
                         std::optional<double> of_planned_steps) {
    if (budget.minutes <= 0.0)
        return of_planned_steps.value_or(0.0);
    const double by_clock = std::max(0.0, 60.0 * budget.minutes - elapsed_seconds);
    return std::min(by_clock, of_planned_steps.value_or(by_clock));
}

}  // namespace tunebench
