#include "ui/charts/line_chart_private.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QVBoxLayout>

#include "ui/charts/chart_words.h"

namespace tunebench::ui {
namespace {

constexpr QSize kLeastPlot = {64, 40};
constexpr int kLegendGap = 2;
constexpr int kFocusFrame = 2;

}  // namespace

LineChart::Private::Private(LineChart* chart, const QString& title)
    : q(chart),
      legend(new LegendLine(chart)),
      plot(new QCustomPlot(chart)),
      picture(plot),
      gestures(plot, model, nullptr) {
    model.title = title;
    model.format = [](double value) { return QString::number(value, 'g', 4); };
    model.places = {.name = LineChart::tr("step"),
                    .format = [](double x) { return LineChart::tr("step %L1").arg(std::llround(x)); },
                    .isWhole = true};
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(kFocusFrame, kFocusFrame, kFocusFrame, kFocusFrame);
    layout->setSpacing(kLegendGap);
    layout->addWidget(legend);
    layout->addWidget(plot, 1);
    picture.setScales(model);
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
    draw(plot->axisRect()->width(), plot->devicePixelRatioF());
    updateWords();
    replot();
}

void LineChart::Private::draw(int pixels, double ratio) {
    picture.draw(model, pixels, ratio);
    picture.drawCursor(model);
}

/// The legend above, the plot below, as on the screen.
void LineChart::Private::paintOn(QPaintDevice& device, const QSize& size) {
    updateWords();
    const int legendHeight = legend->heightOf(size.width()) + kLegendGap;
    const QSize plotSize(size.width(), std::max(1, size.height() - legendHeight));
    draw(plotSize.width(), 1.0);
    QCPPainter painter;
    painter.begin(&device);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    painter.fillRect(QRect(QPoint(0, 0), size), colorsFor(q->palette()).surface);
    legend->paintOn(painter, QRect(0, 0, size.width(), legendHeight - kLegendGap));
    painter.translate(0, legendHeight);
    plot->toPainter(&painter, plotSize.width(), plotSize.height());
    painter.end();
    schedule();
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

}  // namespace tunebench::ui
