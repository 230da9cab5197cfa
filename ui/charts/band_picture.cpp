#include "ui/charts/band_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/line_width.h"
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
constexpr double kLeastOnLogAxis = std::numeric_limits<double>::min();

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
    for (; shown_.size() > count; shown_.pop_back())
        for (QCPGraph* graph :
             {shown_.back().markers, shown_.back().line, shown_.back().high, shown_.back().low})
            plot_.removeGraph(graph);
    while (shown_.size() < count) {
        Shown& shown = shown_.emplace_back();
        for (QCPGraph** graph : {&shown.low, &shown.high, &shown.line, &shown.markers})
            *graph = plot_.addGraph();
        // decimate() leaves two points a pixel in their order; sampled again, falling lines were jagged.
        for (QCPGraph* graph : {shown.low, shown.high, shown.line})
            graph->setAdaptiveSampling(false);
        shown.low->setPen(Qt::NoPen);
        shown.high->setPen(Qt::NoPen);
        shown.high->setChannelFillGraph(shown.low);
        shown.markers->setLineStyle(QCPGraph::lsNone);
    }
}

void BandPicture::setCurves(const std::vector<BandCurve>& curves) {
    setCount(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const BandCurve& curve = curves[i];
        Shown& shown = shown_[i];
        shown.look = curve.series;
        shown.hasFewPoints = curve.hasFewPoints;
        shown.hasBand = !curve.margin.empty();
        shown.values.set(curve.x, curve.y);
        shown.lowEdge.set({}, {});
        shown.highEdge.set({}, {});
        if (shown.hasBand) {
            shown.lowEdge.set(curve.x, shifted(curve, -1.0));
            shown.highEdge.set(curve.x, shifted(curve, 1.0));
        }
    }
}

void BandPicture::draw(const BandStyle& style, const Colors& colors) {
    isLogarithmic_ = style.isLogarithmic;
    drawn_ = nonfiniteCount_ = belowCount_ = 0;
    low_ = kInfinite;
    high_ = -kInfinite;
    nonfinitePlaces_.clear();
    for (const Shown& shown : shown_) {
        drawLine(shown);
        drawBand(shown);
    }
    thinLine_ = thinLine(style.ratio, drawn_);
    for (std::size_t i = 0; i < shown_.size(); ++i)
        paintLook(shown_[i], style.highlighted >= 0 && style.highlighted != static_cast<int>(i), colors);
    fitY();
    drawNonfinite(colors);
}

SeenPlaces BandPicture::seen() const {
    const QCPRange x = plot_.xAxis->range();
    return {.from = x.lower, .to = x.upper, .pixels = std::max(kLeastBandPixels, plot_.axisRect()->width())};
}

void BandPicture::include(double value) {
    if (!std::isfinite(value) || (isLogarithmic_ && value <= 0.0))
        return;
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
}

void BandPicture::drawLine(const Shown& shown) {
    const QCPRange x = plot_.xAxis->range();
    const SeenPlaces places = seen();
    const auto drawn = decimate(shown.values, places, isLogarithmic_);
    const double apart = shown.hasFewPoints ? 0.0 : kPixelsAMarker * x.size() / places.pixels;
    QVector<double> markedPlaces, markedValues;
    double next = -kInfinite;
    for (std::size_t i = 0; i < drawn.x.size(); ++i) {
        if (x.contains(drawn.x[i]))  // and not the points that lines leave the picture for
            include(drawn.y[i]);
        if (drawn.x[i] < next)
            continue;
        markedPlaces << drawn.x[i];
        markedValues << drawn.y[i];
        next = drawn.x[i] + apart;
    }
    shown.line->setData(vectorOf(drawn.x), vectorOf(drawn.y), true);
    shown.markers->setData(markedPlaces, markedValues, true);
    drawn_ += drawn.x.size();
    nonfiniteCount_ += shown.values.nonfinite();
    if (isLogarithmic_)
        belowCount_ += shown.values.countOutside(0, shown.values.size(), kLeastOnLogAxis, kInfinite);
    nonfinitePlaces_ += vectorOf(drawn.nonfinite);
}

void BandPicture::drawBand(const Shown& shown) {
    shown.low->setVisible(shown.hasBand);
    shown.high->setVisible(shown.hasBand);
    if (!shown.hasBand)
        return;
    drawEdge(shown.lowEdge, shown.low);
    drawEdge(shown.highEdge, shown.high);
}

void BandPicture::drawEdge(const Series& edge, QCPGraph* graph) {
    const QCPRange x = plot_.xAxis->range();
    auto drawn = decimate(edge, seen());
    for (std::size_t i = 0; i < drawn.y.size(); ++i) {
        if (x.contains(drawn.x[i]))
            include(drawn.y[i]);
        // What reaches below zero goes down to the lower edge.
        if (isLogarithmic_ && drawn.y[i] <= 0.0)
            drawn.y[i] = kLeastOnLogAxis;
    }
    graph->setData(vectorOf(drawn.x), vectorOf(drawn.y), true);
}

void BandPicture::paintLook(const Shown& shown, bool isFaint, const Colors& colors) {
    SeriesLook look = seriesLook(shown.look, colors);
    if (isFaint)
        look.color.setAlphaF(kFaintLine);
    const bool isSparse = shown.line->data()->size() <= kMostDashed;
    shown.line->setPen(
        QPen(look.color, shown.hasBand ? 2.0 : thinLine_, isSparse ? look.line : Qt::SolidLine));
    shown.markers->setScatterStyle(markerOf(look, 6));
    QColor fill = look.color;
    fill.setAlphaF(isFaint ? kBandFill * kFaintLine : kBandFill);
    shown.high->setBrush(fill);
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
