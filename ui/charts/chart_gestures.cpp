#include "ui/charts/chart_gestures.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <qcustomplot.h>

namespace tunebench::ui {
namespace {

constexpr qint64 kOneTurnMs = 600;   // of the wheel, without a pause
constexpr double kKeyZoom = 0.7;     // of the width, a press
constexpr double kKeyPan = 0.1;      // of the width
constexpr double kKeyCursor = 0.01;  // of the width

/// A place at a share of the width, 0 at the left.
double placeOf(const Extent& x, double share, bool isLogarithmic) {
    return isLogarithmic ? x.low * std::pow(x.high / x.low, share) : x.low + (x.high - x.low) * share;
}

double shareOf(const Extent& x, double place, bool isLogarithmic) {
    return isLogarithmic ? std::log(place / x.low) / std::log(x.high / x.low)
                         : (place - x.low) / (x.high - x.low);
}

}  // namespace

ChartGestures::ChartGestures(QCustomPlot* plot, ChartModel& model, QObject* parent)
    : QObject(parent), plot_(plot), model_(model) {
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    connect(plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) { onPress(*event); });
    connect(plot, &QCustomPlot::mouseWheel, this, [this](QWheelEvent* event) { onWheel(*event); });
    connect(plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { onMove(*event); });
    connect(plot, &QCustomPlot::mouseDoubleClick, this, [this] { setView({}); });
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
                [this, axis](const QCPRange& range) { onRange(axis, range); });
}

void ChartGestures::onPress(const QMouseEvent& event) {
    history_.begin(model_.view);
    const bool isBox = event.button() == Qt::RightButton || event.modifiers().testFlag(Qt::ShiftModifier);
    plot_->setSelectionRectMode(isBox ? QCP::srmZoom : QCP::srmNone);
    // Values that follow the data stay: moving them by accident would stop that.
    plot_->axisRect()->setRangeDrag(model_.view.y ? Qt::Horizontal | Qt::Vertical : Qt::Horizontal);
}

void ChartGestures::onWheel(const QWheelEvent& event) {
    if (!sinceWheel_.isValid() || sinceWheel_.elapsed() > kOneTurnMs)
        history_.begin(model_.view);
    sinceWheel_.start();
    const bool isValues = event.modifiers().testFlag(Qt::ControlModifier);
    plot_->axisRect()->setRangeZoom(isValues ? Qt::Vertical : Qt::Horizontal);
}

void ChartGestures::onRange(QCPAxis* axis, const QCPRange& range) {
    if (isFollowingModel_)
        return;
    auto& shown = axis == plot_->xAxis ? model_.view.x : model_.view.y;
    shown = Extent{range.lower, range.upper};
    if (history_.changed())
        Q_EMIT gestureBegan();
    Q_EMIT viewChanged();
}

void ChartGestures::onMove(const QMouseEvent& event) {
    const bool isInside = plot_->axisRect()->rect().contains(event.pos());
    setCursor(isInside ? plot_->xAxis->pixelToCoord(event.position().x())
                       : std::numeric_limits<double>::quiet_NaN());
}

void ChartGestures::setCursor(double x) {
    model_.cursor = x;
    Q_EMIT cursorChanged();
}

void ChartGestures::moveCursor(int direction) {
    const Extent x = model_.xRange();
    const bool isLog = model_.places.isLogarithmic;
    const double share = model_.hasCursor() ? shareOf(x, model_.cursor, isLog) + direction * kKeyCursor
                                            : (direction > 0 ? 0.0 : 1.0);
    setCursor(placeOf(x, std::clamp(share, 0.0, 1.0), isLog));
}

void ChartGestures::setView(const ChartView& view) {
    if (view == model_.view)
        return;
    history_.begin(model_.view);
    model_.view = view;
    if (history_.changed())
        Q_EMIT gestureBegan();
    Q_EMIT viewChanged();
}

/// Around the cursor, or the middle.
void ChartGestures::zoom(double factor) {
    const Extent x = model_.xRange();
    const bool isLog = model_.places.isLogarithmic;
    const double middle = model_.hasCursor() ? std::clamp(shareOf(x, model_.cursor, isLog), 0.0, 1.0) : 0.5;
    const Extent zoomed{placeOf(x, middle * (1 - factor), isLog),
                        placeOf(x, middle + (1 - middle) * factor, isLog)};
    if (QCPRange::validRange(zoomed.low, zoomed.high))
        setView({zoomed, model_.view.y});
}

void ChartGestures::pan(double share) {
    const Extent x = model_.xRange();
    const bool isLog = model_.places.isLogarithmic;
    setView({Extent{placeOf(x, share, isLog), placeOf(x, 1 + share, isLog)}, model_.view.y});
}

bool ChartGestures::press(const QKeyEvent& event) {
    const bool isShift = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(kKeyZoom);
            return true;
        case Qt::Key_Minus:
            zoom(1 / kKeyZoom);
            return true;
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int direction = event.key() == Qt::Key_Left ? -1 : 1;
            if (isShift)
                pan(direction * kKeyPan);
            else
                moveCursor(direction);
            return true;
        }
        case Qt::Key_Home:
            setView({});
            return true;
        case Qt::Key_Backspace:
            undo();
            return true;
        case Qt::Key_Escape:
            setCursor(std::numeric_limits<double>::quiet_NaN());
            return true;
        default:
            return false;
    }
}

void ChartGestures::undo() {
    const auto view = history_.undo();
    if (!view)
        return;
    model_.view = *view;
    Q_EMIT gestureUndone();
    Q_EMIT viewChanged();
}

}  // namespace tunebench::ui
