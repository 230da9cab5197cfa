// Where in a run its steps are: by step, epoch, tokens or time.
#pragma once

#include <span>
#include <vector>

#include <QString>

#include "ui/run/run_state.h"

namespace tunebench::ui {

enum class PlaceKind { Step, Epoch, Tokens, Time };

/// Of each of `steps`, which ascend. Steps between those that the run has done lie between their places, one
/// before the first at 0, one behind the last at the last.
std::vector<double> placesOf(PlaceKind kind, const RunState& state, std::span<const double> steps);

/// The same along any curve of a run.
std::vector<double> placesAlong(const MetricCurve& curve, std::span<const double> steps);

/// `place` among `from`, which ascend, at the same point among `to`; behind the last as far as the mean
/// tells. NaN where there is nothing to tell it by.
double placeBetween(std::span<const double> from, std::span<const double> to, double place);

/// The same place of the run along another; NaN while the run has no steps.
double convertedPlace(double place, PlaceKind from, PlaceKind to, const RunState& state);

QString placeKindText(PlaceKind kind);            // "Steps"
QString placeText(PlaceKind kind, double place);  // "step 1,200", "12 min 03 s"
QString placeColumnName(PlaceKind kind);          // "step", of files

}  // namespace tunebench::ui
