#include "core/study/report/run_comparison.h"

#include <algorithm>
#include <cmath>

#include "core/history/generalization.h"
#include "core/history/metric_summary.h"
#include "core/study/report/compared_settings.h"
#include "core/study/report/paired_tests.h"
#include "core/study/statistics/pareto.h"

namespace tunebench {
namespace {

std::optional<double> some(double value, bool is_there) {
    return is_there ? std::optional(value) : std::nullopt;
}

struct MetricSource {
    const char* name;
    const char* title;
    MetricKind kind;
    std::optional<double> (*value)(const RunFacts&);
};

constexpr MetricSource kMetrics[] = {
    {"best_validation_loss", "best validation loss", MetricKind::Loss,
     [](const RunFacts& facts) { return facts.best_validation_loss; }},
    {"validation_loss", "last validation loss", MetricKind::Loss,
     [](const RunFacts& facts) { return facts.validation_loss; }},
    {"validation_accuracy", "validation accuracy", MetricKind::Share,
     [](const RunFacts& facts) { return facts.validation_accuracy; }},
    {"training_loss", "training loss (last 20 steps)", MetricKind::Loss,
     [](const RunFacts& facts) { return some(facts.training_loss, std::isfinite(facts.training_loss)); }},
    {"overfitting", "overfitting", MetricKind::Loss,
     [](const RunFacts& facts) {
         return facts.validation_loss ? overfitting_of(*facts.validation_loss, facts.training_loss)
                                      : std::nullopt;
     }},
    {"forgetting", "forgetting", MetricKind::Loss,
     [](const RunFacts& facts) {
         return some(facts.forgetting.value_or(Forgetting()).change(), facts.forgetting.has_value());
     }},
    {"steps", "steps", MetricKind::Count,
     [](const RunFacts& facts) { return some(static_cast<double>(facts.steps), true); }},
    {"tokens", "tokens", MetricKind::Count,
     [](const RunFacts& facts) { return some(static_cast<double>(facts.tokens), facts.tokens > 0); }},
    {"trainable_parameters", "trained parameters", MetricKind::Count,
     [](const RunFacts& facts) {
         return some(static_cast<double>(facts.trainable_parameters), facts.trainable_parameters > 0);
     }},
    {"peak_bytes", "peak memory", MetricKind::Bytes,
     [](const RunFacts& facts) { return some(static_cast<double>(facts.peak_bytes), facts.peak_bytes > 0); }},
    {"seconds", "training time", MetricKind::Seconds,
     [](const RunFacts& facts) { return some(facts.seconds, facts.seconds > 0.0); }},
    {"tokens_per_second", "tokens a second", MetricKind::Rate,
     [](const RunFacts& facts) { return some(facts.tokens_per_second, facts.tokens_per_second > 0.0); }},
};

std::vector<ComparedMetric> metrics_of(const std::vector<ComparableRun>& runs) {
    std::vector<ComparedMetric> metrics;
    for (const auto& source : kMetrics) {
        metrics.push_back({.name = source.name, .title = source.title, .kind = source.kind});
        for (const auto& run : runs)
            metrics.back().values.push_back(source.value(run.facts));
    }
    metrics.push_back({.name = "result_bytes", .title = "size of the result", .kind = MetricKind::Bytes});
    for (const auto& run : runs)
        metrics.back().values.push_back(some(static_cast<double>(run.result_bytes), run.result_bytes > 0));
    std::erase_if(metrics, [](const ComparedMetric& metric) {
        return std::ranges::none_of(metric.values, [](const auto& value) { return value.has_value(); });
    });
    return metrics;
}

std::vector<SettingsOfRun> settings_of_runs(const std::vector<ComparableRun>& runs) {
    std::vector<SettingsOfRun> settings;
    for (const auto& run : runs)
        settings.push_back({&run.config, run.is_imported});
    return settings;
}

}  // namespace

bool RunComparison::is_imported(std::size_t run) const {
    return std::ranges::find(imported, run) != imported.end();
}

bool RunComparison::has_repetitions() const {
    return groups.size() < ids.size();
}

std::size_t RunComparison::baseline_group() const {
    const auto found = std::ranges::find_if(groups, [this](const SeedGroup& group) {
        return std::ranges::find(group.runs, baseline) != group.runs.end();
    });
    return static_cast<std::size_t>(found - groups.begin());
}

const ComparedMetric* RunComparison::metric(std::string_view name) const {
    const auto found = std::ranges::find(metrics, name, &ComparedMetric::name);
    return found == metrics.end() ? nullptr : &*found;
}

std::optional<Spread> spread_of(const ComparedMetric& metric, const SeedGroup& group) {
    std::vector<double> values;
    for (const auto run : group.runs)
        if (metric.values[run])
            values.push_back(*metric.values[run]);
    return values.empty() ? std::nullopt : std::optional(spread_of(values));
}

std::vector<GroupTradeOff> trade_offs(const RunComparison& comparison, const ComparedMetric& cost,
                                      const ComparedMetric& quality) {
    const double sign = is_higher_better(quality.name) ? -1.0 : 1.0;
    std::vector<GroupTradeOff> all;
    std::vector<TradeOff> points;
    for (std::size_t i = 0; i < comparison.groups.size(); ++i) {
        const auto x = spread_of(cost, comparison.groups[i]);
        const auto y = spread_of(quality, comparison.groups[i]);
        if (!x || !y)
            continue;
        all.push_back({.group = i, .cost = *x, .quality = *y});
        points.push_back({.cost = x->mean, .loss = sign * y->mean});
    }
    const auto on_front = pareto_front(points);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].is_on_front = on_front[i];
    return all;
}

RunComparison compare_runs(const std::vector<ComparableRun>& runs, const ComparisonSettings& settings) {
    auto grouping = settings.group_seeds ? seed_groups(runs) : SeedGrouping{.groups = single_groups(runs)};
    RunComparison comparison{.baseline = settings.baseline,
                             .groups = std::move(grouping.groups),
                             .left_out = std::move(grouping.left_out)};
    for (std::size_t run = 0; run < runs.size(); ++run) {
        comparison.ids.push_back(runs[run].id);
        comparison.names.push_back(runs[run].name);
        if (runs[run].is_imported)
            comparison.imported.push_back(run);
    }
    auto compared = compare_settings(settings_of_runs(runs));
    comparison.settings = std::move(compared.differing);
    comparison.unknown_settings = std::move(compared.unknown);
    comparison.metrics = metrics_of(runs);
    comparison.tests = paired_tests(runs, comparison.groups, comparison.baseline_group());
    return comparison;
}

Result<RunComparison> compare_runs(const std::vector<RunFolder>& runs, const ComparisonSettings& settings) {
    TRY(const auto comparable, read_comparable_runs(runs));
    return compare_runs(comparable, settings);
}

}  // namespace tunebench
