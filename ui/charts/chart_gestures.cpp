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
constexpr double kWheelZoom = 0.85;  // of the width, a notch
constexpr double kNotch = 120.0;     // of a wheel, in eighths of a degree
constexpr double kKeyZoom = 0.7;     // of the width, a press
constexpr double kKeyPan = 0.1;      // of the width
constexpr double kKeyCursor = 0.01;  // of the width
constexpr int kLeastBox = 5;         // pixels: less is a click

/// A place at a share of the axis, 0 at its beginning.
double placeOf(const Extent& axis, double share, bool isLogarithmic) {
    return isLogarithmic ? axis.low * std::pow(axis.high / axis.low, share)
                         : axis.low + (axis.high - axis.low) * share;
}

double shareOf(const Extent& axis, double place, bool isLogarithmic) {
    return isLogarithmic ? std::log(place / axis.low) / std::log(axis.high / axis.low)
                         : (place - axis.low) / (axis.high - axis.low);
}

Extent part(const Extent& axis, double from, double to, bool isLogarithmic) {
    return {placeOf(axis, from, isLogarithmic), placeOf(axis, to, isLogarithmic)};
}

/// Around a share of the axis, which stays where it is.
Extent zoomedAround(const Extent& axis, double middle, double factor, bool isLogarithmic) {
    return part(axis, middle * (1 - factor), middle + (1 - middle) * factor, isLogarithmic);
}

bool canBeShown(const Extent& axis, bool isLogarithmic) {
    return QCPRange::validRange(axis.low, axis.high) && (axis.low > 0 || !isLogarithmic);
}

}  // namespace

ChartGestures::ChartGestures(QCustomPlot* plot, ChartModel& model, QObject* parent)
    : QObject(parent), plot_(plot), model_(model) {
    // The plot's own way of dragging draws what is out of date, and then again what is seen.
    plot->setInteractions({});
    connect(plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) { onPress(*event); });
    connect(plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { onMove(*event); });
    connect(plot, &QCustomPlot::mouseRelease, this, [this] { drag_.reset(); });
    connect(plot, &QCustomPlot::mouseWheel, this, [this](QWheelEvent* event) { onWheel(*event); });
    connect(plot, &QCustomPlot::mouseDoubleClick, this, [this] { setView({}); });
    connect(plot->selectionRect(), &QCPSelectionRect::accepted, this, &ChartGestures::onBox);
}

void ChartGestures::onPress(const QMouseEvent& event) {
    history_.begin(model_.view);
    const bool isBox = event.button() == Qt::RightButton || event.modifiers().testFlag(Qt::ShiftModifier);
    plot_->setSelectionRectMode(isBox ? QCP::srmCustom : QCP::srmNone);
    drag_.reset();
    if (!isBox && event.button() == Qt::LeftButton)
        drag_ = Drag{event.position(), model_.xRange(), model_.yRange()};
}

void ChartGestures::onMove(const QMouseEvent& event) {
    if (drag_)
        drag(event.position());
    const bool isInside = plot_->axisRect()->rect().contains(event.position().toPoint());
    setCursor(isInside ? placeOf(model_.xRange(), shareAt(event.position()).x(), model_.places.isLogarithmic)
                       : std::numeric_limits<double>::quiet_NaN());
}

/// Values that follow the data stay: moving them by accident would stop that.
void ChartGestures::drag(const QPointF& place) {
    const QPointF moved = shareAt(place) - shareAt(drag_->place);
    if (moved.isNull())
        return;
    ChartView view{part(drag_->x, -moved.x(), 1 - moved.x(), model_.places.isLogarithmic), model_.view.y};
    if (view.y)
        view.y = part(drag_->y, -moved.y(), 1 - moved.y(), model_.isLogarithmic);
    change(view);
}

/// Of the axes, from the lower left corner.
QPointF ChartGestures::shareAt(const QPointF& place) const {
    const QRect area = plot_->axisRect()->rect();
    return {(place.x() - area.left()) / std::max(1, area.width()),
            1 - (place.y() - area.top()) / std::max(1, area.height())};
}

