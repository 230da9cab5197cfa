#include "ui/pages/live/curve_feed.h"

#include <cmath>
#include <span>

#include "ui/charts/line_chart.h"

namespace tunebench::ui {
namespace {

bool areSame(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

}  // namespace

void CurveFeed::setSmoothing(double weight) {
    weight_ = weight;
    shown_ = 0;
}

void CurveFeed::setUnit(double unit) {
    unit_ = unit;
    shown_ = 0;
}

bool CurveFeed::goesOn(const MetricCurve& metric, PlaceKind kind) const {
    return shown_ > 0 && kind == kind_ && metric.steps.size() >= shown_ &&
           metric.steps[shown_ - 1] == step_ && areSame(metric.values[shown_ - 1], value_);
}

void CurveFeed::show(const MetricCurve& metric, const RunState& state, PlaceKind kind) {
    const bool isNew = !goesOn(metric, kind);
    if (isNew) {
        shown_ = 0;
        kind_ = kind;
        smoother_ = Smoother(weight_.value_or(0.0));
    }
    auto places = placesOf(kind, state, std::span(metric.steps).subspan(shown_));
    std::vector<double> values(metric.values.begin() + static_cast<std::ptrdiff_t>(shown_),
                               metric.values.end());
    for (double& value : values)
        value = smoother_.next(value / unit_);
    if (isNew)
        chart_->setCurve(curve_, std::move(places), std::move(values));
    else
        chart_->appendToCurve(curve_, places, values);
    shown_ = metric.steps.size();
    if (shown_ > 0) {
        step_ = metric.steps.back();
        value_ = metric.values.back();
    }
}

}  // namespace tunebench::ui
