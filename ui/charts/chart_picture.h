// ChartPicture: draws a ChartModel with QCustomPlot. Part of line_chart.
#pragma once

#include <vector>

#include <qcustomplot.h>

#include "ui/charts/chart_model.h"
#include "ui/theme/colors.h"

namespace tunebench::ui {

class ChartPicture {
public:
    explicit ChartPicture(QCustomPlot* plot);

    void addCurve();
    void removeCurves();
    /// Of the value axis: numbers, or powers of two.
    void setScales(const ChartModel& model);
    void showPlaceNumbers(bool isShown);

    /// For other colours, another font or another curve.
    void restyle(const ChartModel& model, const Colors& colors, const QFont& font);
    /// Everything but the cursor, for a picture of that width and `ratio` device pixels a pixel; the owner
    /// lets it be painted.
    void draw(const ChartModel& model, int pixels, double ratio);
    void drawCursor(const ChartModel& model);

    std::size_t drawnPoints() const { return drawn_; }

private:
    void styleAxis(QCPAxis* axis, const Colors& colors, const QFont& font) const;
    void styleCurve(QCPGraph* graph, const Curve& curve, const Colors& colors) const;
    void fitAxes(const ChartModel& model);
    void fitTicks();
    void fitAround(const ChartModel& model);
    void fitLines(const ChartModel& model, double ratio);
    void drawCurves(const ChartModel& model, int pixels);
    void drawLevel(const ChartModel& model);
    QCPGraph* addMarks() const;

    QCustomPlot* plot_;
    std::vector<QCPGraph*> graphs_;
    QCPGraph* nonfinite_;  // marks along the upper edge
    QCPGraph* above_;      // arrows at the edges, where values are outside
    QCPGraph* below_;
    QCPItemStraightLine* cursor_;
    QCPItemStraightLine* level_;
    QCPItemText* placeholder_;
    std::size_t drawn_ = 0;
};

}  // namespace tunebench::ui
