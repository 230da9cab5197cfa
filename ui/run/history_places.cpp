#include "ui/run/history_places.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace tunebench::ui {
namespace {

/// What runs along with the steps of `points`; only what goes forward.
MetricCurve ascending(const std::vector<MetricPoint>& points, double MetricPoint::*along) {
    MetricCurve curve;
    for (const MetricPoint& point : points) {
        const double place = point.*along;
        if (std::isfinite(place) && (curve.isEmpty() || place >= curve.values.back()))
            curve.add(static_cast<double>(point.step), place);
    }
    return curve;
}

/// Of all of the run's steps, of whichever metric `points` are.
MetricCurve readAlong(HistoryReader& reader, const std::string& runId, const std::vector<MetricPoint>& points,
                      PlaceKind kind) {
    if (kind == PlaceKind::Time)
        return ascending(points, &MetricPoint::seconds);
    const auto steps = reader.metric(runId, kind == PlaceKind::Epoch ? "epoch" : "tokens");
    return steps ? ascending(*steps, &MetricPoint::value) : MetricCurve();
}

}  // namespace

std::vector<double> readPlaces(HistoryReader& reader, const std::string& runId,
                               const std::vector<MetricPoint>& points, PlaceKind kind) {
    std::vector<double> steps;
    steps.reserve(points.size());
    for (const MetricPoint& point : points)
        steps.push_back(static_cast<double>(point.step));
    if (kind == PlaceKind::Step || steps.empty())
        return steps;
    const MetricCurve along = readAlong(reader, runId, points, kind);
    const bool isKnown = !along.isEmpty() && (along.values.back() > 0.0 || steps.back() <= 0.0);
    return isKnown ? placesAlong(along, steps) : std::vector<double>();
}

QString unplacedText(PlaceKind kind, int runs) {
    if (runs == 0)
        return {};
    return QCoreApplication::translate("RunPlaces", "%1: not known of every run; not drawn: %2")
        .arg(placeKindText(kind))
        .arg(runs);
}

}  // namespace tunebench::ui
