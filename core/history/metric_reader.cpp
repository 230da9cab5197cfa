#include "core/history/metric_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/history/statement.h"

namespace tunebench {
namespace {

enum class Source { Steps, Evaluations, TokenEvaluations, ClassEvaluations };

struct Metric {
    std::string_view name = {};
    Source source = Source::Steps;
    const char* sql = nullptr;
};

#define TUNEBENCH_STEPS(column) \
    "SELECT step, " column \
    ", elapsed_seconds FROM steps WHERE run = (SELECT key FROM runs WHERE id = ?1) ORDER BY step"
#define TUNEBENCH_EVALUATIONS(column) \
    "SELECT step, " column \
    ", elapsed_seconds FROM evaluations WHERE run = (SELECT key FROM runs WHERE id = ?1) AND " column \
    " IS NOT NULL ORDER BY step"

constexpr std::array<Metric, 15> kMetrics = {{
    {"loss", Source::Steps, TUNEBENCH_STEPS("loss")},
    {"learning_rate", Source::Steps, TUNEBENCH_STEPS("learning_rate")},
    {"gradient_norm", Source::Steps, TUNEBENCH_STEPS("gradient_norm")},
    {"epoch", Source::Steps, TUNEBENCH_STEPS("epoch")},
    {"tokens", Source::Steps, TUNEBENCH_STEPS("tokens")},
    {"tokens_per_second", Source::Steps, TUNEBENCH_STEPS("tokens_per_second")},
    {"step_seconds", Source::Steps, TUNEBENCH_STEPS("step_seconds")},
    {"memory_bytes", Source::Steps, TUNEBENCH_STEPS("memory_bytes")},
    {"memory_peak_bytes", Source::Steps, TUNEBENCH_STEPS("memory_peak_bytes")},
    {"validation_loss", Source::Evaluations, TUNEBENCH_EVALUATIONS("loss")},
    {"validation_perplexity", Source::TokenEvaluations, TUNEBENCH_EVALUATIONS("perplexity")},
    {"validation_token_accuracy", Source::TokenEvaluations, TUNEBENCH_EVALUATIONS("token_accuracy")},
    {"validation_seconds", Source::Evaluations, TUNEBENCH_EVALUATIONS("seconds")},
    {"validation_accuracy", Source::ClassEvaluations, TUNEBENCH_EVALUATIONS("accuracy")},
    {"validation_f1", Source::ClassEvaluations, TUNEBENCH_EVALUATIONS("f1")},
}};

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
    bool has_steps = false;
    bool has_evaluations = false;
    bool has_classes = false;
    Statement select(*database_,
                     "SELECT EXISTS (SELECT 1 FROM steps WHERE run = key), "
                     "EXISTS (SELECT 1 FROM evaluations WHERE run = key), "
                     "EXISTS (SELECT 1 FROM evaluations WHERE run = key AND accuracy IS NOT NULL) "
                     "FROM runs WHERE id = ?1");
    TRY_VOID(select.each({run_id}, [&](const Row& row) {
        has_steps = row.flag(0);
        has_evaluations = row.flag(1);
        has_classes = row.flag(2);
    }));
    const auto has = [&](Source source) {
        switch (source) {
            case Source::Steps:
                return has_steps;
            case Source::Evaluations:
                return has_evaluations;
            case Source::TokenEvaluations:
                return has_evaluations && !has_classes;
            case Source::ClassEvaluations:
                break;
        }
        return has_classes;
    };
    std::vector<std::string> names;
    for (const Metric& metric : kMetrics)
        if (has(metric.source))
            names.emplace_back(metric.name);
    return names;
}

}  // namespace tunebench