void ChartGestures::onWheel(const QWheelEvent& event) {
    if (!sinceWheel_.isValid() || sinceWheel_.elapsed() > kOneTurnMs)
        history_.begin(model_.view);
    sinceWheel_.start();
    const double factor = std::pow(kWheelZoom, event.angleDelta().y() / kNotch);
    const QPointF share = shareAt(event.position());
    if (event.modifiers().testFlag(Qt::ControlModifier))
        zoomValues(factor, std::clamp(share.y(), 0.0, 1.0));
    else
        zoom(factor, std::clamp(share.x(), 0.0, 1.0));
}

void ChartGestures::onBox(const QRect& box) {
    const QRect seen = box.normalized();
    if (seen.width() < kLeastBox || seen.height() < kLeastBox)
        return;
    const QPointF first = shareAt(seen.bottomLeft());
    const QPointF last = shareAt(seen.topRight());
    const ChartView view{
        part(model_.xRange(), std::max(0.0, first.x()), std::min(1.0, last.x()), model_.places.isLogarithmic),
        part(model_.yRange(), std::max(0.0, first.y()), std::min(1.0, last.y()), model_.isLogarithmic)};
    if (canBeShown(*view.x, model_.places.isLogarithmic) && canBeShown(*view.y, model_.isLogarithmic))
        change(view);
}

void ChartGestures::setCursor(double x) {
    model_.cursor = x;
    Q_EMIT cursorChanged();
}

double ChartGestures::cursorShare() const {
    return std::clamp(shareOf(model_.xRange(), model_.cursor, model_.places.isLogarithmic), 0.0, 1.0);
}

void ChartGestures::moveCursor(int direction) {
    const double share =
        model_.hasCursor() ? cursorShare() + direction * kKeyCursor : (direction > 0 ? 0.0 : 1.0);
    setCursor(placeOf(model_.xRange(), std::clamp(share, 0.0, 1.0), model_.places.isLogarithmic));
}

/// Within a gesture that has begun.
void ChartGestures::change(const ChartView& view) {
    model_.view = view;
    if (history_.changed())
        Q_EMIT gestureBegan();
    Q_EMIT viewChanged();
}

/// As a gesture of its own.
void ChartGestures::setView(const ChartView& view) {
    if (view == model_.view)
        return;
    history_.begin(model_.view);
    change(view);
}

void ChartGestures::zoom(double factor, double middle) {
    const Extent x = zoomedAround(model_.xRange(), middle, factor, model_.places.isLogarithmic);
    if (canBeShown(x, model_.places.isLogarithmic))
        change({x, model_.view.y});
}

void ChartGestures::zoomValues(double factor, double middle) {
    const Extent y = zoomedAround(model_.yRange(), middle, factor, model_.isLogarithmic);
    if (canBeShown(y, model_.isLogarithmic))
        change({model_.view.x, y});
}

void ChartGestures::pan(double share) {
    const Extent x = part(model_.xRange(), share, 1 + share, model_.places.isLogarithmic);
    if (canBeShown(x, model_.places.isLogarithmic))
        setView({x, model_.view.y});
}

bool ChartGestures::press(const QKeyEvent& event) {
    const bool isShift = event.modifiers().testFlag(Qt::ShiftModifier);
    const double middle = model_.hasCursor() ? cursorShare() : 0.5;
    switch (event.key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Minus:
            history_.begin(model_.view);
            zoom(event.key() == Qt::Key_Minus ? 1 / kKeyZoom : kKeyZoom, middle);
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

void ChartGestures::changeViews(const std::function<void(ChartView&)>& edit) {
    edit(model_.view);
    history_.change(edit);
}

void ChartGestures::convertPlaces(const std::function<double(double)>& convert) {
    drag_.reset();
    changeViews([&](ChartView& view) {
        if (!view.x)
            return;
        view.x = Extent{convert(view.x->low), convert(view.x->high)};
        if (!canBeShown(*view.x, model_.places.isLogarithmic))
            view.x.reset();
    });
}

void ChartGestures::scaleValues(double factor) {
    if (drag_)  // a unit changes by itself, also meanwhile
        drag_->y = {drag_->y.low * factor, drag_->y.high * factor};
    changeViews([factor](ChartView& view) {
        if (view.y)
            view.y = Extent{view.y->low * factor, view.y->high * factor};
    });
}

void ChartGestures::forgetValues() {
    drag_.reset();
    changeViews([](ChartView& view) { view.y.reset(); });
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
