#include "core/study/report/run_comparison.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "core/study/queue/run_facts.h"

namespace tunebench {
namespace {

using FlatConfig = std::vector<std::pair<std::string, std::string>>;

void flatten(const OrderedJson& json, const std::string& key, FlatConfig& flat) {
    if (!json.is_object() || json.empty()) {
        flat.emplace_back(key, json.is_string() ? json.get<std::string>() : json_text(json));
        return;
    }
    for (const auto& [name, value] : json.items())
        flatten(value, key.empty() ? name : key + "." + name, flat);
}

FlatConfig settings_of(const RunConfig& config) {
    auto json = run_config_to_json(config);
    json.erase("format");
    json.erase("name");
    FlatConfig flat;
    flatten(json, "", flat);
    return flat;
}

bool differs(const ComparedSetting& setting) {
    return std::ranges::any_of(setting.values,
                               [&](const auto& value) { return value != setting.values.front(); });
}

std::vector<ComparedSetting> differing_settings(const std::vector<RunFolder>& runs) {
    std::vector<ComparedSetting> settings;  // in the order of the first run that has them
    std::map<std::string, std::size_t> places;
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (auto& [key, value] : settings_of(runs[run].manifest().config)) {
            const auto [place, is_new] = places.emplace(key, settings.size());
            if (is_new)
                settings.push_back(
                    {.key = key, .values = std::vector<std::optional<std::string>>(runs.size())});
            settings[place->second].values[run] = std::move(value);
        }
    std::erase_if(settings, [](const ComparedSetting& setting) { return !differs(setting); });
    return settings;
}

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
    {"overfitting", "validation less training loss", MetricKind::Loss,
     [](const RunFacts& facts) {
         return some(facts.validation_loss.value_or(0.0) - facts.training_loss,
                     facts.validation_loss && std::isfinite(facts.training_loss));
     }},
    {"steps", "steps", MetricKind::Count,
     [](const RunFacts& facts) { return some(static_cast<double>(facts.steps), true); }},
    {"tokens", "tokens", MetricKind::Count,
     [](const RunFacts& facts) { return some(static_cast<double>(facts.tokens), true); }},
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

std::vector<ComparedMetric> metrics_of(const std::vector<RunFacts>& facts,
                                       const std::vector<RunFolder>& runs) {
    std::vector<ComparedMetric> metrics;
    for (const auto& source : kMetrics) {
        metrics.push_back({.name = source.name, .title = source.title, .kind = source.kind});
        for (const auto& of_run : facts)
            metrics.back().values.push_back(source.value(of_run));
    }
    metrics.push_back({.name = "result_bytes", .title = "size of the result", .kind = MetricKind::Bytes});
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const auto bytes = result_bytes(result_folder(runs[run].path(), facts[run]));
        metrics.back().values.push_back(some(static_cast<double>(bytes), bytes > 0));
    }
    std::erase_if(metrics, [](const ComparedMetric& metric) {
        return std::ranges::none_of(metric.values, [](const auto& value) { return value.has_value(); });
    });
    return metrics;
}

}  // namespace

Result<RunComparison> compare_runs(const std::vector<RunFolder>& runs, std::size_t baseline) {
    RunComparison comparison{.baseline = baseline};
    std::vector<RunFacts> facts;
    for (const auto& run : runs) {
        comparison.ids.push_back(run.manifest().id);
        comparison.names.push_back(run.manifest().config.general.name);
        TRY(auto of_run, read_run_facts(run.path()));
        facts.push_back(std::move(of_run));
    }
    comparison.settings = differing_settings(runs);
    comparison.metrics = metrics_of(facts, runs);
    return comparison;
}

}  // namespace tunebench
