#include "ui/charts/scatter_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <QIODevice>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/charts/chart_csv.h"
#include "ui/charts/plot_painting.h"
#include "ui/charts/scatter_names.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr double kReach = 14.0;  // pixels from the mouse to a point
constexpr double kPointSize = 9.0;
constexpr double kRingSize = 15.0;
constexpr double kAirAround = 0.12;  // of the span, for names and bars

struct Reach {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value, bool isLogarithmic) {
        if (!std::isfinite(value) || (isLogarithmic && value <= 0.0))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }

    QCPRange range(bool isLogarithmic) const {
        if (!(low <= high))
            return {isLogarithmic ? 0.1 : 0.0, 1.0};
        if (isLogarithmic) {
            const double factor = std::max(1.3, std::pow(high / low, kAirAround));
            return {low / factor, high * factor};
        }
        const double span = high > low ? high - low : high == 0.0 ? 1.0 : std::abs(high);
        return {low - kAirAround * span, high + kAirAround * span};
    }
};

QString withMargin(const ScatterAxis& axis, double value, const std::optional<double>& margin) {
    const QString text = axis.format(value);
    return margin ? ScatterChart::tr("%1 ± %2").arg(text, axis.format(*margin)) : text;
}

TickLook ticksOf(const ScatterAxis& axis) {
    return {.isLogarithmic = axis.isLogarithmic,
            .isWhole = axis.isWhole,
            .format = axis.formatTick ? axis.formatTick : axis.format};
}

}  // namespace

class ScatterChart::Private {
public:
    explicit Private(ScatterChart* chart) : q(chart) {}

    void build();
    void redraw();
    void fitAxes();
    void drawPoints();
    void drawFront();
    void drawBars(const ScatterPoint& point, const QColor& color);
    void drawNames();
    void addName(const QString& name, const QRectF& place, Qt::Alignment lines, const QFont& font);
    void choose(int point);
    void chooseNear(const QPointF& place);
    void walk(int direction);
    void showChoice();
    void describe();
    bool isShown(const ScatterPoint& point) const;
    QString textOf(const ScatterPoint& point) const;
    std::vector<int> byX() const;
    QCPItemLine* addLine(double x1, double y1, double x2, double y2, const QPen& pen);
    const Colors& colors() const { return colorsFor(q->palette()); }

    ScatterChart* q;
    QCustomPlot* plot = nullptr;
    QCPGraph* front = nullptr;
    QCPGraph* ring = nullptr;
    std::vector<QCPGraph*> graphs;  // one a look that is there
    std::vector<QCPAbstractItem*> items;
    QCPItemText* emptyText = nullptr;
    QCPItemText* readoutText = nullptr;
    std::vector<ScatterPoint> points;
    ScatterAxis x;
    ScatterAxis y;
    QString placeholder;
    int chosen = -1;
};

void ScatterChart::Private::build() {
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(1, 1, 1, 1);
    plot = new QCustomPlot(q);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(64, 40);  // without a size it complains instead of painting
    plot->setPlottingHints(QCP::phCacheLabels);
    layout->addWidget(plot);
    front = plot->addGraph();
    front->setLineStyle(QCPGraph::lsStepLeft);
    ring = plot->addGraph();
    ring->setLineStyle(QCPGraph::lsNone);
    for (QCPItemText** text : {&emptyText, &readoutText}) {
        *text = new QCPItemText(plot);
        (*text)->position->setType(QCPItemPosition::ptAxisRectRatio);
    }
    emptyText->position->setCoords(0.5, 0.5);
    readoutText->position->setCoords(0.0, 0.0);
    readoutText->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    readoutText->setPadding(QMargins(spacing::kUnit, spacing::kHalf, spacing::kUnit, spacing::kHalf));
    QObject::connect(plot, &QCustomPlot::mouseMove, q,
                     [this](QMouseEvent* event) { chooseNear(event->position()); });
    QObject::connect(plot, &QCustomPlot::mousePress, q, [this] { q->setFocus(Qt::MouseFocusReason); });
}

