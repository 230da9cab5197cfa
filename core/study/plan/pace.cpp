#include "core/study/plan/pace.h"

#include <algorithm>

#include "core/memory/arithmetic.h"
#include "core/run/run_folder.h"
#include "core/run/run_model.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

constexpr std::size_t kRunsLookedAt = 5;
constexpr std::int64_t kFewestSteps = 5;  // the first are slow

std::optional<double> pace_of(const RunSummary& run, const std::filesystem::path& model) {
    const auto folder = RunFolder::open(run.folder);
    if (!folder || folder->manifest().config.model.path != model)
        return {};
    const auto& config = folder->manifest().config;
    const auto stored = stored_model_of(config.model);
    const auto of_task = stored ? model_for_task(*stored, config.model.task) : stored;
    if (!of_task)
        return {};
    const auto operations = needed_operations(*of_task, config.method, batch_shape_of(config));
    const double of_step = operations ? *operations * static_cast<double>(config.budget.accumulation) : 0.0;
    if (of_step <= 0.0)
        return {};
    return run.seconds / static_cast<double>(run.steps) / of_step;
}

}  // namespace

std::optional<double> seconds_per_operation(std::span<const RunSummary> runs,
                                            const std::filesystem::path& model) {
    std::vector<double> paces;
    for (const auto& run : runs) {
        if (run.steps < kFewestSteps || run.seconds <= 0.0 || run.model != model.filename())
            continue;
        if (const auto pace = pace_of(run, model))
            paces.push_back(*pace);
        if (paces.size() == kRunsLookedAt)
            break;
    }
    if (paces.empty())
        return {};
    const auto middle = paces.begin() + static_cast<std::ptrdiff_t>(paces.size() / 2);
    std::ranges::nth_element(paces, middle);
    return *middle;
}

std::optional<double> expected_seconds(const ArmCost& cost, std::optional<double> pace) {
    if (!pace || !cost.steps)
        return {};
    const double seconds = *pace * cost.step_operations * static_cast<double>(*cost.steps);
    return cost.run_seconds_most ? std::min(seconds, *cost.run_seconds_most) : seconds;
}

std::optional<double> expected_seconds(const StudyPlan& plan, const StudyCost& cost,
                                       std::optional<double> pace) {
    double sum = 0.0;
    for (const auto& arm : cost.arms) {
        const auto seconds = expected_seconds(arm, pace);
        if (!seconds)
            return {};
        sum += *seconds * (static_cast<double>(arm.runs) +
                           static_cast<double>(arm.tries) * plan.settings.rules.rate_share);
    }
    return cost.seconds_most ? std::min(sum, *cost.seconds_most) : sum;
}

}  // namespace tunebench
