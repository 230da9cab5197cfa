// BandPicture: the curves and bands of a BandChart as graphs of a QCustomPlot. Part of band_chart.
#pragma once

#include <vector>

#include <QString>
#include <qcustomplot.h>

#include "ui/charts/band_chart.h"

namespace tunebench::ui {

struct Colors;

struct BandStyle {
    bool isLogarithmic = false;
    int highlighted = -1;
};

class BandPicture {
public:
    explicit BandPicture(QCustomPlot& plot);

    /// Draws what lies in the range of the x axis, and fits the y axis to it.
    void draw(const std::vector<BandCurve>& curves, const BandStyle& style, const Colors& colors);

    std::size_t drawnPoints() const { return drawn_; }
    QString note() const;

private:
    struct Graphs {
        QCPGraph* low = nullptr;
        QCPGraph* high = nullptr;
        QCPGraph* line = nullptr;
        QCPGraph* markers = nullptr;  // a few along the line
    };

    void setCount(std::size_t count);
    void drawLine(const BandCurve& curve, const Graphs& graphs);
    void drawBand(const BandCurve& curve, const Graphs& graphs);
    void paintLook(const BandCurve& curve, const Graphs& graphs, bool isFaint, const Colors& colors);
    void fitY();
    void drawNonfinite(const Colors& colors);
    void include(double value);

    QCustomPlot& plot_;
    QCPGraph* nonfinite_ = nullptr;
    std::vector<Graphs> graphs_ = {};
    QVector<double> nonfinitePlaces_ = {};
    std::size_t drawn_ = 0;
    std::size_t nonfiniteCount_ = 0;
    std::size_t belowCount_ = 0;  // values that a logarithmic axis cannot show
    double low_ = 0.0;
    double high_ = 0.0;
    bool isLogarithmic_ = false;
};

}  // namespace tunebench::ui
