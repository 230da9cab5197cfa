#include "ui/charts/line_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QElapsedTimer>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/charts/curve_data.h"
#include "ui/charts/decimation.h"
#include "ui/charts/legend_line.h"
#include "ui/charts/power_ticker.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kRedrawMs = 100;
constexpr QSize kLeastPlot = {64, 40};
constexpr double kAir = 0.012;
constexpr double kAirFactor = 1.1;  // on a logarithmic axis
constexpr float kFaint = 0.45F;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QVector<double> toVector(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

}  // namespace

class LineChart::Private {
public:
    Private(LineChart* chart, const QString& title) : q(chart), name(title) {}

    void build();
    void applyColors();
    void restyle(std::size_t index);
    void schedule();
    void redraw();
    void fitX();
    void fitY();
    void fitTicks();
    void drawCurves();
    void drawMarks();
    void updateLegend();
    void describe();
    void onUserRange(const QCPRange& range);
    void setCursor(double x);
    const Colors& colors() const { return colorsFor(q->palette()); }

    LineChart* q;
    QString name;
    QString placeholder;
    QCustomPlot* plot = nullptr;
    LegendLine* legend = nullptr;
    QCPItemStraightLine* cursorLine = nullptr;
    QCPItemStraightLine* levelLine = nullptr;
    QCPItemText* emptyText = nullptr;
    QCPGraph* marks = nullptr;
    std::vector<CurveData> curves;
    std::vector<QCPGraph*> graphs;
    FormatValue format = [](double value) { return QString::number(value, 'g', 4); };
    PlaceAxis placeAxis = {.name = LineChart::tr("step"), .format = [](double step) {
                               return QLocale().toString(static_cast<qlonglong>(std::llround(step)));
                           }};
    QTimer timer;
    QElapsedTimer sinceRedraw;
    double level = kNaN;
    QString levelName;
    double cursor = kNaN;
    bool isFollowing = true;
    bool isLogarithmic = false;
    bool hasPowers = false;  // of two, on a logarithmic axis
    bool isCompact = false;
    bool startsAtZero = false;
    bool isSettingRange = false;
    int redraws = 0;
    std::size_t drawn = 0;
};

void LineChart::Private::build() {
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    legend = new LegendLine(q);
    layout->addWidget(legend);
    plot = new QCustomPlot(q);
    plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(kLeastPlot);  // without a size it complains instead of painting
    plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    plot->setNoAntialiasingOnDrag(true);
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot->axisRect()->setRangeDrag(Qt::Horizontal);
    plot->axisRect()->setRangeZoom(Qt::Horizontal);
    layout->addWidget(plot, 1);
    marks = plot->addGraph();
    marks->setLineStyle(QCPGraph::lsNone);
    cursorLine = new QCPItemStraightLine(plot);
    levelLine = new QCPItemStraightLine(plot);
    emptyText = new QCPItemText(plot);
    emptyText->position->setType(QCPItemPosition::ptAxisRectRatio);
    emptyText->position->setCoords(0.5, 0.5);
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { redraw(); });
    QObject::connect(plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), q,
                     [this](const QCPRange& range) { onUserRange(range); });
    QObject::connect(plot, &QCustomPlot::mouseDoubleClick, q, [this] {
        q->follow();
        Q_EMIT q->followed();
    });
    QObject::connect(plot, &QCustomPlot::mouseMove, q, [this](QMouseEvent* event) {
        const double x = plot->xAxis->pixelToCoord(event->position().x());
        setCursor(plot->axisRect()->rect().contains(event->pos()) ? x : kNaN);
        Q_EMIT q->cursorMoved(cursor);
    });
    applyColors();
}

