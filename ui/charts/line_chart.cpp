#include "ui/charts/line_chart.h"

#include <limits>

#include <QFocusEvent>
#include <QPainter>

#include "ui/charts/chart_csv.h"
#include "ui/charts/line_chart_private.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {

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
    d_->updateWords();  // also while it is not seen
    d_->schedule();
}

void LineChart::setValueFormat(FormatValue format) {
    d_->model.format = std::move(format);
}

void LineChart::setPlaceAxis(PlaceAxis axis, const ConvertPlace& convert) {
    const bool areSame = axis.name == d_->model.places.name;
    d_->model.places = std::move(axis);
    if (!d_->model.places.format)
        d_->model.places.format = d_->model.format;
    d_->picture.setScales(d_->model);
    d_->model.cursor = std::numeric_limits<double>::quiet_NaN();
    if (convert || areSame)
        d_->gestures.convertPlaces(convert ? convert : [](double place) { return place; });
    else
        follow();
    d_->schedule();
}

void LineChart::scaleValues(double factor) {
    d_->gestures.scaleValues(factor);
    d_->schedule();
}

void LineChart::followValues() {
    d_->gestures.forgetValues();
    d_->schedule();
}

void LineChart::setValueName(const QString& name) {
    d_->model.valueName = name;
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

void LineChart::setRoomForNumbers(const QString& widest) {
    d_->model.widestNumber = widest;
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

void LineChart::paintOn(QPaintDevice& device, const QSize& size) {
    d_->paintOn(device, size);
}

void LineChart::writeCsv(QIODevice& out) const {
    ui::writeCsv(out, d_->model.places.name, d_->model.curves);
}

void LineChart::showRange(double from, double to) {
    d_->model.view.x = Extent{from, to};
    d_->schedule(Private::kGestureMs);
}

void LineChart::follow() {
    d_->model.view = {};
    d_->gestures.clearHistory();
    d_->schedule(Private::kGestureMs);
}

void LineChart::followPlaces() {
    d_->model.view.x.reset();
    d_->schedule(Private::kGestureMs);
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
