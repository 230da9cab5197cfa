#include "ui/charts/chart_words.h"

#include <cmath>

namespace tunebench::ui {
namespace {

constexpr float kFaintChip = 0.45F;

QString counted(const char* text, std::size_t count) {
    return LineChart::tr(text).arg(static_cast<qulonglong>(count));
}

std::optional<double> shownValue(const ChartModel& model, const Series& series) {
    if (series.isEmpty())
        return {};
    return model.hasCursor() ? valueAt(series, model.cursor) : std::optional(series.y().back());
}

/// What is not where somebody might look for it.
QStringList remarksOf(const ChartModel& model) {
    QStringList parts;
    if (const auto count = model.nonfiniteCount(); count > 0)
        parts << counted(QT_TRANSLATE_NOOP("tunebench::ui::LineChart", "not finite: %L1"), count);
    if (const auto count = model.unplacedCount(); count > 0)
        parts << counted(QT_TRANSLATE_NOOP("tunebench::ui::LineChart", "not above 0: %L1"), count);
    if (const auto count = model.outsideCount(); count > 0)
        parts << counted(QT_TRANSLATE_NOOP("tunebench::ui::LineChart", "outside: %L1"), count);
    return parts;
}

}  // namespace

std::vector<LegendEntry> legendOf(const ChartModel& model, const Colors& colors) {
    std::vector<LegendEntry> entries;
    for (const auto& data : model.curves) {
        if (!data.curve.inLegend)
            continue;
        QColor color = colors.series[static_cast<std::size_t>(data.curve.color) % colors.series.size()];
        if (data.curve.style == CurveStyle::Faint)
            color.setAlphaF(kFaintChip);
        const auto value = shownValue(model, data.series);
        entries.push_back({data.curve.name, value ? model.format(*value) : QString(), color});
    }
    if (std::isfinite(model.level))
        entries.push_back({model.levelName, model.format(model.level), colors.warning});
    return entries;
}

QString noteOf(const ChartModel& model) {
    QStringList parts = remarksOf(model);
    if (model.hasCursor() && !model.isCompact)  // there is room for the value only
        parts.prepend(model.places.format(model.cursor));
    return parts.join(QStringLiteral(" · "));
}

QString descriptionOf(const ChartModel& model) {
    QStringList parts;
    for (const auto& data : model.curves) {
        if (data.series.isEmpty())
            continue;
        const auto value = shownValue(model, data.series);
        parts << (model.hasCursor() ? LineChart::tr("%1: %L2 points, here %3")
                                    : LineChart::tr("%1: %L2 points, last %3"))
                     .arg(data.curve.name, QString::number(data.series.size()), model.format(*value));
    }
    if (parts.isEmpty())
        return model.placeholder;
    if (model.hasCursor())
        parts << model.places.format(model.cursor);
    return (parts + remarksOf(model)).join(QStringLiteral("; "));
}

}  // namespace tunebench::ui
