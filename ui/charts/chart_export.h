// Saves any chart: as a picture (PNG, SVG, PDF) in its present view, or as the numbers behind it (CSV).
#pragma once

#include <QStringList>

#include "core/base/result.h"
#include "ui/charts/chart_source.h"

namespace tunebench::ui {

/// How a PNG's pixels relate to the screen's: fine enough for print and for slides.
inline constexpr double kPngScale = 2.0;

/// The end of `file`'s name says what it becomes: .png, .svg, .pdf or .csv; Unsupported otherwise. The file
/// is there whole or not at all. Vector pictures have the size of the chart on the screen.
Result<void> saveChart(ChartSource& chart, const QString& file);

/// For file dialogs: "PNG picture (*.png)", …
QStringList chartFileFilters();

/// "Loss.png" for a chart with that title.
QString chartFileName(const ChartSource& chart);

}  // namespace tunebench::ui
