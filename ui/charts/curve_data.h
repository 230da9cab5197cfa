// The curves of a chart with their full data, and what of them is seen. Part of line_chart; no widget, no
// QCustomPlot.
#pragma once

#include <optional>
#include <vector>

#include "ui/charts/line_chart.h"
#include "ui/charts/series.h"

namespace tunebench::ui {

struct CurveData {
    Curve curve = {};
    Series series = {};
};

struct Extent {
    double low = 0.0;
    double high = 0.0;
    bool operator==(const Extent&) const = default;
};

/// Of the places; only positive ones for a logarithmic axis. None without points.
std::optional<Extent> placesOf(const std::vector<CurveData>& curves, bool onlyPositive = false);

/// Of the finite values between `from` and `to`; only positive ones for a logarithmic axis.
std::optional<Extent> valuesOf(const std::vector<CurveData>& curves, double from, double to,
                               bool onlyPositive);

/// The value at the point nearest to `x`.
std::optional<double> valueAt(const Series& series, double x);

/// `extent` with air above and below; a single value gets a range around it.
Extent padded(Extent extent, bool isLogarithmic, bool startsAtZero);

/// `extent` and an octave below and above.
Extent withOctaves(Extent extent);

/// A small number with its exponent, as those in tables: "2.5e-5".
QString exponentText(double value);

/// A power of two as a short number: "1024", "2¹⁶".
QString powerText(double value);

}  // namespace tunebench::ui
