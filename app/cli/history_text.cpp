#include "app/cli/history_text.h"

#include <fmt/format.h>

#include "app/cli/run_record_text.h"
#include "app/cli/run_text.h"
#include "app/cli/step_memory_text.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"
#include "core/jobs/exact_number.h"

namespace tunebench::cli {
namespace {

std::string loss_text(const std::optional<double>& loss) {
    return loss ? fmt::format("{:.4f}", *loss) : "-";
}

std::string share_text(const RunSummary& run) {
    const auto trained = format_count(static_cast<std::uint64_t>(run.trainable_parameters));
    if (run.total_parameters <= 0)
        return trained;
    return fmt::format(
        "{} ({:.2f} %)", trained,
        100.0 * static_cast<double>(run.trainable_parameters) / static_cast<double>(run.total_parameters));
}

/// "2026-11-23 22:31" of an ISO 8601 time.
std::string minute_text(const std::string& time) {
    constexpr std::size_t kMinuteLength = 16;
    auto text = time.substr(0, kMinuteLength);
    if (const auto separator = text.find('T'); separator != std::string::npos)
        text[separator] = ' ';
    return text;
}

OrderedJson loss_to_json(const std::optional<double>& loss) {
    return loss ? exact_number(*loss) : OrderedJson(nullptr);
}

OrderedJson summary_to_json(const RunSummary& run) {
    return {{"id", run.id},
            {"name", run.name},
            {"folder", run.folder.string()},
            {"status", run_status_text(run.status)},
            {"method", run.method},
            {"model", run.model},
            {"created_at", run.created_at},
            {"finished_at", run.finished_at},
            {"steps", run.steps},
            {"total_steps", run.total_steps},
            {"total_parameters", run.total_parameters},
            {"trainable_parameters", run.trainable_parameters},
            {"predicted_peak_bytes", run.predicted_peak_bytes},
            {"peak_bytes", run.peak_bytes},
            {"tokens_per_second", exact_number(run.tokens_per_second)},
            {"seconds", exact_number(run.seconds)},
            {"training_loss", loss_to_json(run.training_loss)},
            {"best_validation_loss", loss_to_json(run.best_validation_loss)},
            {"best_step", run.best_step},
            {"error", run.error},
            {"tags", run.tags},
            {"notes", run.notes},
            {"archived", run.archived},
            {"origin", run.origin}};
}

void add_if_any(Table& table, std::string title, const std::string& text) {
    if (!text.empty())
        table.add({std::move(title), printable(text, false)});
}

std::string summary_text(const RunDetails& details) {
    const auto& run = details.summary;
    Table table({{}, {}});
    table.add({"run", fmt::format("{}  {}", run.id, printable(run.name, false))});
    table.add({"status", std::string(run_status_text(run.status))});
    table.add({"model", printable(run.model, false)});
    table.add({"method", printable(run.method, false)});
    table.add({"trained parameters", share_text(run)});
    table.add({"steps", steps_text(run.steps, run.total_steps)});
    table.add({"last training loss", loss_text(run.training_loss)});
    table.add({"best validation loss",
               run.best_validation_loss
                   ? fmt::format("{} at step {}", loss_text(run.best_validation_loss), run.best_step)
                   : "-"});
    table.add({"peak memory", fmt::format("{}, predicted {}", format_bytes(run.peak_bytes),
                                          format_bytes(run.predicted_peak_bytes))});
    table.add({"speed", fmt::format("{:.0f} tokens/s", run.tokens_per_second)});
    table.add(
        {"time", fmt::format("{}, began {}", format_duration(run.seconds), minute_text(run.created_at))});
    add_if_any(table, "machine", machine_text(details));
    table.add({"folder", run.folder.string()});
    add_if_any(table, "imported from", run.origin);
    add_if_any(table, "tags", run.tags);
    add_if_any(table, "notes", run.notes);
    add_if_any(table, "error", run.error);
    return table.text();
}

std::string value_text(const std::optional<MetricValue>& value) {
    return value ? fmt::format("{:.6g} at {}", value->value, value->step) : "-";
}

std::string metrics_text(const std::vector<MetricSummary>& metrics) {
    if (metrics.empty())
        return {};
    Table table({{"metric"}, {"last"}, {"lowest"}, {"highest"}, {"best"}});
    for (const auto& metric : metrics)
        table.add({printable(metric.name, false), value_text(metric.last), value_text(metric.lowest),
                   value_text(metric.highest), value_text(metric.best())});
    return "\nMetrics, with their steps:\n" + table.text(2);
}

OrderedJson value_to_json(const std::optional<MetricValue>& value) {
    if (!value)
        return nullptr;
    return {{"value", exact_number(value->value)}, {"step", value->step}};
}

OrderedJson metrics_to_json(const std::vector<MetricSummary>& metrics) {
    auto json = OrderedJson::object();
    for (const auto& metric : metrics)
        json[metric.name] = {{"count", metric.count},
                             {"last", value_to_json(metric.last)},
                             {"min", value_to_json(metric.lowest)},
                             {"max", value_to_json(metric.highest)},
                             {"best", value_to_json(metric.best())}};
    return json;
}

/// Of an imported run only what the other program said: the rest would be our defaults.
OrderedJson configuration_of(const RunManifest& manifest) {
    const auto config = run_config_to_json(manifest.config);
    const auto imported = config.find("imported");
    if (manifest.origin.format.empty() || imported == config.end())
        return config;
    return *imported;
}

std::string samples_text(const std::vector<SampleDone>& samples) {
    constexpr std::size_t kShown = 4;
    std::string text;
    const auto first = samples.size() > kShown ? samples.size() - kShown : 0;
    for (std::size_t i = first; i < samples.size(); ++i)
        text += fmt::format("  step {}  {}\n    {}\n", samples[i].step, printable(samples[i].prompt, false),
                            printable(samples[i].text, false));
    return text.empty() ? text : "\nLast samples:\n" + text;
}

std::string checkpoints_text(const std::vector<CheckpointSaved>& checkpoints) {
    std::string text;
    for (const auto& checkpoint : checkpoints)
        text += fmt::format("  {}  {}{}\n", checkpoint.name, format_bytes(checkpoint.bytes),
                            checkpoint.is_best ? "  best" : "");
    return text.empty() ? text : "\nCheckpoints:\n" + text;
}

std::string exports_text(const std::vector<ExportRecord>& exports) {
    std::string text;
    for (const auto& [time, to, checkpoint, report] : exports)
        text += fmt::format(
            "  {}  {}  {}\n    logits within {:.1e}, KL {:.1e} nats, same next token {:.2f} % "
            "({} tokens)\n",
            minute_text(time), to, printable(report.out.string(), false), report.max_logit_difference,
            report.mean_kl, 100.0 * report.top1_agreement, report.compared_tokens);
    return text.empty() ? text : "\nExports:\n" + text;
}

}  // namespace

std::string runs_text(const std::vector<RunSummary>& runs) {
    if (runs.empty())
        return "No runs yet.";
    Table table({{"id"},
                 {"began (UTC)"},
                 {"status"},
                 {"name"},
                 {"model"},
                 {"method"},
                 {"steps", Align::Right},
                 {"loss", Align::Right},
                 {"best validation", Align::Right},
                 {"tokens/s", Align::Right},
                 {"peak", Align::Right}});
    for (const auto& run : runs)
        table.add({run.id, minute_text(run.created_at), std::string(run_status_text(run.status)),
                   printable(run.name, false), printable(run.model, false), printable(run.method, false),
                   steps_text(run.steps, run.total_steps, "/"), loss_text(run.training_loss),
                   loss_text(run.best_validation_loss), fmt::format("{:.0f}", run.tokens_per_second),
                   format_bytes(run.peak_bytes)});
    return table.text();
}

OrderedJson runs_to_json(const std::vector<RunSummary>& runs) {
    OrderedJson json = OrderedJson::array();
    for (const auto& run : runs)
        json.push_back(summary_to_json(run));
    return json;
}

std::string run_text(const ShownRun& shown) {
    const auto& run = shown.details;
    return summary_text(run) + metrics_text(shown.metrics) + phase_memory_text(run) +
           (shown.memory ? "\n" + step_memory_text(*shown.memory) : "") + checkpoints_text(run.checkpoints) +
           exports_text(run.exports) + samples_text(run.samples) + "\nConfiguration:\n" +
           json_text(configuration_of(run.manifest), 2);
}

OrderedJson run_to_json(const ShownRun& shown) {
    const auto& run = shown.details;
    OrderedJson samples = OrderedJson::array();
    for (const auto& sample : run.samples)
        samples.push_back({{"step", sample.step}, {"prompt", sample.prompt}, {"text", sample.text}});
    OrderedJson checkpoints = OrderedJson::array();
    for (const auto& checkpoint : run.checkpoints)
        checkpoints.push_back({{"step", checkpoint.step},
                               {"name", checkpoint.name},
                               {"bytes", checkpoint.bytes},
                               {"is_best", checkpoint.is_best}});
    OrderedJson warnings = OrderedJson::array();
    for (const auto& warning : run.warnings)
        warnings.push_back({{"step", warning.step}, {"message", warning.message}, {"hint", warning.hint}});
    OrderedJson exports = OrderedJson::array();
    for (const auto& record : run.exports) {
        exports.push_back({{"time", record.time}, {"to", record.to}, {"checkpoint", record.checkpoint}});
        exports.back().update(export_report_to_json(record.report));
    }
    OrderedJson hashes = OrderedJson::object();
    for (const auto& [path, hash] : run.manifest.hashes)
        hashes[path] = hash;
    auto json = summary_to_json(run.summary);
    json["config"] = configuration_of(run.manifest);
    json["metrics"] = metrics_to_json(shown.metrics);
    json["step_memory"] = shown.memory ? step_timeline_to_json(*shown.memory) : OrderedJson(nullptr);
    json["memory"] = phase_memory_to_json(run.memory);
    json["environment"] = environment_to_json(run);
    json["sessions"] = sessions_to_json(run);
    json["hashes"] = std::move(hashes);
    json["samples"] = std::move(samples);
    json["checkpoints"] = std::move(checkpoints);
    json["warnings"] = std::move(warnings);
    json["exports"] = std::move(exports);
    return json;
}

}  // namespace tunebench::cli