void LineChart::Private::applyColors() {
    const Colors& c = colors();
    plot->setBackground(QBrush(c.surface));
    const QFont font = fontFor(TextRole::Caption, q->font());
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(axis == plot->xAxis ? QPen(c.outline) : QPen(Qt::NoPen));
        axis->setTickPen(axis == plot->xAxis ? QPen(c.outline) : QPen(Qt::NoPen));
        axis->setSubTickPen(QPen(Qt::NoPen));
        axis->setTickLabelColor(c.muted);
        axis->setTickLabelFont(font);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(axis == plot->xAxis ? 3 : 0);
        axis->grid()->setPen(QPen(c.grid, 1));
        axis->grid()->setZeroLinePen(QPen(Qt::NoPen));
        axis->setTickLabelPadding(spacing::kHalf);
        axis->setNumberFormat(QStringLiteral("gbc"));
        axis->setNumberPrecision(6);
    }
    plot->xAxis->grid()->setVisible(false);
    marks->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(c.danger, 2), Qt::NoBrush, 7));
    cursorLine->setPen(QPen(c.muted, 1, Qt::DotLine));
    levelLine->setPen(QPen(c.warning, 1.5, Qt::DashLine));
    emptyText->setColor(c.muted);
    emptyText->setFont(font);
    for (std::size_t i = 0; i < curves.size(); ++i)
        restyle(i);
}

void LineChart::Private::restyle(std::size_t index) {
    const Curve& curve = curves[index].curve;
    QCPGraph* graph = graphs[index];
    const auto slot = static_cast<std::size_t>(curve.color) % colors().series.size();
    QColor color = colors().series[slot];
    graph->setScatterStyle(QCPScatterStyle::ssNone);
    switch (curve.style) {
        case CurveStyle::Faint:
            color.setAlphaF(kFaint);
            graph->setPen(QPen(color, 1));
            break;
        case CurveStyle::Thin:
            graph->setPen(QPen(color, 1));
            break;
        case CurveStyle::Line:
            graph->setPen(QPen(color, 2));
            break;
        case CurveStyle::Points:
            graph->setPen(QPen(color, 1));
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 6));
            break;
        case CurveStyle::Dashed:
            graph->setPen(QPen(color, 2, Qt::DashLine));
            break;
    }
}

void LineChart::Private::schedule() {
    if (timer.isActive() || !q->isVisible())
        return;
    const qint64 elapsed = sinceRedraw.isValid() ? sinceRedraw.elapsed() : kRedrawMs;
    timer.start(static_cast<int>(std::clamp<qint64>(kRedrawMs - elapsed, 0, kRedrawMs)));
}

void LineChart::Private::redraw() {
    sinceRedraw.start();
    ++redraws;
    if (isFollowing)
        fitX();
    fitY();
    fitTicks();
    drawCurves();
    drawMarks();
    const bool hasLevel = std::isfinite(level) && !q->isEmpty();
    levelLine->setVisible(hasLevel);
    if (hasLevel) {
        levelLine->point1->setCoords(0, level);
        levelLine->point2->setCoords(1, level);
    }
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setVisible(!q->isEmpty());
        axis->grid()->setVisible(axis == plot->yAxis && !q->isEmpty());
    }
    emptyText->setVisible(q->isEmpty());
    emptyText->setText(placeholder);
    updateLegend();
    describe();
    if (!plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

void LineChart::Private::fitX() {
    const auto extent = placesOf(curves).value_or(Extent{0, 1});
    const double span = extent.high > extent.low ? extent.high - extent.low : 1.0;
    isSettingRange = true;
    // Some air, so that markers at the ends are whole.
    if (placeAxis.isLogarithmic && extent.low > 0)
        plot->xAxis->setRange(extent.low / kAirFactor, std::max(extent.high, extent.low) * kAirFactor);
    else
        plot->xAxis->setRange(extent.low - kAir * span, extent.low + (1 + kAir) * span);
    isSettingRange = false;
}

void LineChart::Private::fitY() {
    const QCPRange x = plot->xAxis->range();
    auto extent = valuesOf(curves, x.lower, x.upper, isLogarithmic);
    if (!extent)
        extent = isLogarithmic ? Extent{0.1, 1} : Extent{0, 1};
    if (std::isfinite(level) && !q->isEmpty()) {
        extent->low = std::min(extent->low, level);
        extent->high = std::max(extent->high, level);
    }
    const Extent range = hasPowers ? withOctaves(*extent) : padded(*extent, isLogarithmic, startsAtZero);
    plot->yAxis->setRange(range.low, range.high);
}

void LineChart::Private::fitTicks() {
    // As many numbers as there is room for.
    const QSize room = plot->axisRect()->size();
    const QFontMetrics metrics(plot->yAxis->tickLabelFont());
    plot->yAxis->ticker()->setTickCount(std::clamp(room.height() / (2 * metrics.height()), 2, 6));
    plot->xAxis->ticker()->setTickCount(std::clamp(room.width() / (8 * metrics.averageCharWidth()), 2, 8));
}

void LineChart::Private::drawCurves() {
    drawn = 0;
    const QCPRange x = plot->xAxis->range();
    const int pixels = std::max(16, plot->axisRect()->width());
    QVector<double> markPlaces;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const auto seen = decimate(curves[i].x, curves[i].y, x.lower, x.upper, pixels);
        graphs[i]->setData(toVector(seen.x), toVector(seen.y), true);
        drawn += seen.x.size();
        if (curves[i].curve.style != CurveStyle::Line)
            markPlaces += toVector(seen.nonfinite);
    }
    std::sort(markPlaces.begin(), markPlaces.end());
    marks->setData(markPlaces, QVector<double>(markPlaces.size(), 0.0), true);
}

