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

}  // namespace

Result<std::vector<MetricPoint>> MetricReader::points(const std::string& run_id, const std::string& metric) {
    const auto* const found = std::find_if(kMetrics.begin(), kMetrics.end(),
                                           [&](const Metric& known) { return known.name == metric; });
    if (found == kMetrics.end())
        return Error{ErrorCode::NotFound, fmt::format("There is no metric '{}'.", metric)};
    std::vector<MetricPoint> points;
    Statement select(*database_, found->sql);
    TRY_VOID(select.each({run_id}, [&](const Row& row) {
        points.push_back({row.integer(0), row.real(1), row.real(2)});
    }));
    return points;
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
    std::vector<std::string> names;
    for (const Metric& metric : kMetrics)
        if (has[index_of(metric.source)])
            names.emplace_back(metric.name);
    return names;
}

}  // namespace tunebench
