#include "ui/charts/line_chart.h"

#include <algorithm>
#include <cmath>

#include <QElapsedTimer>
#include <QFocusEvent>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/charts/chart_csv.h"
#include "ui/charts/chart_gestures.h"
#include "ui/charts/chart_model.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_words.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr int kRedrawMs = 100;
constexpr int kGestureMs = 16;
constexpr QSize kLeastPlot = {64, 40};
constexpr int kLegendGap = 2;
constexpr int kFocusFrame = 2;

}  // namespace

class LineChart::Private {
public:
    Private(LineChart* chart, const QString& title);

    void restyle();
    void schedule(int interval = kRedrawMs);
    void redraw();
    void draw(int pixels);
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

LineChart::Private::Private(LineChart* chart, const QString& title)
    : q(chart),
      legend(new LegendLine(chart)),
      plot(new QCustomPlot(chart)),
      picture(plot),
      gestures(plot, model, nullptr) {
    model.title = title;
    model.format = [](double value) { return QString::number(value, 'g', 4); };
    model.places = {.name = LineChart::tr("step"),
                    .format = [](double x) { return LineChart::tr("step %L1").arg(std::llround(x)); }};
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(kFocusFrame, kFocusFrame, kFocusFrame, kFocusFrame);
    layout->setSpacing(kLegendGap);
    layout->addWidget(legend);
    layout->addWidget(plot, 1);
    plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(kLeastPlot);  // without a size it complains instead of painting
    plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { redraw(); });
    QObject::connect(&gestures, &ChartGestures::viewChanged, q, [this] { onViewChanged(); });
    QObject::connect(&gestures, &ChartGestures::cursorChanged, q, [this] { onCursorChanged(); });
    QObject::connect(&gestures, &ChartGestures::gestureBegan, q, &LineChart::zoomed);
    QObject::connect(&gestures, &ChartGestures::gestureUndone, q, &LineChart::zoomUndone);
    restyle();
}

void LineChart::Private::restyle() {
    picture.restyle(model, colorsFor(q->palette()), q->font());
}

/// Drawing twice as often as anybody sees costs training its processor.
void LineChart::Private::schedule(int interval) {
    if (!q->isVisible() || (timer.isActive() && timer.remainingTime() <= interval))
        return;
    const qint64 elapsed = sinceRedraw.isValid() ? sinceRedraw.elapsed() : interval;
    timer.start(static_cast<int>(std::clamp<qint64>(interval - elapsed, 0, interval)));
}

void LineChart::Private::redraw() {
    sinceRedraw.start();
    ++redraws;
    draw(plot->axisRect()->width());
    updateWords();
    replot();
}

void LineChart::Private::draw(int pixels) {
    picture.draw(model, pixels);
    picture.drawCursor(model);
}

void LineChart::Private::updateWords() {
    legend->setContent(model.title, legendOf(model, colorsFor(q->palette())), noteOf(model), model.isCompact,
                       model.nonfiniteCount() > 0);
    if (!model.title.isEmpty())
        q->setAccessibleName(model.title);
    q->setAccessibleDescription(descriptionOf(model));
}