bool ScatterChart::Private::isShown(const ScatterPoint& point) const {
    return std::isfinite(point.x) && std::isfinite(point.y) && (!x.isLogarithmic || point.x > 0.0) &&
           (!y.isLogarithmic || point.y > 0.0);
}

QString ScatterChart::Private::textOf(const ScatterPoint& point) const {
    const QString text = tr("%1: %2 %3, %4 %5")
                             .arg(point.name, x.title, withMargin(x, point.x, point.xMargin), y.title,
                                  withMargin(y, point.y, point.yMargin));
    return point.isOnFront ? tr("%1; on the front").arg(text) : text;
}

void ScatterChart::Private::redraw() {
    for (QCPAbstractItem* item : items)
        plot->removeItem(item);
    items.clear();
    stylePlot(*plot, q->font(), colors());
    setTicks(*plot->xAxis, ticksOf(x));
    setTicks(*plot->yAxis, ticksOf(y));
    plot->xAxis->setLabel(x.title);
    plot->yAxis->setLabel(y.title);
    fitAxes();
    drawFront();
    drawPoints();
    fitTickCounts(*plot);
    const bool isEmpty = std::none_of(points.begin(), points.end(),
                                      [this](const ScatterPoint& point) { return isShown(point); });
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setVisible(!isEmpty);
        axis->grid()->setVisible(!isEmpty);
    }
    emptyText->setVisible(isEmpty);
    emptyText->setText(placeholder);
    emptyText->setColor(colors().muted);
    emptyText->setFont(fontFor(TextRole::Caption, q->font()));
    if (plot->size().isEmpty())
        return;
    plot->replot(QCustomPlot::rpImmediateRefresh);  // names are placed by where the points lie
    drawNames();
    showChoice();
}

void ScatterChart::Private::fitAxes() {
    Reach ofX, ofY;
    for (const auto& point : points) {
        if (!isShown(point))
            continue;
        for (const double sign : {-1.0, 0.0, 1.0}) {
            ofX.add(point.x + sign * point.xMargin.value_or(0.0), x.isLogarithmic);
            ofY.add(point.y + sign * point.yMargin.value_or(0.0), y.isLogarithmic);
        }
    }
    plot->xAxis->setRange(ofX.range(x.isLogarithmic));
    plot->yAxis->setRange(ofY.range(y.isLogarithmic));
}

void ScatterChart::Private::drawPoints() {
    for (QCPGraph* graph : graphs)
        plot->removeGraph(graph);
    graphs.assign(kSeriesLooks, nullptr);
    for (const auto& point : points) {
        if (!isShown(point))
            continue;
        const auto slot = static_cast<std::size_t>(point.series % kSeriesLooks);
        const SeriesLook look = seriesLook(point.series, colors());
        if (graphs[slot] == nullptr) {
            graphs[slot] = plot->addGraph();
            graphs[slot]->setLineStyle(QCPGraph::lsNone);
            graphs[slot]->setScatterStyle(markerOf(look, kPointSize));
        }
        graphs[slot]->addData(point.x, point.y);
        drawBars(point, look.color);
    }
    std::erase(graphs, nullptr);
}

QCPItemLine* ScatterChart::Private::addLine(double x1, double y1, double x2, double y2, const QPen& pen) {
    auto* line = new QCPItemLine(plot);
    line->start->setCoords(x1, y1);
    line->end->setCoords(x2, y2);
    line->setPen(pen);
    items.push_back(line);
    return line;
}

void ScatterChart::Private::drawBars(const ScatterPoint& point, const QColor& color) {
    const QPen pen(color, 1);
    if (const double margin = point.xMargin.value_or(0.0); std::isfinite(margin) && margin > 0.0)
        addLine(std::max(point.x - margin, plot->xAxis->range().lower), point.y, point.x + margin, point.y,
                pen);
    if (const double margin = point.yMargin.value_or(0.0); std::isfinite(margin) && margin > 0.0)
        addLine(point.x, std::max(point.y - margin, plot->yAxis->range().lower), point.x, point.y + margin,
                pen);
}

