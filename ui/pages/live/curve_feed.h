// CurveFeed: brings to a chart's curve what is new of a metric; everything again where its past has changed.
#pragma once

#include <optional>

#include "ui/charts/smoothing.h"
#include "ui/run/run_places.h"

namespace tunebench::ui {

class LineChart;

class CurveFeed {
public:
    /// Values are divided by `unit`.
    CurveFeed(LineChart& chart, int curve, double unit = 1.0) : chart_(&chart), curve_(curve), unit_(unit) {}

    /// Of the next values, and of all that are there.
    void setSmoothing(double weight);
    void setUnit(double unit);
    void show(const MetricCurve& metric, const RunState& state, PlaceKind kind);

private:
    bool goesOn(const MetricCurve& metric, PlaceKind kind) const;

    LineChart* chart_;
    int curve_;
    double unit_;
    std::optional<double> weight_ = {};
    Smoother smoother_{0.0};
    PlaceKind kind_ = PlaceKind::Step;
    std::size_t shown_ = 0;
    // Of the last point that is shown:
    double step_ = 0.0;
    double value_ = 0.0;
};

}  // namespace tunebench::ui