void LineChart::Private::replot() {
    // A plot without a size has nothing to paint on.
    if (q->isVisible() && !plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

void LineChart::Private::onViewChanged() {
    schedule(kGestureMs);
    if (model.view.x)
        Q_EMIT q->rangeMoved(model.view.x->low, model.view.x->high);
    else
        Q_EMIT q->followed();
}

void LineChart::Private::onCursorChanged() {
    picture.drawCursor(model);
    updateWords();
    replot();
    Q_EMIT q->cursorMoved(model.cursor);
}

LineChart::LineChart(const QString& title, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(this, title)) {
    setFocusPolicy(Qt::StrongFocus);
    d_->updateWords();
}

LineChart::~LineChart() = default;

int LineChart::addCurve(const Curve& curve) {
    d_->model.curves.push_back({.curve = curve});
    d_->picture.addCurve();
    d_->restyle();
    return static_cast<int>(d_->model.curves.size()) - 1;
}

void LineChart::removeCurves() {
    d_->picture.removeCurves();
    d_->model.curves.clear();
    d_->schedule();
}

void LineChart::setCurve(int curve, std::vector<double> x, std::vector<double> y) {
    d_->series(curve).set(std::move(x), std::move(y));
    d_->schedule();
}

void LineChart::appendToCurve(int curve, std::span<const double> x, std::span<const double> y) {
    if (x.empty())
        return;
    d_->series(curve).append(x, y);
    d_->schedule();
}

void LineChart::setCurveName(int curve, const QString& name) {
    d_->curve(curve).name = name;
    d_->schedule();
}

void LineChart::setLevel(double y, const QString& name) {
    d_->model.level = y;
    d_->model.levelName = name;
    d_->schedule();
}

void LineChart::setTitle(const QString& title) {
    d_->model.title = title;
    d_->schedule();
}

void LineChart::setValueFormat(FormatValue format) {
    d_->model.format = std::move(format);
}

void LineChart::setPlaceAxis(PlaceAxis axis) {
    d_->model.places = std::move(axis);
    if (!d_->model.places.format)
        d_->model.places.format = d_->model.format;
    d_->picture.setScales(d_->model);
    d_->model.view = {};  // of other numbers
    d_->gestures.clearHistory();
    d_->schedule();
}

void LineChart::setLogarithmic(bool isLogarithmic) {
    d_->model.isLogarithmic = isLogarithmic;
    d_->model.view.y.reset();
    d_->picture.setScales(d_->model);
    d_->schedule();
}

void LineChart::setPowersOfTwo() {
    d_->model.hasPowers = true;
    setLogarithmic(true);
}

void LineChart::setCompact(bool isCompact, bool showsSteps) {
    d_->model.isCompact = isCompact;
    d_->picture.showPlaceNumbers(showsSteps);
    d_->schedule();
}

void LineChart::setStartsAtZero(bool startsAtZero) {
    d_->model.startsAtZero = startsAtZero;
    d_->schedule();
}

void LineChart::setPlaceholder(const QString& text) {
    d_->model.placeholder = text;
    d_->schedule();
}

bool LineChart::isEmpty() const {
    return d_->model.isEmpty();
}

std::size_t LineChart::nonfiniteCount() const {
    return d_->model.nonfiniteCount();
}

int LineChart::redrawCount() const {
    return d_->redraws;
}

std::size_t LineChart::drawnPoints() const {
    return d_->picture.drawnPoints();
}

bool LineChart::isFollowing() const {
    return d_->model.view == ChartView();
}

void LineChart::redrawNow() {
    d_->timer.stop();
    d_->redraw();
    d_->plot->replot(QCustomPlot::rpImmediateRefresh);
}

bool LineChart::canUndoZoom() const {
    return d_->gestures.canUndo();
}

void LineChart::undoZoom() {
    d_->gestures.undo();
}

void LineChart::link(const std::vector<LineChart*>& charts) {
    for (LineChart* from : charts) {
        for (LineChart* to : charts) {
            if (from == to)
                continue;
            connect(from, &LineChart::rangeMoved, to, &LineChart::showRange);
            connect(from, &LineChart::followed, to, &LineChart::followPlaces);
            connect(from, &LineChart::cursorMoved, to, &LineChart::showCursor);
        }
    }
}

QString LineChart::chartTitle() const {
    return d_->model.title.isEmpty() ? accessibleName() : d_->model.title;
}

/// The legend above, the plot below, as on the screen.
void LineChart::paintOn(QPaintDevice& device, const QSize& size) {
    const int legendHeight = d_->legend->sizeHint().height() + kLegendGap;
    const QSize plotSize(size.width(), std::max(1, size.height() - legendHeight));
    d_->updateWords();
    d_->draw(plotSize.width());
    QCPPainter painter;
    painter.begin(&device);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    painter.fillRect(QRect(QPoint(0, 0), size), colorsFor(palette()).surface);
    d_->legend->paintOn(painter, QRect(0, 0, size.width(), legendHeight - kLegendGap));
    painter.translate(0, legendHeight);
    d_->plot->toPainter(&painter, plotSize.width(), plotSize.height());
    painter.end();
    d_->schedule();
}

void LineChart::writeCsv(QIODevice& out) const {
    ui::writeCsv(out, d_->model.places.name, d_->model.curves);
}

void LineChart::showRange(double from, double to) {
    d_->model.view.x = Extent{from, to};
    d_->schedule(kGestureMs);
}

void LineChart::follow() {
    d_->model.view = {};
    d_->gestures.clearHistory();
    d_->schedule(kGestureMs);
}

void LineChart::followPlaces() {
    d_->model.view.x.reset();
    d_->schedule(kGestureMs);
}

void LineChart::showCursor(double x) {
    d_->model.cursor = x;
    d_->picture.drawCursor(d_->model);
    d_->updateWords();
    d_->replot();
}

void LineChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d_->restyle();
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

void LineChart::keyPressEvent(QKeyEvent* event) {
    if (!d_->gestures.press(*event))
        QWidget::keyPressEvent(event);
}

void LineChart::paintEvent(QPaintEvent*) {
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsFor(palette()).accentText, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), spacing::kHalf, spacing::kHalf);
}

void LineChart::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void LineChart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace tunebench::ui
