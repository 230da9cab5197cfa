// What the charts of comparisons share in the use of QCustomPlot: axes in the theme's colours, labels of
// ticks, and a plot as a picture.
#pragma once

#include <functional>
#include <vector>

#include <QString>
#include <qcustomplot.h>

#include "ui/charts/series_look.h"

namespace tunebench::ui {

struct Colors;

/// Calm axes with titles, and a faint grid.
void stylePlot(QCustomPlot& plot, const QFont& font, const Colors& colors);

/// The ticks of an axis: linear or logarithmic, with labels by `format`; as many as fit.
struct TickLook {
    bool isLogarithmic = false;
    bool isWhole = false;  // of steps and counts: no tick lies between two of them
    std::function<QString(double)> format = {};
};

void setTicks(QCPAxis& axis, const TickLook& look);
void fitTickCounts(QCustomPlot& plot);

QCPScatterStyle markerOf(const SeriesLook& look, double size);

/// The plot with a legend below it, as vectors where the painter has them.
void paintPlot(QCustomPlot& plot, const std::vector<LookEntry>& legend, const QFont& font,
               const Colors& colors, QPaintDevice& device, const QSize& size);

/// A line around a widget that has the focus; its contents leave a pixel free.
void paintFocus(QWidget& widget);

/// What lies between the axes' ends, in their units.
QRectF shownRange(const QCustomPlot& plot);

}  // namespace tunebench::ui
