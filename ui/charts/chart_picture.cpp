#include "ui/charts/chart_picture.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/line_width.h"
#include "ui/charts/linear_ticker.h"
#include "ui/charts/log_ticker.h"
#include "ui/charts/power_ticker.h"
#include "ui/charts/whole_ticker.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr float kFaint = 0.45F;
constexpr int kLeastPixels = 16;
constexpr int kMarkSize = 7;
constexpr int kDotSize = 6;
constexpr std::size_t kDotRoom = kDotSize + 2;  // closer dots would be a bar upon their own line
constexpr double kInside = 0.04;                // marks keep so much of the height away from the edge
constexpr int kRoomForTitle = 200;              // height of a plot

QVector<double> toVector(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

/// A place at a share of the height, 0 at the lower edge.
double placeAt(const Extent& range, double share, bool isLogarithmic) {
    return isLogarithmic ? range.low * std::pow(range.high / range.low, share)
                         : range.low + (range.high - range.low) * share;
}

/// One of those that would lie upon each other.
QVector<double> apart(std::vector<double>& places, const SeenPlaces& seen) {
    std::sort(places.begin(), places.end());
    const double span = seen.isLogarithmic ? std::log(seen.to / seen.from) : seen.to - seen.from;
    QVector<double> kept;
    for (const double place : places) {
        const double from = kept.isEmpty() ? seen.from : kept.back();
        const double distance = seen.isLogarithmic ? std::log(place / from) : place - from;
        if (kept.isEmpty() || distance / span * seen.pixels >= kMarkSize)
            kept << place;
    }
    return kept;
}

void setMarks(QCPGraph* marks, const QVector<double>& places, double value) {
    marks->setData(places, QVector<double>(places.size(), value), true);
}

template <class Ticker>
QSharedPointer<QCPAxisTicker> tickerFor(bool isWhole) {
    if (isWhole)
        return QSharedPointer<Whole<Ticker>>::create();
    return QSharedPointer<Ticker>::create();
}

void setScale(QCPAxis* axis, bool isLogarithmic, bool isWhole) {
    axis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(isLogarithmic ? tickerFor<LogTicker>(isWhole) : tickerFor<LinearTicker>(isWhole));
}

bool isThick(const Curve& curve) {
    return curve.style == CurveStyle::Line || curve.style == CurveStyle::Dashed;
}

/// Points have dots where there is room for them; of another line only a lone point, which would show
/// nothing.
bool hasDots(const CurveData& data, std::size_t drawn, int pixels) {
    return data.curve.style == CurveStyle::Points ? drawn * kDotRoom <= static_cast<std::size_t>(pixels)
                                                  : data.series.size() == 1;
}

void showDots(QCPGraph* graph, bool areShown) {
    if (areShown == graph->scatterStyle().isNone())
        graph->setScatterStyle(areShown ? QCPScatterStyle(QCPScatterStyle::ssDisc, graph->pen().color(),
                                                          graph->pen().color(), kDotSize)
                                        : QCPScatterStyle(QCPScatterStyle::ssNone));
}

/// Words on as many lines as they need.
QString wrappedText(const QString& text, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            lines.back() = longer;
        else
            lines << word;
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

ChartPicture::ChartPicture(QCustomPlot* plot)
    : plot_(plot),
      nonfinite_(addMarks()),
      above_(addMarks()),
      below_(addMarks()),
      cursor_(new QCPItemStraightLine(plot)),
      level_(new QCPItemStraightLine(plot)),
      placeholder_(new QCPItemText(plot)) {
    placeholder_->position->setType(QCPItemPosition::ptAxisRectRatio);
    placeholder_->position->setCoords(0.5, 0.5);
    placeholder_->setTextAlignment(Qt::AlignHCenter);
    cursor_->setVisible(false);
    level_->setVisible(false);
    level_->setLayer(QStringLiteral("axes"));  // upon the curves, which often hide it
}

QCPGraph* ChartPicture::addMarks() const {
    QCPGraph* marks = plot_->addGraph();
    marks->setLineStyle(QCPGraph::lsNone);
    return marks;
}

void ChartPicture::addCurve() {
    QCPGraph* graph = plot_->addGraph();
    // decimate() leaves two points a pixel in their order; sampled again, falling lines were jagged.
    graph->setAdaptiveSampling(false);
    graphs_.push_back(graph);
}

void ChartPicture::removeCurves() {
    for (QCPGraph* graph : graphs_)
        plot_->removeGraph(graph);
    graphs_.clear();
}

void ChartPicture::setScales(const ChartModel& model) {
    setScale(plot_->yAxis, model.isLogarithmic, false);
    setScale(plot_->xAxis, model.places.isLogarithmic, model.places.isWhole);
    if (model.hasPowers)
        plot_->yAxis->setTicker(QSharedPointer<PowerTicker>::create());
}

void ChartPicture::showPlaceNumbers(bool isShown) {
    plot_->xAxis->setTickLabels(isShown);
}

void ChartPicture::styleAxis(QCPAxis* axis, const Colors& colors, const QFont& font) const {
    const bool isPlaces = axis == plot_->xAxis;
    const QPen line = isPlaces ? QPen(colors.outline) : QPen(Qt::NoPen);
    axis->setBasePen(line);
    axis->setTickPen(line);
    axis->setSubTickPen(QPen(Qt::NoPen));
    axis->setTickLabelColor(colors.muted);
    axis->setTickLabelFont(font);
    axis->setLabelColor(colors.muted);
    axis->setLabelFont(font);
    axis->setLabelPadding(2);
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(isPlaces ? 3 : 0);
    axis->setTickLabelPadding(spacing::kHalf);
    axis->setNumberFormat(QStringLiteral("gbc"));
    axis->setNumberPrecision(6);
    axis->grid()->setPen(QPen(colors.grid, 1));
    axis->grid()->setZeroLinePen(QPen(Qt::NoPen));
}

void ChartPicture::restyle(const ChartModel& model, const Colors& colors, const QFont& font) {
    plot_->setBackground(QBrush(colors.surface));
    const QFont caption = fontFor(TextRole::Caption, font);
    styleAxis(plot_->xAxis, colors, caption);
    styleAxis(plot_->yAxis, colors, caption);
    plot_->xAxis->grid()->setVisible(false);
    nonfinite_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCross, QPen(colors.danger, 2), Qt::NoBrush, kMarkSize));
    above_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssTriangle, colors.warning, colors.warning, kMarkSize));
    below_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssTriangleInverted, colors.warning, colors.warning, kMarkSize));
    cursor_->setPen(QPen(colors.muted, 1, Qt::DotLine));
    level_->setPen(QPen(colors.warning, 1.5, Qt::DashLine));
    placeholder_->setColor(colors.muted);
    placeholder_->setFont(caption);
    for (std::size_t i = 0; i < graphs_.size(); ++i)
        styleCurve(graphs_[i], model.curves[i].curve, colors);
}