void ScatterChart::Private::drawFront() {
    QVector<double> places, values;
    for (const int index : byX()) {
        const auto& point = points[static_cast<std::size_t>(index)];
        if (!point.isOnFront)
            continue;
        places << point.x;
        values << point.y;
    }
    front->setPen(QPen(colors().muted, 1.5, Qt::DashLine));
    front->setData(places, values, true);
}

/// Those that have room, of points on each other below each other; the readout has them all.
void ScatterChart::Private::drawNames() {
    const QFont font = fontFor(TextRole::Caption, q->font());
    const QFontMetrics metrics(font);
    std::vector<QPointF> dots;
    QStringList names;
    for (const auto& point : points) {
        if (!isShown(point))
            continue;
        dots.emplace_back(plot->xAxis->coordToPixel(point.x), plot->yAxis->coordToPixel(point.y));
        names << point.name;
    }
    std::vector<NamedPlace> named;
    QStringList texts;
    for (const auto& heap : coincidentPoints(dots, kPointSize / 2)) {
        QStringList lines;
        for (const std::size_t dot : heap)
            lines << names[static_cast<qsizetype>(dot)];
        texts << lines.join(QLatin1Char('\n'));
        named.push_back({dots[heap.front()], QSizeF(metrics.size(0, texts.back()))});
    }
    const auto places = placesOfNames(named, plot->axisRect()->rect(), kPointSize);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i])
            addName(texts[static_cast<qsizetype>(i)], *places[i],
                    places[i]->left() < named[i].point.x() ? Qt::AlignRight : Qt::AlignLeft, font);
}

/// Lines of a name begin, or end, at the point.
void ScatterChart::Private::addName(const QString& name, const QRectF& place, Qt::Alignment lines,
                                    const QFont& font) {
    auto* text = new QCPItemText(plot);
    text->position->setTypeX(QCPItemPosition::ptAbsolute);
    text->position->setTypeY(QCPItemPosition::ptAbsolute);
    text->position->setCoords(place.left(), place.center().y());
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    text->setTextAlignment(lines);
    text->setText(name);
    text->setFont(font);
    text->setColor(colors().muted);
    items.push_back(text);
}

std::vector<int> ScatterChart::Private::byX() const {
    std::vector<int> order;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (isShown(points[i]))
            order.push_back(static_cast<int>(i));
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        return points[static_cast<std::size_t>(a)].x < points[static_cast<std::size_t>(b)].x;
    });
    return order;
}

void ScatterChart::Private::chooseNear(const QPointF& place) {
    int nearest = -1;
    double least = kReach;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!isShown(points[i]))
            continue;
        const QPointF away = q->placeOf(i) - place;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < least) {
            least = distance;
            nearest = static_cast<int>(i);
        }
    }
    choose(nearest);
}

void ScatterChart::Private::walk(int direction) {
    const auto order = byX();
    if (order.empty())
        return;
    const auto found = std::find(order.begin(), order.end(), chosen);
    const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
    const std::ptrdiff_t next = found == order.end()
                                    ? (direction > 0 ? 0 : last)
                                    : std::clamp<std::ptrdiff_t>(found - order.begin() + direction, 0, last);
    choose(order[static_cast<std::size_t>(next)]);
}

void ScatterChart::Private::choose(int point) {
    if (chosen == point)
        return;
    chosen = point;
    showChoice();
    Q_EMIT q->pointChosen(point);
}

