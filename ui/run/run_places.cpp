#include "ui/run/run_places.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QLocale>

#include "ui/text/numbers.h"

namespace tunebench::ui {
namespace {

QString wholeText(double number) {
    return QLocale().toString(static_cast<qlonglong>(std::llround(number)));
}

const MetricCurve& curveOf(PlaceKind kind, const RunState& state) {
    return kind == PlaceKind::Epoch ? state.epoch : kind == PlaceKind::Tokens ? state.tokens : state.seconds;
}

}  // namespace

std::vector<double> placesOf(PlaceKind kind, const RunState& state, std::span<const double> steps) {
    if (kind == PlaceKind::Step)
        return {steps.begin(), steps.end()};
    return placesAlong(curveOf(kind, state), steps);
}

std::vector<double> placesAlong(const MetricCurve& curve, std::span<const double> steps) {
    std::vector<double> places;
    places.reserve(steps.size());
    std::size_t next = 0;  // the first of the curve's at or behind the step
    for (const double step : steps) {
        next =
            static_cast<std::size_t>(std::lower_bound(curve.steps.begin() + static_cast<std::ptrdiff_t>(next),
                                                      curve.steps.end(), step) -
                                     curve.steps.begin());
        const double beforeStep = next > 0 ? curve.steps[next - 1] : 0.0;
        const double beforePlace = next > 0 ? curve.values[next - 1] : 0.0;
        if (next == curve.steps.size()) {
            places.push_back(beforePlace);
            continue;
        }
        const double width = curve.steps[next] - beforeStep;
        const double share = width > 0 ? (step - beforeStep) / width : 1.0;
        places.push_back(beforePlace + share * (curve.values[next] - beforePlace));
    }
    return places;
}

double placeBetween(std::span<const double> from, std::span<const double> to, double place) {
    if (from.empty() || from.size() != to.size() || from.back() <= 0.0)
        return std::numeric_limits<double>::quiet_NaN();
    if (place > from.back())
        return to.back() * place / from.back();
    const auto next = static_cast<std::size_t>(std::ranges::lower_bound(from, place) - from.begin());
    const double low = next > 0 ? from[next - 1] : 0.0;
    const double lowTo = next > 0 ? to[next - 1] : 0.0;
    const double width = from[next] - low;
    return width > 0.0 ? lowTo + (to[next] - lowTo) * (place - low) / width : to[next];
}

double convertedPlace(double place, PlaceKind from, PlaceKind to, const RunState& state) {
    if (from == to)
        return place;
    double step = place;
    if (from != PlaceKind::Step)
        step = placeBetween(curveOf(from, state).values, curveOf(from, state).steps, place);
    return to == PlaceKind::Step ? step
                                 : placeBetween(curveOf(to, state).steps, curveOf(to, state).values, step);
}

QString placeKindText(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::Step:
            return QCoreApplication::translate("RunPlaces", "Steps");
        case PlaceKind::Epoch:
            return QCoreApplication::translate("RunPlaces", "Epochs");
        case PlaceKind::Tokens:
            return QCoreApplication::translate("RunPlaces", "Tokens");
        case PlaceKind::Time:
            break;
    }
    return QCoreApplication::translate("RunPlaces", "Time");
}

QString placeText(PlaceKind kind, double place) {
    switch (kind) {
        case PlaceKind::Step:
            return QCoreApplication::translate("RunPlaces", "step %1").arg(wholeText(place));
        case PlaceKind::Epoch:
            return QCoreApplication::translate("RunPlaces", "epoch %1")
                .arg(QLocale().toString(place, 'f', 2));
        case PlaceKind::Tokens:
            return QCoreApplication::translate("RunPlaces", "%1 tokens").arg(wholeText(place));
        case PlaceKind::Time:
            break;
    }
    return durationText(place);
}

QString placeColumnName(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::Step:
            return QCoreApplication::translate("RunPlaces", "step");
        case PlaceKind::Epoch:
            return QCoreApplication::translate("RunPlaces", "epoch");
        case PlaceKind::Tokens:
            return QCoreApplication::translate("RunPlaces", "tokens");
        case PlaceKind::Time:
            break;
    }
    return QCoreApplication::translate("RunPlaces", "seconds");
}

}  // namespace tunebench::ui
