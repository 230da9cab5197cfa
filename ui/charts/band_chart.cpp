#include "ui/charts/band_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QIODevice>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/charts/band_picture.h"
#include "ui/charts/chart_csv.h"
#include "ui/charts/plot_painting.h"
#include "ui/theme/colors.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kBandRedrawMs = 30;
constexpr double kZoomOfKey = 0.8;
constexpr double kCursorSteps = 100.0;  // of a key from edge to edge
constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();

std::size_t nearestPoint(const std::vector<double>& places, double x) {
    const auto found = std::lower_bound(places.begin(), places.end(), x);
    auto index = static_cast<std::size_t>(found - places.begin());
    index = std::min(index, places.size() - 1);
    if (index > 0 && x - places[index - 1] < places[index] - x)
        --index;
    return index;
}

}  // namespace

class BandChart::Private {
public:
    explicit Private(BandChart* chart) : q(chart) {}

    void build();
    void connectMouse();
    void schedule();
    void redraw(double ratio);
    void fitX();
    void setNote(const QString& text);
    void describe();
    void setCursor(double x);
    void zoom(double factor);
    void moveCursor(double share);
    const Colors& colors() const { return colorsFor(q->palette()); }

    BandChart* q;
    QCustomPlot* plot = nullptr;
    std::unique_ptr<BandPicture> picture;
    QCPItemStraightLine* cursorLine = nullptr;
    QCPItemText* emptyText = nullptr;
    std::vector<BandCurve> curves;
    QString placeholder;
    QString note;
    FormatValue formatX = [](double value) { return QString::number(value, 'g', 6); };
    FormatValue formatY = [](double value) { return QString::number(value, 'g', 4); };
    bool isWholeX = false;
    QTimer timer;
    double cursor = kNowhere;
    int highlighted = -1;
    bool isLogarithmic = false;
    bool showsEverything = true;
    bool isSettingRange = false;
};

void BandChart::Private::build() {
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(1, 1, 1, 1);
    plot = new QCustomPlot(q);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(64, 40);  // without a size it complains instead of painting
    plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot->axisRect()->setRangeDrag(Qt::Horizontal);
    plot->axisRect()->setRangeZoom(Qt::Horizontal);
    layout->addWidget(plot);
    picture = std::make_unique<BandPicture>(*plot);
    // The cursor moves without painting the curves again.
    plot->addLayer(QStringLiteral("cursor"));
    plot->layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
    cursorLine = new QCPItemStraightLine(plot);
    cursorLine->setLayer(QStringLiteral("cursor"));
    cursorLine->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    cursorLine->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    cursorLine->setVisible(false);
    emptyText = new QCPItemText(plot);
    emptyText->position->setType(QCPItemPosition::ptAxisRectRatio);
    emptyText->position->setCoords(0.5, 0.5);
    timer.setSingleShot(true);
    timer.setInterval(kBandRedrawMs);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { redraw(q->devicePixelRatioF()); });
    connectMouse();
}

void BandChart::Private::connectMouse() {
    QObject::connect(plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), q, [this] {
        if (isSettingRange)
            return;
        showsEverything = false;
        schedule();
    });
    QObject::connect(plot, &QCustomPlot::mouseDoubleClick, q, [this] { q->showEverything(); });
    QObject::connect(plot, &QCustomPlot::mousePress, q, [this] { q->setFocus(Qt::MouseFocusReason); });
    QObject::connect(plot, &QCustomPlot::mouseMove, q, [this](QMouseEvent* event) {
        const bool isInside = plot->axisRect()->rect().contains(event->pos());
        setCursor(isInside ? plot->xAxis->pixelToCoord(event->position().x()) : kNowhere);
    });
}

void BandChart::Private::schedule() {
    if (q->isVisible() && !timer.isActive())
        timer.start();
}

