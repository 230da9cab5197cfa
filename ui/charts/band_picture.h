// BandPicture: the curves and bands of a BandChart as graphs of a QCustomPlot. Part of band_chart.
#pragma once

#include <vector>

#include <QString>
#include <qcustomplot.h>

#include "ui/charts/band_chart.h"
#include "ui/charts/decimation.h"

namespace tunebench::ui {

struct Colors;

struct BandStyle {
    bool isLogarithmic = false;
    int highlighted = -1;
    double ratio = 1.0;  // device pixels a pixel
};

class BandPicture {
public:
    explicit BandPicture(QCustomPlot& plot);

    void setCurves(const std::vector<BandCurve>& curves);
    /// Draws what lies in the range of the x axis, and fits the y axis to it.
    void draw(const BandStyle& style, const Colors& colors);

    std::size_t drawnPoints() const { return drawn_; }
    QString note() const;

private:
    /// A curve with the edges of its band, prepared for every zoom, and its graphs.
    struct Shown {
        int look = 0;
        bool hasFewPoints = false;
        bool hasBand = false;
        Series values = {};
        Series lowEdge = {};
        Series highEdge = {};
        QCPGraph* low = nullptr;
        QCPGraph* high = nullptr;
        QCPGraph* line = nullptr;
        QCPGraph* markers = nullptr;  // a few along the line
    };

    void setCount(std::size_t count);
    SeenPlaces seen() const;
    void drawLine(const Shown& shown);
    void drawBand(const Shown& shown);
    void drawEdge(const Series& edge, QCPGraph* graph);
    void paintLook(const Shown& shown, bool isFaint, const Colors& colors);
    void fitY();
    void drawNonfinite(const Colors& colors);
    void include(double value);

    QCustomPlot& plot_;
    QCPGraph* nonfinite_ = nullptr;
    std::vector<Shown> shown_ = {};
    QVector<double> nonfinitePlaces_ = {};
    std::size_t drawn_ = 0;
    std::size_t nonfiniteCount_ = 0;
    std::size_t belowCount_ = 0;  // values that a logarithmic axis cannot show
    double thinLine_ = 1.0;       // pixels
    double low_ = 0.0;
    double high_ = 0.0;
    bool isLogarithmic_ = false;
};

}  // namespace tunebench::ui
