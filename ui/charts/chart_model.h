// ChartModel: all that a line chart shows, as values: curves, axes, the part that is looked at, the cursor.
// Part of line_chart; no widget, no QCustomPlot.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "ui/charts/curve_data.h"
#include "ui/charts/decimation.h"

namespace tunebench::ui {

/// What somebody zoomed to; none: all of the data, also what is still to come.
struct ChartView {
    std::optional<Extent> x = {};
    std::optional<Extent> y = {};
    bool operator==(const ChartView&) const = default;
};

struct ChartModel {
    QString title = {};
    QString placeholder = {};
    std::vector<CurveData> curves = {};
    double level = std::numeric_limits<double>::quiet_NaN();
    QString levelName = {};
    LineChart::FormatValue format = {};
    PlaceAxis places = {};
    QString valueName = {};  // of the value axis; empty: the title says it
    bool isLogarithmic = false;
    bool hasPowers = false;     // of two, on a logarithmic axis
    QString widestNumber = {};  // that the value axis has room for at least
    bool isCompact = false;
    bool startsAtZero = false;
    ChartView view = {};
    double cursor = std::numeric_limits<double>::quiet_NaN();

    bool isEmpty() const;
    bool hasLevel() const;
    bool hasCursor() const;
    /// A smoothed curve, above a faint one of its colour: what is odd about it is shown and counted there.
    bool isSmoothed(const CurveData& data) const;
    std::size_t nonfiniteCount() const;

    // As the view says, or as the data does.
    Extent xRange() const;
    Extent yRange() const;

    SeenPlaces seen(int pixels) const;
    /// Points that a logarithmic axis has no place for.
    std::size_t unplacedCount() const;
    /// Points of the places that are seen, with values outside of those that are.
    std::size_t outsideCount() const;
};

}  // namespace tunebench::ui