void LineChart::Private::drawMarks() {
    // Along the upper edge, a little inside.
    const QCPRange y = plot->yAxis->range();
    const double place =
        isLogarithmic ? y.upper / std::pow(y.upper / y.lower, 0.04) : y.upper - 0.04 * y.size();
    for (auto& mark : *marks->data())
        mark.value = place;
}

void LineChart::Private::updateLegend() {
    std::vector<LegendEntry> entries;
    for (const auto& data : curves) {
        if (!data.curve.inLegend)
            continue;
        const auto value = std::isfinite(cursor) ? valueAt(data, cursor)
                           : data.y.empty()      ? std::nullopt
                                                 : std::optional(data.y.back());
        const auto slot = static_cast<std::size_t>(data.curve.color) % colors().series.size();
        QColor color = colors().series[slot];
        if (data.curve.style == CurveStyle::Faint)
            color.setAlphaF(kFaint);
        entries.push_back({data.curve.name, value ? format(*value) : QString(), color});
    }
    if (std::isfinite(level))
        entries.push_back({levelName, format(level), colors().warning});
    QString note = std::isfinite(cursor)
                       ? QStringLiteral("%1 %2").arg(placeAxis.name, placeAxis.format(cursor))
                       : QString();
    if (const auto count = q->nonfiniteCount(); count > 0)
        note = tr("not finite: %L1").arg(static_cast<qulonglong>(count));
    legend->setContent(name, std::move(entries), note, isCompact, q->nonfiniteCount() > 0);
}

void LineChart::Private::describe() {
    QStringList parts;
    for (const auto& data : curves)
        if (!data.y.empty())
            parts << tr("%1: %L2 points, last %3")
                         .arg(data.curve.name, QString::number(data.y.size()), format(data.y.back()));
    if (!name.isEmpty())
        q->setAccessibleName(name);
    q->setAccessibleDescription(parts.isEmpty() ? placeholder : parts.join(QStringLiteral("; ")));
}

void LineChart::Private::onUserRange(const QCPRange& range) {
    if (isSettingRange)
        return;
    isFollowing = false;
    schedule();
    Q_EMIT q->rangeMoved(range.lower, range.upper);
}

