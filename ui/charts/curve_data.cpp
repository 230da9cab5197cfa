#include "ui/charts/curve_data.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {
namespace {

void include(std::optional<Extent>& extent, double value) {
    if (!extent) {
        extent = Extent{value, value};
        return;
    }
    extent->low = std::min(extent->low, value);
    extent->high = std::max(extent->high, value);
}

}  // namespace

std::optional<Extent> placesOf(const std::vector<CurveData>& curves, bool onlyPositive) {
    std::optional<Extent> extent;
    for (const auto& data : curves) {
        const auto& x = data.series.x();
        const std::size_t first = onlyPositive ? data.series.indexBehind(0.0) : 0;
        if (first >= x.size())
            continue;
        include(extent, x[first]);
        include(extent, x.back());
    }
    return extent;
}

std::optional<Extent> valuesOf(const std::vector<CurveData>& curves, double from, double to,
                               bool onlyPositive) {
    std::optional<Extent> extent;
    for (const auto& data : curves) {
        const auto& y = data.series.y();
        const Peaks peaks = data.series.peaks(data.series.indexFrom(from), data.series.indexBehind(to));
        const auto lowest = onlyPositive ? peaks.lowestPositive : peaks.lowest;
        if (lowest == Peaks::kNone)
            continue;
        include(extent, y[lowest]);
        include(extent, y[peaks.highest]);
    }
    return extent;
}

std::optional<double> valueAt(const Series& series, double x) {
    if (series.isEmpty())
        return {};
    std::size_t index = std::min(series.indexFrom(x), series.size() - 1);
    if (index > 0 && x - series.x()[index - 1] < series.x()[index] - x)
        --index;
    return series.y()[index];
}

Extent padded(Extent extent, bool isLogarithmic, bool startsAtZero) {
    if (isLogarithmic)
        return {extent.low / 1.2, extent.high * 1.2};
    if (startsAtZero)
        extent.low = std::min(0.0, extent.low);
    double span = extent.high - extent.low;
    if (span <= 0)
        span = extent.high == 0 ? 1.0 : std::abs(extent.high);
    const double below = startsAtZero && extent.low == 0 ? 0.0 : 0.06 * span;
    return {extent.low - below, extent.high + 0.1 * span};
}

Extent withOctaves(Extent extent) {
    return {extent.low / 2, extent.high * 2};
}

QString exponentText(double value) {
    const QString text = QString::number(value, 'e', 5);
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    // Through a number again, which drops the zeros at the end.
    return QStringLiteral("%1e%2").arg(QString::number(text.left(e).toDouble())).arg(text.mid(e + 1).toInt());
}

QString powerText(double value) {
    constexpr double kMostForDigits = 9999;
    if (value >= 1 && value <= kMostForDigits)
        return QString::number(value, 'g', 4);
    QString text = QString::number(std::lround(std::log2(value)));
    const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    for (QChar& character : text)
        character = character.isDigit() ? raised.at(character.digitValue()) : QChar(0x207B);
    return QLatin1Char('2') + text;
}

}  // namespace tunebench::ui
