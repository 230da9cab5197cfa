#include "core/study/plan/study_cost.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/memory/arithmetic.h"
#include "core/memory/estimate.h"
#include "core/memory/parameter_memory.h"
#include "core/run/run_model.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

Result<ArmCost> cost_of(const StudyPlan& plan, const StudyArm& arm, const PreflightPlace& place) {
    const auto config = with_likely_device(arm.config, place);
    TRY(const auto stored, stored_model_of(config.model));
    TRY(const auto model, model_for_task(stored, config.model.task));
    const auto batch = batch_shape_of(config);
    const auto& calibration = place.calibrations.of(is_on_processor(config));
    TRY(const auto memory, estimate_memory(model, config, batch));
    TRY(const double operations, needed_operations(model, config.method, batch));
    ArmCost cost{
        .name = arm.name,
        .runs = static_cast<std::int64_t>(plan.seeds()),
        .tries = arm.searches_rate ? static_cast<std::int64_t>(plan.settings.rules.rate_factors.size()) : 0,
        .total_parameters = memory.total_parameters,
        .trainable_parameters = memory.trainable_parameters,
        .expected_bytes = calibration.corrected(memory.peak_bytes),
        .step_operations = operations * static_cast<double>(config.budget.accumulation)};
    const auto usable = usable_memory(config, place);
    cost.fits = usable == 0 || cost.expected_bytes <= usable;
    if (config.budget.steps > 0)
        cost.steps = config.budget.steps;
    if (config.budget.minutes > 0.0)
        cost.run_seconds_most = 60.0 * config.budget.minutes;
    return cost;
}

/// Each finding once, with the first arm that has it.
void add_findings(StudyCost& cost, const StudyArm& arm, const PreflightPlace& place,
                  std::set<std::string>& seen) {
    for (auto finding : preflight(arm.config, place))
        if (seen.insert(finding.message).second) {
            finding.message = fmt::format("{}: {}", arm.name, finding.message);
            cost.findings.push_back(std::move(finding));
        }
}

std::optional<double> most_seconds(const StudyPlan& plan, const StudyCost& cost) {
    std::optional<double> sum = 0.0;
    for (const auto& arm : cost.arms) {
        if (!arm.run_seconds_most) {
            sum.reset();
            break;
        }
        *sum += *arm.run_seconds_most * (static_cast<double>(arm.runs) +
                                         static_cast<double>(arm.tries) * plan.settings.rules.rate_share);
    }
    const double limit = 60.0 * plan.settings.rules.minutes;
    if (limit > 0.0)
        return sum ? std::min(*sum, limit) : limit;
    return sum;
}

}  // namespace

Result<StudyCost> study_cost(const StudyPlan& plan, const PreflightPlace& place) {
    StudyCost cost{.runs = plan.race_runs(), .tries = plan.search_runs()};
    std::set<std::string> seen;
    for (const auto& arm : plan.arms) {
        add_findings(cost, arm, place, seen);
        if (has_blocking(cost.findings))
            return cost;
        auto of_arm = cost_of(plan, arm, place);
        if (!of_arm) {
            auto error = of_arm.error();
            error.message = fmt::format("{}: {}", arm.name, error.message);
            return error;
        }
        cost.arms.push_back(*std::move(of_arm));
    }
    cost.seconds_most = most_seconds(plan, cost);
    return cost;
}

}  // namespace tunebench
