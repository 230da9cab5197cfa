#include "core/run/measured_step.h"

#include <algorithm>
#include <cmath>

#include "core/history/history.h"

namespace tunebench {
namespace {

constexpr std::size_t kMostCandidates = 60;  // newest first; their configurations are read
constexpr std::size_t kFirstSteps = 2;

/// What a step costs depends on these settings of the rest.
const ParamValue* states_of(const RunConfig& run) {
    return run.optimizer.params.find("states");
}

bool have_equal_states(const RunConfig& a, const RunConfig& b) {
    const auto* of_a = states_of(a);
    const auto* of_b = states_of(b);
    return a.optimizer.id == b.optimizer.id && (of_a && of_b ? *of_a == *of_b : of_a == of_b);
}

/// The budget without what ends the run.
BudgetSection work_of(BudgetSection budget) {
    const BudgetSection none;
    budget.epochs = none.epochs;
    budget.steps = none.steps;
    budget.tokens = none.tokens;
    budget.minutes = none.minutes;
    budget.clip_norm = none.clip_norm;
    return budget;
}

bool have_equal_rows(const DataSection& a, const DataSection& b) {
    return a.max_length == b.max_length && a.packing == b.packing && a.loss_on == b.loss_on &&
           (a.packing || a.train == b.train);
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty())
        return {};
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<MeasuredStep> measured_in(HistoryReader& history, const RunSummary& run,
                                        std::int64_t least_steps) {
    const auto points = history.metric(run.id, "step_seconds");
    if (!points)
        return {};
    std::vector<double> seconds;
    for (std::size_t i = kFirstSteps; i < points->size(); ++i)
        if (std::isfinite((*points)[i].value) && (*points)[i].value > 0.0)
            seconds.push_back((*points)[i].value);
    const auto steps = static_cast<std::int64_t>(seconds.size());
    const auto typical = median(std::move(seconds));
    if (!typical || steps < least_steps)
        return {};
    return MeasuredStep{.seconds = *typical, .steps = steps, .run_id = run.id, .run_name = run.name};
}

}  // namespace

bool have_equal_steps(const RunConfig& a, const RunConfig& b) {
    return a.model.path == b.model.path && a.model.task == b.model.task &&
           a.model.added_tokens == b.model.added_tokens && a.method == b.method &&
           a.precision == b.precision && have_equal_states(a, b) && work_of(a.budget) == work_of(b.budget) &&
           have_equal_rows(a.data, b.data) && a.general.device == b.general.device &&
           a.general.threads == b.general.threads && a.general.deterministic == b.general.deterministic;
}

std::optional<MeasuredStep> measured_step(HistoryReader& history, const RunConfig& run,
                                          std::int64_t least_steps) {
    const auto runs = history.runs({.with_archived = true});
    if (!runs)
        return {};
    std::size_t looked_at = 0;
    for (const auto& summary : *runs) {
        if (!summary.origin.empty() || !summary.method.starts_with(run.method.id) || summary.steps == 0)
            continue;
        if (++looked_at > kMostCandidates)
            break;
        const auto details = history.run(summary.id);
        if (details && have_equal_steps(details->manifest.config, run))
            if (auto measured = measured_in(history, summary, least_steps))
                return measured;
    }
    return {};
}

}  // namespace tunebench
