// What a line chart says in words: its legend, the note beside it, and what a screen reader reads. Part of
// line_chart.
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/charts/legend_line.h"
#include "ui/theme/colors.h"

namespace tunebench::ui {

/// Values at the cursor, or the last ones.
std::vector<LegendEntry> legendOf(const ChartModel& model, const Colors& colors);

/// Where the cursor is, but in compact charts; how many values are not finite, have no place on a logarithmic
/// axis, lie outside.
QString noteOf(const ChartModel& model);

QString descriptionOf(const ChartModel& model);

}  // namespace tunebench::ui