void BandChart::Private::redraw(double ratio) {
    const bool isEmpty = q->isEmpty();
    stylePlot(*plot, q->font(), colors());
    setTicks(*plot->xAxis, {.isWhole = isWholeX, .format = formatX});
    setTicks(*plot->yAxis, {.isLogarithmic = isLogarithmic, .format = formatY});
    plot->xAxis->grid()->setVisible(false);
    if (showsEverything)
        fitX();
    picture->draw({isLogarithmic, highlighted, ratio}, colors());
    fitTickCounts(*plot);
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
        axis->setVisible(!isEmpty);
    plot->yAxis->grid()->setVisible(!isEmpty);
    emptyText->setVisible(isEmpty);
    emptyText->setText(placeholder);
    emptyText->setColor(colors().muted);
    emptyText->setFont(fontFor(TextRole::Caption, q->font()));
    cursorLine->setPen(QPen(colors().muted, 1, Qt::DotLine));
    setNote(picture->note());
    if (!plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

void BandChart::Private::fitX() {
    constexpr double kAirAtTheEnds = 0.012;  // so that markers there are whole
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const auto& curve : curves)
        if (!curve.x.empty()) {
            low = std::min(low, curve.x.front());
            high = std::max(high, curve.x.back());
        }
    const double span = high > low ? high - low : 1.0;
    isSettingRange = true;
    if (std::isfinite(low))
        plot->xAxis->setRange(low - kAirAtTheEnds * span, low + (1 + kAirAtTheEnds) * span);
    isSettingRange = false;
}

void BandChart::Private::setNote(const QString& text) {
    if (note == text)
        return;
    note = text;
    Q_EMIT q->noteChanged();
}

void BandChart::Private::describe() {
    QStringList parts;
    for (const auto& curve : curves) {
        if (curve.y.empty())
            continue;
        const bool hasBand = !curve.margin.empty() && std::isfinite(curve.margin.back());
        const QString last = hasBand
                                 ? tr("%1 ± %2").arg(formatY(curve.y.back()), formatY(curve.margin.back()))
                                 : formatY(curve.y.back());
        parts << tr("%1: %L2 points, last %3").arg(curve.name, QString::number(curve.y.size()), last);
    }
    q->setAccessibleDescription(parts.isEmpty() ? placeholder : parts.join(QStringLiteral("; ")));
}

void BandChart::Private::setCursor(double x) {
    if (std::isnan(x) && std::isnan(cursor))
        return;
    cursor = x;
    cursorLine->setVisible(std::isfinite(x));
    if (std::isfinite(x)) {
        cursorLine->point1->setCoords(x, 0);
        cursorLine->point2->setCoords(x, 1);
    }
    // A plot without a size has nothing to paint on.
    if (q->isVisible() && !plot->size().isEmpty())
        plot->layer(QStringLiteral("cursor"))->replot();
    Q_EMIT q->cursorMoved(x);
}

void BandChart::Private::zoom(double factor) {
    plot->xAxis->scaleRange(factor, std::isfinite(cursor) ? cursor : plot->xAxis->range().center());
}

void BandChart::Private::moveCursor(double share) {
    const QCPRange range = plot->xAxis->range();
    const double from = std::isfinite(cursor) ? cursor : range.center();
    setCursor(std::clamp(from + share * range.size(), range.lower, range.upper));
}

BandChart::BandChart(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    d_->build();
}

BandChart::~BandChart() = default;

void BandChart::setCurves(std::vector<BandCurve> curves) {
    d_->showsEverything = d_->showsEverything || isEmpty();
    d_->curves = std::move(curves);
    d_->picture->setCurves(d_->curves);
    d_->describe();
    d_->schedule();
}

const std::vector<BandCurve>& BandChart::curves() const {
    return d_->curves;
}

void BandChart::setTitles(const QString& x, const QString& y) {
    d_->plot->xAxis->setLabel(x);
    d_->plot->yAxis->setLabel(y);
    d_->schedule();
}

void BandChart::setFormats(FormatValue x, FormatValue y, bool isWholeX) {
    d_->formatX = std::move(x);
    d_->isWholeX = isWholeX;
    d_->formatY = std::move(y);
    d_->describe();
    d_->schedule();
}

void BandChart::setLogarithmic(bool isLogarithmic) {
    d_->isLogarithmic = isLogarithmic;
    d_->schedule();
}

void BandChart::setPlaceholder(const QString& text) {
    d_->placeholder = text;
    d_->describe();
    d_->schedule();
}

void BandChart::setHighlighted(int curve) {
    if (d_->highlighted == curve)
        return;
    d_->highlighted = curve;
    d_->schedule();
}

void BandChart::convertPlaces(const std::function<double(double)>& convert) {
    const QCPRange shown = d_->plot->xAxis->range();
    const QCPRange converted =
        convert ? QCPRange(convert(shown.lower), convert(shown.upper)) : QCPRange(kNowhere, kNowhere);
    d_->setCursor(kNowhere);
    if (d_->showsEverything || !QCPRange::validRange(converted))
        showEverything();
    else
        d_->plot->xAxis->setRange(converted);
}

std::optional<double> BandChart::valueAt(int curve, double x) const {
    const auto& one = d_->curves[static_cast<std::size_t>(curve)];
    if (one.x.empty())
        return {};
    return one.y[nearestPoint(one.x, x)];
}

bool BandChart::isEmpty() const {
    return std::all_of(d_->curves.begin(), d_->curves.end(),
                       [](const BandCurve& curve) { return curve.x.empty(); });
}

std::size_t BandChart::drawnPoints() const {
    return d_->picture->drawnPoints();
}

QString BandChart::note() const {
    return d_->note;
}

void BandChart::showEverything() {
    d_->showsEverything = true;
    d_->schedule();
}

QRectF BandChart::shown() const {
    return shownRange(*d_->plot);
}

void BandChart::paintOn(QPaintDevice& device, const QSize& size) {
    d_->redraw(1.0);
    std::vector<LookEntry> legend;
    for (const auto& curve : d_->curves)
        legend.push_back({curve.name, curve.series});
    paintPlot(*d_->plot, legend, font(), d_->colors(), device, size);
}

void BandChart::writeCsv(QIODevice& out) const {
    out.write("curve," + csvField(d_->plot->xAxis->label()) + ',' + csvField(d_->plot->yAxis->label()) +
              ",margin\r\n");
    for (const auto& curve : d_->curves)
        for (std::size_t i = 0; i < curve.x.size(); ++i)
            out.write(csvField(curve.name) + ',' + csvNumber(curve.x[i]) + ',' + csvNumber(curve.y[i]) + ',' +
                      (curve.margin.empty() ? QByteArray() : csvNumber(curve.margin[i])) + "\r\n");
}

void BandChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        d_->schedule();
}

void BandChart::keyPressEvent(QKeyEvent* event) {
    const double step = 1.0 / kCursorSteps;
    switch (event->key()) {
        case Qt::Key_Plus:
            return d_->zoom(kZoomOfKey);
        case Qt::Key_Minus:
            return d_->zoom(1.0 / kZoomOfKey);
        case Qt::Key_0:
            return showEverything();
        case Qt::Key_Left:
            return d_->moveCursor(-step);
        case Qt::Key_Right:
            return d_->moveCursor(step);
        default:
            QWidget::keyPressEvent(event);
    }
}

void BandChart::paintEvent(QPaintEvent*) {
    paintFocus(*this);
}

void BandChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d_->schedule();
}

void BandChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    d_->schedule();
}

}  // namespace tunebench::ui
