// LineChart::Private: the parts of a line chart (model, picture, gestures, words) and when they are drawn.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <qcustomplot.h>

#include "ui/charts/chart_gestures.h"
#include "ui/charts/chart_model.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/legend_line.h"
#include "ui/charts/line_chart.h"

namespace tunebench::ui {

class LineChart::Private {
public:
    static constexpr int kRedrawMs = 100;  // at most so often for new data
    static constexpr int kGestureMs = 16;  // and for what somebody does

    Private(LineChart* chart, const QString& title);

    void restyle();
    void schedule(int interval = kRedrawMs);
    void redraw();
    void draw(int pixels, double ratio);
    void paintOn(QPaintDevice& device, const QSize& size);
    void updateWords();
    void replot();
    void onViewChanged();
    void onCursorChanged();
    Curve& curve(int index) { return model.curves[static_cast<std::size_t>(index)].curve; }
    Series& series(int index) { return model.curves[static_cast<std::size_t>(index)].series; }

    LineChart* q;
    ChartModel model;
    LegendLine* legend;
    QCustomPlot* plot;
    ChartPicture picture;
    ChartGestures gestures;
    QTimer timer;
    QElapsedTimer sinceRedraw;
    int redraws = 0;
};

}  // namespace tunebench::ui