void ScatterChart::Private::showChoice() {
    const bool isAny = chosen >= 0;
    ring->setVisible(isAny);
    readoutText->setVisible(isAny);
    if (isAny) {
        const auto& point = points[static_cast<std::size_t>(chosen)];
        ring->setData({point.x}, {point.y}, true);
        ring->setScatterStyle({QCPScatterStyle::ssCircle, QPen(colors().text, 1.5), Qt::NoBrush, kRingSize});
        readoutText->setText(textOf(point));
        readoutText->setFont(fontFor(TextRole::Caption, q->font()));
        readoutText->setColor(colors().text);
        readoutText->setBrush(colors().raised);
        readoutText->setPen(QPen(colors().border));
    }
    if (q->isVisible() && !plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

void ScatterChart::Private::describe() {
    QStringList parts;
    for (const auto& point : points)
        parts << textOf(point);
    if (!q->note().isEmpty())
        parts << q->note();
    q->setAccessibleDescription(parts.isEmpty() ? placeholder : parts.join(QStringLiteral(". ")));
}

ScatterChart::ScatterChart(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    d_->build();
}

ScatterChart::~ScatterChart() = default;

void ScatterChart::setContent(std::vector<ScatterPoint> points, const ScatterAxis& x, const ScatterAxis& y) {
    d_->points = std::move(points);
    d_->x = x;
    d_->y = y;
    d_->choose(-1);
    d_->describe();
    d_->redraw();
}

const std::vector<ScatterPoint>& ScatterChart::points() const {
    return d_->points;
}

void ScatterChart::setPlaceholder(const QString& text) {
    d_->placeholder = text;
    d_->describe();
    d_->redraw();
}

QString ScatterChart::readout() const {
    return d_->chosen < 0 ? QString() : d_->textOf(d_->points[static_cast<std::size_t>(d_->chosen)]);
}

QString ScatterChart::note() const {
    const auto hidden = std::count_if(d_->points.begin(), d_->points.end(),
                                      [this](const ScatterPoint& point) { return !d_->isShown(point); });
    return hidden == 0 ? QString() : tr("not on these axes: %L1").arg(static_cast<qlonglong>(hidden));
}

QPointF ScatterChart::placeOf(std::size_t point) const {
    return d_->plot->pos() + QPointF(d_->plot->xAxis->coordToPixel(d_->points[point].x),
                                     d_->plot->yAxis->coordToPixel(d_->points[point].y));
}

QRectF ScatterChart::shown() const {
    return shownRange(*d_->plot);
}

void ScatterChart::paintOn(QPaintDevice& device, const QSize& size) {
    std::vector<LookEntry> legend;
    for (const auto& point : d_->points)
        legend.push_back({point.name, point.series});
    // Names stand where the window has the points: in another size they are in the legend alone.
    d_->choose(-1);
    for (QCPAbstractItem* item : d_->items)
        item->setVisible(qobject_cast<QCPItemText*>(item) == nullptr);
    paintPlot(*d_->plot, legend, font(), d_->colors(), device, size);
    d_->redraw();
}

void ScatterChart::writeCsv(QIODevice& out) const {
    const auto optional = [](const std::optional<double>& number) {
        return number ? csvNumber(*number) : QByteArray();
    };
    const QString margin = QStringLiteral(" ±");
    out.write("name," + csvField(d_->x.title) + ',' + csvField(d_->y.title) + ',' +
              csvField(d_->x.title + margin) + ',' + csvField(d_->y.title + margin) + ",on the front\r\n");
    for (const auto& point : d_->points)
        out.write(csvField(point.name) + ',' + csvNumber(point.x) + ',' + csvNumber(point.y) + ',' +
                  optional(point.xMargin) + ',' + optional(point.yMargin) + ',' +
                  (point.isOnFront ? "yes" : "no") + "\r\n");
}

void ScatterChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        d_->redraw();
}

void ScatterChart::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        d_->walk(event->key() == Qt::Key_Left ? -1 : 1);
    else if (event->key() == Qt::Key_Escape && d_->chosen >= 0)
        d_->choose(-1);
    else
        QWidget::keyPressEvent(event);
}

void ScatterChart::paintEvent(QPaintEvent*) {
    paintFocus(*this);
}

void ScatterChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d_->redraw();
}

void ScatterChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    d_->redraw();
}

void ScatterChart::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    d_->choose(-1);
}

}  // namespace tunebench::ui
