#include "core/study/report/comparison_text.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/byte_units.h"

namespace tunebench {

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

std::string spread_text(MetricKind kind, const Spread& spread) {
    const auto mean = metric_text(kind, spread.mean);
    return spread.deviation && std::isfinite(spread.mean)
               ? fmt::format("{} ± {}", mean, metric_text(kind, *spread.deviation))
               : mean;
}

std::string delta_text(MetricKind kind, double value, double baseline) {
    if (!std::isfinite(value - baseline))
        return {};
    if (kind == MetricKind::Loss)
        return fmt::format("{:+.4f}", value - baseline);
    if (kind == MetricKind::Share)
        return fmt::format("{:+.2f} points", 100.0 * (value - baseline));
    return baseline == 0.0 ? std::string() : fmt::format("{:+.1f} %", 100.0 * (value / baseline - 1.0));
}

std::string group_title(const RunComparison& comparison, std::size_t group) {
    const auto& runs = comparison.groups[group].runs;
    auto title = runs.size() == 1 ? comparison.ids[runs.front()]
                                  : fmt::format("{} ({} seeds)", comparison.groups[group].name, runs.size());
    return group == comparison.baseline_group() ? title + " (baseline)" : title;
}

}  // namespace tunebench