void LineChart::Private::setCursor(double x) {
    cursor = x;
    cursorLine->setVisible(std::isfinite(x));
    if (std::isfinite(x)) {
        cursorLine->point1->setCoords(x, 0);
        cursorLine->point2->setCoords(x, 1);
        if (isLogarithmic) {
            cursorLine->point1->setCoords(x, 1);
            cursorLine->point2->setCoords(x, 10);
        }
    }
    updateLegend();
    // A plot without a size has nothing to paint on.
    if (q->isVisible() && !plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

LineChart::LineChart(const QString& title, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(this, title)) {
    d_->build();
    d_->setCursor(kNaN);
    d_->levelLine->setVisible(false);
}

LineChart::~LineChart() = default;

int LineChart::addCurve(const Curve& curve) {
    d_->curves.push_back({.curve = curve});
    d_->graphs.push_back(d_->plot->addGraph());
    d_->restyle(d_->curves.size() - 1);
    return static_cast<int>(d_->curves.size()) - 1;
}

void LineChart::removeCurves() {
    for (QCPGraph* graph : d_->graphs)
        d_->plot->removeGraph(graph);
    d_->graphs.clear();
    d_->curves.clear();
    d_->schedule();
}

void LineChart::setCurve(int curve, std::vector<double> x, std::vector<double> y) {
    CurveData& target = d_->curves[static_cast<std::size_t>(curve)];
    target.nonfinite = static_cast<std::size_t>(
        std::count_if(y.begin(), y.end(), [](double value) { return !std::isfinite(value); }));
    target.x = std::move(x);
    target.y = std::move(y);
    d_->schedule();
}

void LineChart::setCurveName(int curve, const QString& name) {
    d_->curves[static_cast<std::size_t>(curve)].curve.name = name;
    d_->schedule();
}

void LineChart::setLevel(double y, const QString& name) {
    d_->level = y;
    d_->levelName = name;
    d_->schedule();
}

void LineChart::setTitle(const QString& title) {
    d_->name = title;
    d_->schedule();
}

void LineChart::setValueFormat(FormatValue format) {
    d_->format = std::move(format);
}

void LineChart::setPlaceAxis(PlaceAxis axis) {
    d_->placeAxis = std::move(axis);
    const bool isLogarithmic = d_->placeAxis.isLogarithmic;
    d_->plot->xAxis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (isLogarithmic)
        d_->plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    else
        d_->plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    d_->schedule();
}

void LineChart::setLogarithmic(bool isLogarithmic) {
    d_->isLogarithmic = isLogarithmic;
    d_->plot->yAxis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (isLogarithmic)
        d_->plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    else
        d_->plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    d_->schedule();
}

void LineChart::setPowersOfTwo() {
    setLogarithmic(true);
    d_->hasPowers = true;
    d_->plot->yAxis->setTicker(QSharedPointer<PowerTicker>::create());
}

void LineChart::setCompact(bool isCompact, bool showsSteps) {
    d_->isCompact = isCompact;
    d_->plot->xAxis->setTickLabels(showsSteps);
    d_->schedule();
}

void LineChart::setStartsAtZero(bool startsAtZero) {
    d_->startsAtZero = startsAtZero;
    d_->schedule();
}

void LineChart::setPlaceholder(const QString& text) {
    d_->placeholder = text;
    d_->schedule();
}

bool LineChart::isEmpty() const {
    return std::all_of(d_->curves.begin(), d_->curves.end(),
                       [](const CurveData& one) { return one.x.empty(); });
}

std::size_t LineChart::nonfiniteCount() const {
    std::size_t count = 0;
    for (const auto& one : d_->curves)
        if (one.curve.style != CurveStyle::Line)  // a smoothed curve repeats what the raw one shows
            count += one.nonfinite;
    return count;
}

int LineChart::redrawCount() const {
    return d_->redraws;
}

std::size_t LineChart::drawnPoints() const {
    return d_->drawn;
}

void LineChart::link(const std::vector<LineChart*>& charts) {
    for (LineChart* from : charts) {
        for (LineChart* to : charts) {
            if (from == to)
                continue;
            connect(from, &LineChart::rangeMoved, to, &LineChart::showRange);
            connect(from, &LineChart::followed, to, &LineChart::follow);
            connect(from, &LineChart::cursorMoved, to, &LineChart::showCursor);
        }
    }
}

void LineChart::showRange(double from, double to) {
    d_->isFollowing = false;
    d_->isSettingRange = true;
    d_->plot->xAxis->setRange(from, to);
    d_->isSettingRange = false;
    d_->schedule();
}

void LineChart::follow() {
    d_->isFollowing = true;
    d_->schedule();
}

void LineChart::showCursor(double x) {
    d_->setCursor(x);
}

void LineChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d_->applyColors();
        d_->schedule();
    }
}

void LineChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d_->schedule();
}

void LineChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    d_->schedule();
}

}  // namespace tunebench::ui