void ChartPicture::styleCurve(QCPGraph* graph, const Curve& curve, const Colors& colors) const {
    QColor color = colors.series[static_cast<std::size_t>(curve.color) % colors.series.size()];
    if (curve.style == CurveStyle::Faint)
        color.setAlphaF(kFaint);
    QPen pen(color, isThick(curve) ? 2 : 1);
    if (curve.style == CurveStyle::Dashed)
        pen.setStyle(Qt::DashLine);
    graph->setPen(pen);
    graph->setScatterStyle(curve.style == CurveStyle::Points
                               ? QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, kDotSize)
                               : QCPScatterStyle(QCPScatterStyle::ssNone));
}

void ChartPicture::draw(const ChartModel& model, int pixels, double ratio) {
    fitAxes(model);
    fitTicks();
    fitAround(model);
    drawCurves(model, std::max(kLeastPixels, pixels));
    fitLines(model, ratio);
    drawLevel(model);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setVisible(!model.isEmpty());
        axis->grid()->setVisible(axis == plot_->yAxis && !model.isEmpty());
    }
    placeholder_->setVisible(model.isEmpty());
    placeholder_->setText(wrappedText(model.placeholder, placeholder_->font(), plot_->axisRect()->width()));
}

void ChartPicture::fitAxes(const ChartModel& model) {
    const Extent x = model.xRange();
    const Extent y = model.yRange();
    plot_->xAxis->setRange(x.low, x.high);
    plot_->yAxis->setRange(y.low, y.high);
}

