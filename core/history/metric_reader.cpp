#include "core/history/metric_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/history/statement.h"

namespace tunebench {
namespace {

/// What a run must have for a metric; but for the last, in the order of kWhatARunHas.
enum class Source {
    Steps,
    LossScales,
    Underflows,
    Overflows,
    SkippedSteps,
    Evaluations,
    ClassEvaluations,
    TokenEvaluations
};
constexpr std::size_t kSources = 8;

constexpr const char* kWhatARunHas =
    "SELECT EXISTS (SELECT 1 FROM steps WHERE run = key), "
    "EXISTS (SELECT 1 FROM steps WHERE run = key AND loss_scale IS NOT NULL), "
    "EXISTS (SELECT 1 FROM steps WHERE run = key AND gradient_underflow IS NOT NULL), "
    "EXISTS (SELECT 1 FROM steps WHERE run = key AND gradient_overflow IS NOT NULL), "
    "EXISTS (SELECT 1 FROM steps WHERE run = key AND skipped_steps IS NOT NULL), "
    "EXISTS (SELECT 1 FROM evaluations WHERE run = key), "
    "EXISTS (SELECT 1 FROM evaluations WHERE run = key AND accuracy IS NOT NULL) "
    "FROM runs WHERE id = ?1";

struct Metric {
    std::string_view name = {};
    Source source = Source::Steps;
    const char* sql = nullptr;
};

#define TUNEBENCH_STEPS(column) \
    "SELECT step, " column \
    ", elapsed_seconds FROM steps WHERE run = (SELECT key FROM runs WHERE id = ?1) ORDER BY step"
#define TUNEBENCH_SOME_STEPS(column) \
    "SELECT step, " column \
    ", elapsed_seconds FROM steps WHERE run = (SELECT key FROM runs WHERE id = ?1) AND " column \
    " IS NOT NULL ORDER BY step"
#define TUNEBENCH_EVALUATIONS(column) \
    "SELECT step, " column \
    ", elapsed_seconds FROM evaluations WHERE run = (SELECT key FROM runs WHERE id = ?1) AND " column \
    " IS NOT NULL ORDER BY step"

constexpr std::array<Metric, 19> kMetrics = {{
    {"loss", Source::Steps, TUNEBENCH_STEPS("loss")},
    {"learning_rate", Source::Steps, TUNEBENCH_STEPS("learning_rate")},
    {"gradient_norm", Source::Steps, TUNEBENCH_STEPS("gradient_norm")},
    {"epoch", Source::Steps, TUNEBENCH_STEPS("epoch")},
    {"tokens", Source::Steps, TUNEBENCH_STEPS("tokens")},
    {"tokens_per_second", Source::Steps, TUNEBENCH_STEPS("tokens_per_second")},
    {"step_seconds", Source::Steps, TUNEBENCH_STEPS("step_seconds")},
    {"memory_bytes", Source::Steps, TUNEBENCH_STEPS("memory_bytes")},
    {"memory_peak_bytes", Source::Steps, TUNEBENCH_STEPS("memory_peak_bytes")},
    {"loss_scale", Source::LossScales, TUNEBENCH_SOME_STEPS("loss_scale")},
    {"gradient_underflow", Source::Underflows, TUNEBENCH_SOME_STEPS("gradient_underflow")},
    {"gradient_overflow", Source::Overflows, TUNEBENCH_SOME_STEPS("gradient_overflow")},
    {"skipped_steps", Source::SkippedSteps, TUNEBENCH_SOME_STEPS("skipped_steps")},
    {"validation_loss", Source::Evaluations, TUNEBENCH_EVALUATIONS("loss")},
    {"validation_perplexity", Source::TokenEvaluations, TUNEBENCH_EVALUATIONS("perplexity")},
    {"validation_token_accuracy", Source::TokenEvaluations, TUNEBENCH_EVALUATIONS("token_accuracy")},
    {"validation_seconds", Source::Evaluations, TUNEBENCH_EVALUATIONS("seconds")},
    {"validation_accuracy", Source::ClassEvaluations, TUNEBENCH_EVALUATIONS("accuracy")},
    {"validation_f1", Source::ClassEvaluations, TUNEBENCH_EVALUATIONS("f1")},
}};

constexpr std::size_t index_of(Source source) {
    return static_cast<std::size_t>(source);
}

constexpr const char* kOtherPoints =
    "SELECT step, value, elapsed_seconds FROM other_metrics WHERE run = (SELECT key FROM runs WHERE id = ?1) "
    "AND "
    "metric = (SELECT key FROM metric_names WHERE name = ?2) ORDER BY step";

constexpr const char* kOtherNames =
    "SELECT names.name FROM metric_names AS names JOIN runs ON id = ?1 WHERE EXISTS (SELECT 1 FROM "
    "other_metrics WHERE run = runs.key AND metric = names.key) ORDER BY names.name";

const Metric* find_metric(std::string_view name) {
    const auto* const found = std::find_if(kMetrics.begin(), kMetrics.end(),
                                           [&](const Metric& known) { return known.name == name; });
    return found == kMetrics.end() ? nullptr : found;
}

MetricPoint point_of(const Row& row) {
    return {row.integer(0), row.real(1), row.real(2)};
}

}  // namespace

Result<void> MetricReader::each(const std::string& run_id, const std::string& metric, const TakePoint& take) {
    bool has_points = false;
    if (const auto* known = find_metric(metric)) {
        Statement select(*database_, known->sql);
        TRY_VOID(select.each({run_id}, [&](const Row& row) {
            has_points = true;
            take(point_of(row));
        }));
    }
    if (has_points)
        return {};
    Statement select(*database_, kOtherPoints);
    return select.each({run_id, metric}, [&](const Row& row) { take(point_of(row)); });
}

Result<std::vector<MetricPoint>> MetricReader::points(const std::string& run_id, const std::string& metric) {
    std::vector<MetricPoint> points;
    TRY_VOID(each(run_id, metric, [&](const MetricPoint& point) { points.push_back(point); }));
    TRY(const bool known, is_known(metric));
    if (!known)
        return Error{ErrorCode::NotFound, fmt::format("There is no metric '{}'.", metric)};
    return points;
}

Result<bool> MetricReader::is_known(const std::string& metric) {
    bool found = find_metric(metric) != nullptr;
    Statement select(*database_, "SELECT 1 FROM metric_names WHERE name = ?1");
    TRY_VOID(select.each({metric}, [&](const Row&) { found = true; }));
    return found;
}

Result<std::vector<std::string>> MetricReader::known() {
    std::vector<std::string> names;
    for (const Metric& metric : kMetrics)
        names.emplace_back(metric.name);
    Statement select(*database_, "SELECT name FROM metric_names ORDER BY name");
    TRY_VOID(select.each({}, [&](const Row& row) {
        if (!find_metric(row.text(0)))
            names.push_back(row.text(0));
    }));
    return names;
}

Result<std::vector<std::string>> MetricReader::names(const std::string& run_id) {
    std::array<bool, kSources> has = {};
    Statement select(*database_, kWhatARunHas);
    TRY_VOID(select.each({run_id}, [&](const Row& row) {
        for (std::size_t i = 0; i + 1 < has.size(); ++i)
            has[i] = row.flag(static_cast<int>(i));
    }));
    has[index_of(Source::TokenEvaluations)] =
        has[index_of(Source::Evaluations)] && !has[index_of(Source::ClassEvaluations)];
    std::vector<std::string> others;
    Statement select_others(*database_, kOtherNames);
    TRY_VOID(select_others.each({run_id}, [&](const Row& row) { others.push_back(row.text(0)); }));
    const auto is_other = [&](std::string_view name) {
        return std::ranges::find(others, name) != others.end();
    };
    std::vector<std::string> names;
    for (const Metric& metric : kMetrics)
        if (has[index_of(metric.source)] || is_other(metric.name))
            names.emplace_back(metric.name);
    std::ranges::copy_if(others, std::back_inserter(names),
                         [](const auto& name) { return !find_metric(name); });
    return names;
}

Result<MetricSummary> MetricReader::summary(const std::string& run_id, const std::string& metric) {
    MetricSummary summary{.name = metric};
    TRY_VOID(each(run_id, metric, [&](const MetricPoint& point) { summary.add(point.step, point.value); }));
    return summary;
}

Result<std::vector<MetricSummary>> MetricReader::summaries(const std::string& run_id) {
    TRY(const auto metrics, names(run_id));
    std::vector<MetricSummary> summaries;
    for (const auto& metric : metrics) {
        TRY(auto found, summary(run_id, metric));
        summaries.push_back(std::move(found));
    }
    return summaries;
}

}  // namespace tunebench
