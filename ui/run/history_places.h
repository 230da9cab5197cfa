// Where in a run the points of its metrics are, as the history knows it.
#pragma once

#include <vector>

#include "core/history/history.h"
#include "ui/run/run_places.h"

namespace tunebench::ui {

/// One of each point, ascending. Empty when the history does not know them, as of runs that other programs
/// have logged.
std::vector<double> readPlaces(HistoryReader& reader, const std::string& runId,
                               const std::vector<MetricPoint>& points, PlaceKind kind);

/// What is to be said of runs that are not drawn for want of places; empty when there are none.
QString unplacedText(PlaceKind kind, int runs);

}  // namespace tunebench::ui
