#include <cmath>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/jobs/exact_number.h"
#include "core/study/report/run_comparison.h"

namespace tunebench {
namespace {

std::string metric_text(MetricKind kind, double value) {
    if (!std::isfinite(value))
        return "not finite";
    const auto whole = static_cast<std::uint64_t>(std::max(0.0, value));
    switch (kind) {
        case MetricKind::Loss:
            return fmt::format("{:.4f}", value);
        case MetricKind::Share:
            return fmt::format("{:.2f} %", 100.0 * value);
        case MetricKind::Count:
            return format_count(whole);
        case MetricKind::Bytes:
            return format_bytes(whole);
        case MetricKind::Seconds:
            return format_duration(value);
        case MetricKind::Rate:
            break;
    }
    return fmt::format("{:.0f}", value);
}

/// Losses and shares differ by an amount, what has a unit by a part of it.
std::string delta_text(MetricKind kind, double value, double baseline) {
    if (!std::isfinite(value - baseline))
        return {};
    if (kind == MetricKind::Loss)
        return fmt::format(" ({:+.4f})", value - baseline);
    if (kind == MetricKind::Share)
        return fmt::format(" ({:+.2f} points)", 100.0 * (value - baseline));
    return baseline == 0.0 ? std::string() : fmt::format(" ({:+.1f} %)", 100.0 * (value / baseline - 1.0));
}

DocumentTable table_of_runs(const RunComparison& comparison, std::string first, bool are_numbers) {
    DocumentTable table{.columns = {{std::move(first)}}};
    for (std::size_t run = 0; run < comparison.ids.size(); ++run)
        table.columns.push_back(
            {comparison.ids[run] + (run == comparison.baseline ? " (baseline)" : ""), are_numbers});
    return table;
}

DocumentTable settings_table(const RunComparison& comparison) {
    auto table = table_of_runs(comparison, "setting", false);
    table.rows.push_back({"name"});
    for (const auto& name : comparison.names)
        table.rows.back().push_back(name);
    for (const auto& setting : comparison.settings) {
        table.rows.push_back({setting.key});
        for (const auto& value : setting.values)
            table.rows.back().push_back(value.value_or("-"));
    }
    return table;
}

DocumentTable metrics_table(const RunComparison& comparison) {
    auto table = table_of_runs(comparison, "measured", true);
    for (const auto& metric : comparison.metrics) {
        table.rows.push_back({metric.title});
        const auto& baseline = metric.values[comparison.baseline];
        for (std::size_t run = 0; run < metric.values.size(); ++run) {
            const auto& value = metric.values[run];
            std::string cell = value ? metric_text(metric.kind, *value) : "-";
            if (value && baseline && run != comparison.baseline)
                cell += delta_text(metric.kind, *value, *baseline);
            table.rows.back().push_back(std::move(cell));
        }
    }
    return table;
}

}  // namespace

Document comparison_document(const RunComparison& comparison) {
    Document document{.title = fmt::format("Comparison of {} runs", comparison.ids.size())};
    document.parts.push_back(DocumentHeading{"Settings that differ"});
    document.parts.push_back(settings_table(comparison));
    document.parts.push_back(DocumentHeading{"Measured"});
    document.parts.push_back(metrics_table(comparison));
    document.parts.push_back(
        DocumentParagraph{"Differences between single runs are luck in part: whether one method is better "
                          "than another, a study with "
                          "several seeds tells."});
    return document;
}

OrderedJson comparison_to_json(const RunComparison& comparison) {
    OrderedJson settings = OrderedJson::object(), metrics = OrderedJson::object();
    for (const auto& setting : comparison.settings)
        for (const auto& value : setting.values)
            settings[setting.key].push_back(value ? OrderedJson(*value) : OrderedJson());
    for (const auto& metric : comparison.metrics)
        for (const auto& value : metric.values)
            metrics[metric.name].push_back(value ? exact_number(*value) : OrderedJson());
    return {{"runs", comparison.ids},
            {"names", comparison.names},
            {"baseline", comparison.ids[comparison.baseline]},
            {"settings", std::move(settings)},
            {"metrics", std::move(metrics)}};
}

}  // namespace tunebench