void ChartPicture::fitTicks() {
    // As many numbers as there is room for.
    const QSize room = plot_->axisRect()->size();
    const QFontMetrics metrics(plot_->yAxis->tickLabelFont());
    plot_->yAxis->ticker()->setTickCount(std::clamp(room.height() / (2 * metrics.height()), 2, 6));
    plot_->xAxis->ticker()->setTickCount(std::clamp(room.width() / (8 * metrics.averageCharWidth()), 2, 8));
}

/// The names of the axes, and, where charts stand below each other, room for the widest numbers in each.
void ChartPicture::fitAround(const ChartModel& model) {
    const bool hasRoom = plot_->height() >= kRoomForTitle || !model.valueName.isEmpty();
    const bool hasTitles = hasRoom && !model.isCompact;
    plot_->xAxis->setLabel(hasTitles ? model.places.name : QString());
    plot_->yAxis->setLabel(hasTitles ? model.valueName : QString());
    QMargins least = plot_->axisRect()->minimumMargins();
    const QFontMetrics metrics(plot_->yAxis->tickLabelFont());
    least.setLeft(std::max(least.right(), metrics.horizontalAdvance(model.widestNumber) + spacing::kUnit));
    plot_->axisRect()->setMinimumMargins(least);
}

void ChartPicture::fitLines(const ChartModel& model, double ratio) {
    const double width = thinLine(ratio, drawn_);
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
        graphs_[i]->setAntialiased(drawn_ <= kManyPoints);
        const Curve& curve = model.curves[i].curve;
        if (isThick(curve))
            continue;
        QPen pen = graphs_[i]->pen();
        pen.setWidthF(width);
        // What is transparent would be dark where square ends overlap.
        pen.setCapStyle(width > 1.0 && curve.style == CurveStyle::Faint ? Qt::FlatCap : Qt::SquareCap);
        graphs_[i]->setPen(pen);
    }
}

void ChartPicture::drawCurves(const ChartModel& model, int pixels) {
    drawn_ = 0;
    const SeenPlaces seen = model.seen(pixels);
    const Extent values = model.yRange();
    std::vector<double> nonfinite;
    std::vector<double> above;
    std::vector<double> below;
    for (std::size_t i = 0; i < model.curves.size(); ++i) {
        const CurveData& data = model.curves[i];
        const auto curve = decimate(data.series, seen, model.isLogarithmic);
        graphs_[i]->setData(toVector(curve.x), toVector(curve.y), true);
        drawn_ += curve.x.size();
        showDots(graphs_[i], hasDots(data, curve.x.size(), pixels));
        if (model.isSmoothed(data))
            continue;
        nonfinite.insert(nonfinite.end(), curve.nonfinite.begin(), curve.nonfinite.end());
        for (std::size_t j = 0; model.view.y && j < curve.x.size(); ++j) {
            if (curve.y[j] > values.high)
                above.push_back(curve.x[j]);
            else if (curve.y[j] < values.low)
                below.push_back(curve.x[j]);
        }
    }
    setMarks(nonfinite_, apart(nonfinite, seen), placeAt(values, 1 - kInside, model.isLogarithmic));
    setMarks(above_, apart(above, seen), placeAt(values, 1 - kInside, model.isLogarithmic));
    setMarks(below_, apart(below, seen), placeAt(values, kInside, model.isLogarithmic));
}

void ChartPicture::drawLevel(const ChartModel& model) {
    level_->setVisible(model.hasLevel());
    if (!model.hasLevel())
        return;
    const double begin = model.places.isLogarithmic ? 1 : 0;
    level_->point1->setCoords(begin, model.level);
    level_->point2->setCoords(begin + 1, model.level);
}

void ChartPicture::drawCursor(const ChartModel& model) {
    cursor_->setVisible(model.hasCursor());
    if (!model.hasCursor())
        return;
    const Extent y = model.yRange();
    cursor_->point1->setCoords(model.cursor, y.low);
    cursor_->point2->setCoords(model.cursor, y.high);
}

}  // namespace tunebench::ui
