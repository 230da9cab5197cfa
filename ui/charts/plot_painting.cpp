#include "ui/charts/plot_painting.h"

#include <algorithm>

#include "ui/charts/log_ticker.h"
#include "ui/charts/whole_ticker.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

template <class Ticker>
class LabelTicker : public Ticker {
public:
    explicit LabelTicker(std::function<QString(double)> format) : format_(std::move(format)) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return format_(tick); }

private:
    std::function<QString(double)> format_;
};

template <class Ticker>
QSharedPointer<QCPAxisTicker> tickerOf(const TickLook& look) {
    if (look.isWhole)
        return QSharedPointer<LabelTicker<Whole<Ticker>>>::create(look.format);
    return QSharedPointer<LabelTicker<Ticker>>::create(look.format);
}

}  // namespace

void stylePlot(QCustomPlot& plot, const QFont& font, const Colors& colors) {
    plot.setBackground(QBrush(colors.surface));
    const QFont caption = fontFor(TextRole::Caption, font);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        const bool isX = axis == plot.xAxis;
        axis->setBasePen(isX ? QPen(colors.outline) : QPen(Qt::NoPen));
        axis->setTickPen(isX ? QPen(colors.outline) : QPen(Qt::NoPen));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(isX ? 3 : 0);
        axis->setTickLabelColor(colors.muted);
        axis->setTickLabelFont(caption);
        axis->setTickLabelPadding(spacing::kHalf);
        axis->setLabelColor(colors.muted);
        axis->setLabelFont(caption);
        axis->setLabelPadding(spacing::kHalf);
        axis->grid()->setPen(QPen(colors.grid, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void setTicks(QCPAxis& axis, const TickLook& look) {
    axis.setScaleType(look.isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(look.isLogarithmic ? tickerOf<LogTicker>(look) : tickerOf<QCPAxisTicker>(look));
}

void fitTickCounts(QCustomPlot& plot) {
    const QSize room = plot.axisRect()->size();
    const QFontMetrics metrics(plot.yAxis->tickLabelFont());
    plot.yAxis->ticker()->setTickCount(std::clamp(room.height() / (2 * metrics.height()), 2, 6));
    plot.xAxis->ticker()->setTickCount(std::clamp(room.width() / (9 * metrics.averageCharWidth()), 2, 8));
}

QCPScatterStyle markerOf(const SeriesLook& look, double size) {
    const auto shape = look.marker == SeriesMarker::Square     ? QCPScatterStyle::ssSquare
                       : look.marker == SeriesMarker::Triangle ? QCPScatterStyle::ssTriangle
                                                               : QCPScatterStyle::ssCircle;
    return {shape, QPen(look.color, 1.5), QBrush(look.color), size};
}

void paintPlot(QCustomPlot& plot, const std::vector<LookEntry>& legend, const QFont& font,
               const Colors& colors, QPaintDevice& device, const QSize& size) {
    const QFont caption = fontFor(TextRole::Caption, font);
    const int width = size.width() - 2 * spacing::kWide;
    const int legendHeight = lookLegendHeight(legend, width, caption);
    const int height = std::max(1, size.height() - legendHeight - spacing::kUnit);
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.fillRect(QRect(QPoint(0, 0), size), colors.surface);
    plot.toPainter(&painter, size.width(), height);
    paintLookLegend(painter, legend, QRectF(spacing::kWide, height, width, legendHeight), caption, colors);
}

void paintFocus(QWidget& widget) {
    if (!widget.hasFocus())
        return;
    QPainter painter(&widget);
    painter.setPen(QPen(colorsFor(widget.palette()).accentText, 1));
    painter.drawRect(widget.rect().adjusted(0, 0, -1, -1));
}

QRectF shownRange(const QCustomPlot& plot) {
    const QCPRange x = plot.xAxis->range(), y = plot.yAxis->range();
    return {x.lower, y.lower, x.size(), y.size()};
}

}  // namespace tunebench::ui
