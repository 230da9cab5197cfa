#include "ui/charts/chart_model.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {
namespace {

constexpr double kAir = 0.012;
constexpr double kLeastPositive = std::numeric_limits<double>::denorm_min();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Some air, so that markers at the ends are whole.
Extent withAir(Extent extent, bool isLogarithmic) {
    if (isLogarithmic) {
        const double factor = extent.high > extent.low ? std::pow(extent.high / extent.low, kAir) : 2.0;
        return {extent.low / factor, extent.high * factor};
    }
    if (extent.high <= extent.low)  // a single place: in the middle
        return {extent.low - 0.5, extent.low + 0.5};
    const double span = extent.high - extent.low;
    return {extent.low - kAir * span, extent.high + kAir * span};
}

}  // namespace

bool ChartModel::isEmpty() const {
    return std::all_of(curves.begin(), curves.end(),
                       [](const CurveData& data) { return data.series.isEmpty(); });
}

bool ChartModel::hasLevel() const {
    return std::isfinite(level) && !isEmpty();
}

bool ChartModel::hasCursor() const {
    return std::isfinite(cursor);
}

bool ChartModel::isSmoothed(const CurveData& data) const {
    return data.curve.style == CurveStyle::Line &&
           std::any_of(curves.begin(), curves.end(), [&](const CurveData& other) {
               return other.curve.style == CurveStyle::Faint && other.curve.color == data.curve.color;
           });
}

std::size_t ChartModel::nonfiniteCount() const {
    std::size_t count = 0;
    for (const auto& data : curves)
        count += isSmoothed(data) ? 0 : data.series.nonfinite();
    return count;
}

Extent ChartModel::xRange() const {
    if (view.x)
        return *view.x;
    const bool isLog = places.isLogarithmic;
    return withAir(placesOf(curves, isLog).value_or(isLog ? Extent{1, 10} : Extent{0, 1}), isLog);
}

Extent ChartModel::yRange() const {
    if (view.y)
        return *view.y;
    const Extent x = xRange();
    auto extent = valuesOf(curves, x.low, x.high, isLogarithmic);
    if (!extent)
        extent = isLogarithmic ? Extent{0.1, 1} : Extent{0, 1};
    if (hasLevel() && (level > 0 || !isLogarithmic)) {
        extent->low = std::min(extent->low, level);
        extent->high = std::max(extent->high, level);
    }
    return hasPowers ? withOctaves(*extent) : padded(*extent, isLogarithmic, startsAtZero);
}

SeenPlaces ChartModel::seen(int pixels) const {
    const Extent x = xRange();
    return {.from = x.low, .to = x.high, .pixels = pixels, .isLogarithmic = places.isLogarithmic};
}

std::size_t ChartModel::unplacedCount() const {
    std::size_t count = 0;
    for (const auto& data : curves) {
        const Series& series = data.series;
        if (isSmoothed(data))
            continue;
        const std::size_t first = places.isLogarithmic ? series.indexBehind(0.0) : 0;
        count += first;
        if (isLogarithmic)
            count += series.countOutside(first, series.size(), kLeastPositive, kInfinity);
    }
    return count;
}

std::size_t ChartModel::outsideCount() const {
    if (!view.y)
        return 0;
    const Extent x = xRange();
    // What has no place on the axis is counted as that.
    const double low = isLogarithmic ? std::max(view.y->low, kLeastPositive) : view.y->low;
    std::size_t count = 0;
    for (const auto& data : curves) {
        const Series& series = data.series;
        const std::size_t begin = series.indexFrom(x.low);
        const std::size_t end = series.indexBehind(x.high);
        if (isSmoothed(data))
            continue;
        count += series.countOutside(begin, end, low, view.y->high);
        if (isLogarithmic)
            count -= series.countOutside(begin, end, kLeastPositive, kInfinity);
    }
    return count;
}

}  // namespace tunebench::ui
