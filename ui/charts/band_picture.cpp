#include "ui/charts/band_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/decimation.h"
#include "ui/charts/plot_painting.h"
#include "ui/theme/colors.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastBandPixels = 16;
constexpr float kFaintLine = 0.25F;
constexpr float kBandFill = 0.16F;
constexpr qsizetype kMostDashed = 400;  // points: dashes of a dense line run together, and are slow
constexpr int kPixelsAMarker = 70;
constexpr double kInfinite = std::numeric_limits<double>::infinity();

QVector<double> vectorOf(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

std::vector<double> shifted(const BandCurve& curve, double sign) {
    std::vector<double> values(curve.y.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = curve.y[i] + sign * curve.margin[i];
    return values;
}

}  // namespace

BandPicture::BandPicture(QCustomPlot& plot) : plot_(plot) {
    nonfinite_ = plot_.addGraph();
    nonfinite_->setLineStyle(QCPGraph::lsNone);
}

void BandPicture::setCount(std::size_t count) {
    for (; graphs_.size() > count; graphs_.pop_back())
        for (QCPGraph* graph :
             {graphs_.back().markers, graphs_.back().line, graphs_.back().high, graphs_.back().low})
            plot_.removeGraph(graph);
    while (graphs_.size() < count) {
        graphs_.push_back({plot_.addGraph(), plot_.addGraph(), plot_.addGraph(), plot_.addGraph()});
        graphs_.back().low->setPen(Qt::NoPen);
        graphs_.back().high->setPen(Qt::NoPen);
        graphs_.back().high->setChannelFillGraph(graphs_.back().low);
        graphs_.back().markers->setLineStyle(QCPGraph::lsNone);
    }
}

void BandPicture::draw(const std::vector<BandCurve>& curves, const BandStyle& style, const Colors& colors) {
    isLogarithmic_ = style.isLogarithmic;
    drawn_ = nonfiniteCount_ = belowCount_ = 0;
    low_ = kInfinite;
    high_ = -kInfinite;
    nonfinitePlaces_.clear();
    setCount(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const bool isFaint = style.highlighted >= 0 && style.highlighted != static_cast<int>(i);
        drawLine(curves[i], graphs_[i]);
        drawBand(curves[i], graphs_[i]);
        paintLook(curves[i], graphs_[i], isFaint, colors);
    }
    fitY();
    drawNonfinite(colors);
}

void BandPicture::include(double value) {
    if (!std::isfinite(value) || (isLogarithmic_ && value <= 0.0))
        return;
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
}

void BandPicture::drawLine(const BandCurve& curve, const Graphs& graphs) {
    const QCPRange x = plot_.xAxis->range();
    const auto seen =
        decimate(curve.x, curve.y, x.lower, x.upper, std::max(kLeastBandPixels, plot_.axisRect()->width()));
    QVector<double> places, values, markedPlaces, markedValues;
    const double apart = curve.hasFewPoints ? 0.0
                                            : kPixelsAMarker * x.size() /
                                                  std::max(kLeastBandPixels, plot_.axisRect()->width());
    double next = -kInfinite;
    for (std::size_t i = 0; i < seen.x.size(); ++i) {
        const bool isBelow = isLogarithmic_ && seen.y[i] <= 0.0;
        belowCount_ += isBelow ? 1 : 0;
        places << seen.x[i];
        values << (isBelow ? std::numeric_limits<double>::quiet_NaN() : seen.y[i]);  // a gap
        if (x.contains(seen.x[i]))  // and not the points that lines leave the picture for
            include(seen.y[i]);
        if (!isBelow && seen.x[i] >= next) {
            markedPlaces << seen.x[i];
            markedValues << seen.y[i];
            next = seen.x[i] + apart;
        }
    }
    graphs.line->setData(places, values, true);
    graphs.markers->setData(markedPlaces, markedValues, true);
    drawn_ += seen.x.size();
    nonfiniteCount_ += static_cast<std::size_t>(
        std::count_if(curve.y.begin(), curve.y.end(), [](double value) { return !std::isfinite(value); }));
    nonfinitePlaces_ += vectorOf(seen.nonfinite);
}

void BandPicture::drawBand(const BandCurve& curve, const Graphs& graphs) {
    const bool hasBand = !curve.margin.empty();
    for (const auto& [graph, sign] : {std::pair{graphs.low, -1.0}, {graphs.high, 1.0}}) {
        graph->setVisible(hasBand);
        if (!hasBand)
            continue;
        const QCPRange x = plot_.xAxis->range();
        auto edge = decimate(curve.x, shifted(curve, sign), x.lower, x.upper,
                             std::max(kLeastBandPixels, plot_.axisRect()->width()));
        for (std::size_t i = 0; i < edge.y.size(); ++i) {
            if (x.contains(edge.x[i]))
                include(edge.y[i]);
            // What reaches below zero goes down to the lower edge.
            if (isLogarithmic_ && edge.y[i] <= 0.0)
                edge.y[i] = std::numeric_limits<double>::min();
        }
        graph->setData(vectorOf(edge.x), vectorOf(edge.y), true);
    }
}

void BandPicture::paintLook(const BandCurve& curve, const Graphs& graphs, bool isFaint,
                            const Colors& colors) {
    SeriesLook look = seriesLook(curve.series, colors);
    if (isFaint)
        look.color.setAlphaF(kFaintLine);
    const bool isSparse = graphs.line->data()->size() <= kMostDashed;
    const bool isThick = !curve.margin.empty();
    graphs.line->setPen(QPen(look.color, isThick ? 2 : 1, isSparse ? look.line : Qt::SolidLine));
    graphs.markers->setScatterStyle(markerOf(look, 6));
    graphs.markers->setVisible(curve.hasFewPoints || look.marker != SeriesMarker::Disc);
    QColor fill = look.color;
    fill.setAlphaF(isFaint ? kBandFill * kFaintLine : kBandFill);
    graphs.high->setBrush(fill);
}

void BandPicture::fitY() {
    if (!(low_ <= high_)) {
        low_ = isLogarithmic_ ? 0.1 : 0.0;
        high_ = 1.0;
    }
    if (isLogarithmic_) {
        plot_.yAxis->setRange(low_ / 1.2, high_ * 1.2);
        return;
    }
    double span = high_ - low_;
    if (span <= 0.0)
        span = high_ == 0.0 ? 1.0 : std::abs(high_);
    plot_.yAxis->setRange(low_ - 0.06 * span, high_ + 0.08 * span);
}

void BandPicture::drawNonfinite(const Colors& colors) {
    const QCPRange y = plot_.yAxis->range();
    const double place =
        isLogarithmic_ ? y.upper / std::pow(y.upper / y.lower, 0.04) : y.upper - 0.04 * y.size();
    std::sort(nonfinitePlaces_.begin(), nonfinitePlaces_.end());
    nonfinite_->setScatterStyle({QCPScatterStyle::ssCross, QPen(colors.danger, 2), Qt::NoBrush, 7});
    nonfinite_->setData(nonfinitePlaces_, QVector<double>(nonfinitePlaces_.size(), place), true);
}

QString BandPicture::note() const {
    QStringList parts;
    if (nonfiniteCount_ > 0)
        parts << BandChart::tr("not finite: %L1").arg(static_cast<qulonglong>(nonfiniteCount_));
    if (belowCount_ > 0)
        parts << BandChart::tr("zero or below, not on this axis: %L1")
                     .arg(static_cast<qulonglong>(belowCount_));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace tunebench::ui
