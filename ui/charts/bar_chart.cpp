#include "ui/charts/bar_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QIODevice>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include "ui/charts/chart_csv.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kLyingBarHeight = 26;
constexpr int kUprightHeight = 190;
constexpr double kBarWidth = 0.72;
constexpr double kRoomForAmount = 1.14;  // of the longest bar, behind its end
constexpr double kRoomForAmountLying = 1.25;

}  // namespace

class BarChart::Private {
public:
    Private(BarChart* chart, Direction theDirection) : q(chart), direction(theDirection) {}

    void build();
    void redraw();
    void styleAxes(const Colors& colors);
    void drawBars(const Colors& colors);
    void addAmount(std::size_t index, const Colors& colors);
    void drawLimit(const Colors& colors);
    void describe();
    bool isUpright() const { return direction == Direction::Upright; }
    QCPAxis* names() const { return isUpright() ? plot->xAxis : plot->yAxis; }
    QCPAxis* amounts() const { return isUpright() ? plot->yAxis : plot->xAxis; }

    BarChart* q;
    Direction direction;
    QCustomPlot* plot = nullptr;
    QCPBars* plain = nullptr;
    QCPBars* marked = nullptr;
    std::vector<Bar> bars;
    double limit = std::numeric_limits<double>::quiet_NaN();
    QString limitName;
    FormatValue format = [](double value) { return QLocale().toString(value, 'f', 0); };
};

void BarChart::Private::build() {
    auto* layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    plot = new QCustomPlot(q);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(64, 40);  // without a size it complains instead of painting
    plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    layout->addWidget(plot);
    for (QCPBars** series : {&plain, &marked}) {
        *series = new QCPBars(names(), amounts());
        (*series)->setWidth(kBarWidth);
        (*series)->setPen(Qt::NoPen);
    }
    names()->setRangeReversed(!isUpright());
}

void BarChart::Private::styleAxes(const Colors& colors) {
    plot->setBackground(QBrush(colors.surface));
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(axis == names() ? QPen(colors.outline) : QPen(Qt::NoPen));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(colors.muted);
        axis->setTickLabelFont(fontFor(TextRole::Caption, q->font()));
        axis->setTickLabelPadding(spacing::kHalf);
        axis->grid()->setVisible(false);
    }
    amounts()->setTickLabels(false);
}

void BarChart::Private::addAmount(std::size_t index, const Colors& colors) {
    const double place = static_cast<double>(index);
    const double value = bars[index].value;
    auto* text = new QCPItemText(plot);
    text->position->setCoords(isUpright() ? place : value, isUpright() ? value : place);
    text->setPositionAlignment(isUpright() ? Qt::AlignHCenter | Qt::AlignBottom
                                           : Qt::AlignLeft | Qt::AlignVCenter);
    text->setPadding(QMargins(spacing::kHalf, 0, spacing::kHalf, isUpright() ? 2 : 0));
    text->setText(format(value));
    text->setFont(fontFor(TextRole::Caption, q->font()));
    text->setColor(bars[index].isMarked ? colors.warning : colors.text);
}

void BarChart::Private::drawBars(const Colors& colors) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    QVector<double> places[2];
    QVector<double> values[2];
    double highest = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const std::size_t series = bars[i].isMarked ? 1 : 0;
        places[series] << static_cast<double>(i);
        values[series] << bars[i].value;
        highest = std::max(highest, bars[i].value);
        ticker->addTick(static_cast<double>(i), bars[i].name);
        if (bars[i].value > 0)
            addAmount(i, colors);
    }
    plain->setData(places[0], values[0], true);
    marked->setData(places[1], values[1], true);
    plain->setBrush(colors.series[0]);
    marked->setBrush(colors.warning);
    names()->setTicker(ticker);
    names()->setRange(-0.6, std::max(static_cast<double>(bars.size()), 1.0) - 0.4);
    amounts()->setRange(0, std::max(highest, 1.0) * (isUpright() ? kRoomForAmount : kRoomForAmountLying));
}

void BarChart::Private::drawLimit(const Colors& colors) {
    if (!std::isfinite(limit) || !isUpright())
        return;
    auto* text = new QCPItemText(plot);
    const QCPRange range = names()->range();
    const bool isRight = limit > range.center();
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(limit, 0);
    text->setPositionAlignment((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    text->setPadding(QMargins(spacing::kHalf, 0, spacing::kHalf, 0));
    text->setText(limitName);
    text->setFont(fontFor(TextRole::Caption, q->font()));
    text->setColor(colors.warning);
    text->setBrush(colors.surface);
    auto* line = new QCPItemStraightLine(plot);  // over the ground of its name
    line->point1->setCoords(limit, 0);
    line->point2->setCoords(limit, 1);
    line->setPen(QPen(colors.warning, 1.5, Qt::DashLine));
}

void BarChart::Private::describe() {
    QStringList words;
    for (const auto& bar : bars)
        words << QStringLiteral("%1: %2").arg(bar.name, format(bar.value));
    q->setAccessibleDescription(words.join(QStringLiteral("; ")));
}

void BarChart::Private::redraw() {
    const Colors& colors = colorsFor(q->palette());
    plot->clearItems();
    styleAxes(colors);
    drawBars(colors);
    drawLimit(colors);
    if (q->isVisible() && !plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

BarChart::BarChart(Direction direction, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(this, direction)) {
    setAccessibleName(accessibleName);
    d_->build();
}

BarChart::~BarChart() = default;

void BarChart::setBars(std::vector<Bar> bars) {
    d_->bars = std::move(bars);
    d_->describe();
    d_->redraw();
    updateGeometry();
}

const std::vector<Bar>& BarChart::bars() const {
    return d_->bars;
}

void BarChart::setLimit(double place, const QString& name) {
    d_->limit = place;
    d_->limitName = name;
    d_->redraw();
}

void BarChart::setValueFormat(FormatValue format) {
    d_->format = std::move(format);
    d_->redraw();
}

void BarChart::paintOn(QPaintDevice& device, const QSize& size) {
    QCPPainter painter;
    painter.begin(&device);
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
    d_->plot->toPainter(&painter, size.width(), size.height());
    painter.end();
}

void BarChart::writeCsv(QIODevice& out) const {
    out.write(csvField(tr("name")) + ',' + csvField(tr("value")) + "\r\n");
    for (const auto& bar : d_->bars)
        out.write(csvField(bar.name) + ',' + csvNumber(bar.value) + "\r\n");
}

QSize BarChart::sizeHint() const {
    if (d_->isUpright())
        return {320, kUprightHeight};
    return {320, static_cast<int>(std::max<std::size_t>(d_->bars.size(), 1)) * kLyingBarHeight + 12};
}

void BarChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        d_->redraw();
}

void BarChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d_->redraw();
}

void BarChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    d_->redraw();
}

}  // namespace tunebench::ui
