#include "ui/charts/parallel_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QIODevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/charts/chart_csv.h"
#include "ui/charts/plot_painting.h"
#include "ui/charts/series_look.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr double kReachOfLine = 8.0;  // pixels from the mouse
constexpr double kReachOfAxis = 10.0;
constexpr double kLeastBrush = 0.02;  // shorter is a click
constexpr double kBrushWidth = 12.0;
constexpr float kUnchosen = 0.15F;
constexpr int kTitleLines = 2;
constexpr int kReadoutLines = 2;
constexpr double kMarkAbove = 0.5;  // lines: half the name of an axis's highest value

double distanceToSegment(const QPointF& place, const QPointF& from, const QPointF& to) {
    const QPointF along = to - from;
    const double length = QPointF::dotProduct(along, along);
    const double share =
        length > 0.0 ? std::clamp(QPointF::dotProduct(place - from, along) / length, 0.0, 1.0) : 0.0;
    const QPointF away = place - (from + share * along);
    return std::hypot(away.x(), away.y());
}

/// "optimizer.learning_rate" breaks behind its points and underscores.
QString breakable(QString title) {
    constexpr QChar kZeroWidthSpace(0x200B);
    for (const QChar mark : {QLatin1Char('.'), QLatin1Char('_')})
        title.replace(mark, QString(mark) + kZeroWidthSpace);
    return title;
}

/// Above an axis, on as many lines as there are; what does not fit is elided.
void paintTitle(QPainter& painter, const QRectF& place, const QString& title) {
    constexpr int kHow = Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString text = breakable(title);
    const QRectF needed = painter.boundingRect(place, kHow, text);
    const bool fits = needed.height() <= place.height() + 1.0 && needed.width() <= place.width() + 1.0;
    const int width = static_cast<int>(place.width());
    if (fits)
        painter.drawText(place, kHow, text);
    else
        painter.drawText(place, static_cast<int>(Qt::AlignHCenter | Qt::AlignBottom),
                         metrics.elidedText(title, Qt::ElideMiddle, width));
}

}  // namespace

ParallelChart::ParallelChart(const QString& accessibleName, QWidget* parent) : QWidget(parent) {
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ParallelChart::setContent(std::vector<ParallelAxis> axes, std::vector<ParallelLine> lines) {
    axes_ = std::move(axes);
    lines_ = std::move(lines);
    scales_.clear();
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        scales_.emplace_back(axes_[axis], axis, lines_);
    brushes_.assign(axes_.size(), std::nullopt);
    pointed_ = brushed_ = -1;
    describe();
    update();
}

void ParallelChart::setPlaceholder(const QString& text) {
    placeholder_ = text;
    describe();
    update();
}

void ParallelChart::describe() {
    QStringList parts;
    for (const auto& line : lines_) {
        QStringList values;
        for (std::size_t axis = 0; axis < axes_.size(); ++axis)
            if (line.values[axis])
                values << tr("%1 %2").arg(axes_[axis].title, axes_[axis].text(*line.values[axis]));
        parts << tr("%1: %2").arg(line.name, values.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(axes_.empty() || parts.isEmpty() ? placeholder_
                                                              : parts.join(QStringLiteral(". ")));
}

QString ParallelChart::readout() const {
    if (pointed_ < 0)
        return {};
    const auto& line = lines_[static_cast<std::size_t>(pointed_)];
    QStringList values{line.name};
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        values << tr("%1 %2").arg(axes_[axis].title, line.values[axis] ? axes_[axis].text(*line.values[axis])
                                                                       : QStringLiteral("–"));
    return values.join(QStringLiteral(" · "));
}

QRectF ParallelChart::plotArea(const QRectF& whole) const {
    const QFontMetrics metrics(fontFor(TextRole::Caption, font()));
    const double side = axes_.size() > 1 ? whole.width() / static_cast<double>(2 * axes_.size()) : 0.0;
    // Readout and titles above, the lowest values' names below.
    const double linesAbove = kReadoutLines + kTitleLines + kMarkAbove;
    return whole.adjusted(side, linesAbove * metrics.height() + 2.0 * spacing::kUnit, -side,
                          -metrics.height() - spacing::kUnit);
}

double ParallelChart::axisX(const QRectF& area, std::size_t axis) const {
    if (axes_.size() < 2)
        return area.center().x();
    return area.left() + area.width() * static_cast<double>(axis) / static_cast<double>(axes_.size() - 1);
}

std::optional<QPointF> ParallelChart::pointAt(const QRectF& area, std::size_t line, std::size_t axis) const {
    const auto place = scales_[axis].place(lines_[line].values[axis]);
    if (!place)
        return {};
    return QPointF(axisX(area, axis), area.bottom() - *place * area.height());
}

std::optional<QPointF> ParallelChart::placeOf(std::size_t line, std::size_t axis) const {
    return pointAt(plotArea(rect()), line, axis);
}

int ParallelChart::axisNear(double x) const {
    const QRectF area = plotArea(rect());
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        if (std::abs(axisX(area, axis) - x) <= kReachOfAxis)
            return static_cast<int>(axis);
    return -1;
}

double ParallelChart::distanceTo(std::size_t line, const QPointF& place) const {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t axis = 0; axis + 1 < axes_.size(); ++axis) {
        const auto from = placeOf(line, axis), to = placeOf(line, axis + 1);
        if (from && to)
            least = std::min(least, distanceToSegment(place, *from, *to));
    }
    return least;
}

int ParallelChart::lineNear(const QPointF& place) const {
    int nearest = -1;
    double least = kReachOfLine;
    for (std::size_t line = 0; line < lines_.size(); ++line)
        if (const double distance = distanceTo(line, place); distance < least) {
            least = distance;
            nearest = static_cast<int>(line);
        }
    return nearest;
}

double ParallelChart::shareAt(double y) const {
    const QRectF area = plotArea(rect());
    return std::clamp((area.bottom() - y) / std::max(1.0, area.height()), 0.0, 1.0);
}

bool ParallelChart::isChosen(std::size_t line) const {
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
        if (!brushes_[axis])
            continue;
        const auto place = scales_[axis].place(lines_[line].values[axis]);
        if (!place || *place < brushes_[axis]->first || *place > brushes_[axis]->second)
            return false;
    }
    return true;
}

std::vector<int> ParallelChart::chosenLines() const {
    std::vector<int> chosen;
    for (std::size_t line = 0; line < lines_.size(); ++line)
        if (isChosen(line))
            chosen.push_back(static_cast<int>(line));
    return chosen;
}

void ParallelChart::point(int line) {
    if (pointed_ == line)
        return;
    pointed_ = line;
    update();
    Q_EMIT lineChosen(line);
}

void ParallelChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    paint(painter, rect());
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.setPen(colors.text);
    const QFontMetrics metrics = painter.fontMetrics();
    const int fitting = width() * kReadoutLines - width() / 4;  // lines break before they are full
    painter.drawText(QRect(0, 0, width(), kReadoutLines * metrics.height()),
                     static_cast<int>(Qt::AlignLeft | Qt::TextWordWrap),
                     metrics.elidedText(readout(), Qt::ElideRight, fitting));
    painter.end();
    paintFocus(*this);
}

void ParallelChart::paint(QPainter& painter, const QRectF& whole) const {
    const Colors& colors = colorsFor(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(whole, colors.surface);
    painter.setFont(fontFor(TextRole::Caption, font()));
    if (axes_.empty() || lines_.empty()) {
        painter.setPen(colors.muted);
        painter.drawText(whole, static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), placeholder_);
        return;
    }
    const QRectF area = plotArea(whole);
    paintLines(painter, area, colors);
    paintAxes(painter, area, colors);
}

void ParallelChart::paintLines(QPainter& painter, const QRectF& area, const Colors& colors) const {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        SeriesLook look = seriesLook(lines_[line].series, colors);
        const bool isOther = pointed_ >= 0 && pointed_ != static_cast<int>(line);
        if (!isChosen(line) || isOther)
            look.color.setAlphaF(isOther && isChosen(line) ? 2 * kUnchosen : kUnchosen);
        paintLine(painter, area, line, QPen(look.color, 2, look.line));
    }
}

void ParallelChart::paintLine(QPainter& painter, const QRectF& area, std::size_t line,
                              const QPen& pen) const {
    painter.setPen(pen);
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
        const auto from = pointAt(area, line, axis);
        if (!from)
            continue;
        if (const auto to = axis + 1 < axes_.size() ? pointAt(area, line, axis + 1) : std::nullopt)
            painter.drawLine(*from, *to);
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawEllipse(*from, 3.0, 3.0);
        painter.restore();
    }
}

void ParallelChart::paintAxes(QPainter& painter, const QRectF& area, const Colors& colors) const {
    const QFontMetrics metrics = painter.fontMetrics();
    const double room = area.width() / static_cast<double>(std::max<std::size_t>(1, axes_.size() - 1));
    const int width = static_cast<int>(room) - spacing::kUnit;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
        const double x = axisX(area, axis);
        painter.setPen(QPen(colors.outline, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        if (const auto& brush = brushes_[axis]) {
            QColor fill = colors.accentText;
            fill.setAlphaF(0.25F);
            painter.fillRect(QRectF(x - kBrushWidth / 2, area.bottom() - brush->second * area.height(),
                                    kBrushWidth, (brush->second - brush->first) * area.height()),
                             fill);
        }
        const QString title =
            scales_[axis].isLogarithmic() ? tr("%1 (log)").arg(axes_[axis].title) : axes_[axis].title;
        painter.setPen(colors.text);
        const double height = kTitleLines * metrics.height();
        const double bottom = area.top() - kMarkAbove * metrics.height() - spacing::kHalf;
        paintTitle(painter, QRectF(x - width / 2.0, bottom - height, width, height), title);
        paintMarks(painter, area, axis, colors);
    }
}

/// Names of values to the right of the axis; where categories are many, those that have room.
void ParallelChart::paintMarks(QPainter& painter, const QRectF& area, std::size_t axis,
                               const Colors& colors) const {
    const QFontMetrics metrics = painter.fontMetrics();
    const double room = area.width() / static_cast<double>(std::max<std::size_t>(1, axes_.size() - 1));
    const int width = std::max(24, static_cast<int>(room) - 2 * spacing::kUnit);
    double lastY = std::numeric_limits<double>::infinity();
    // Through a value that all have, all lines go: its name stands above them.
    const double raised = scales_[axis].marks().size() == 1 ? metrics.height() / 2.0 + 3.0 : 0.0;
    painter.setPen(colors.muted);
    for (const double mark : scales_[axis].marks()) {
        const double y = area.bottom() - scales_[axis].place(mark).value_or(0.5) * area.height() - raised;
        if (lastY - y < metrics.height())
            continue;
        lastY = y;
        const QString text =
            metrics.elidedText(axes_[axis].text(mark), Qt::ElideMiddle, axes_.size() > 1 ? width : 200);
        const double textWidth = metrics.horizontalAdvance(text);
        const QRectF place(axisX(area, axis) + spacing::kUnit, y - metrics.height() / 2.0, textWidth,
                           metrics.height());
        QColor behind = colors.surface;
        behind.setAlphaF(0.8F);
        painter.fillRect(place, behind);
        painter.drawText(place, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), text);
    }
}

void ParallelChart::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    brushed_ = event->button() == Qt::LeftButton ? axisNear(event->position().x()) : -1;
    brushStart_ = shareAt(event->position().y());
}

void ParallelChart::mouseMoveEvent(QMouseEvent* event) {
    if (brushed_ < 0) {
        point(lineNear(event->position()));
        return;
    }
    const double end = shareAt(event->position().y());
    brushes_[static_cast<std::size_t>(brushed_)] = std::minmax(brushStart_, end);
    update();
    Q_EMIT chosenChanged();
}

void ParallelChart::mouseReleaseEvent(QMouseEvent* event) {
    if (brushed_ < 0)
        return;
    auto& brush = brushes_[static_cast<std::size_t>(brushed_)];
    if (std::abs(shareAt(event->position().y()) - brushStart_) < kLeastBrush)
        brush.reset();
    brushed_ = -1;
    update();
    Q_EMIT chosenChanged();
}

void ParallelChart::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(lines_.size()) - 1;
    if (event->key() == Qt::Key_Escape) {
        brushes_.assign(axes_.size(), std::nullopt);
        point(-1);
        update();
        Q_EMIT chosenChanged();
    } else if (event->key() == Qt::Key_Down && last >= 0) {
        point(std::min(pointed_ + 1, last));
    } else if (event->key() == Qt::Key_Up && last >= 0) {
        point(pointed_ < 0 ? last : std::max(pointed_ - 1, 0));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ParallelChart::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    point(-1);
}

void ParallelChart::paintOn(QPaintDevice& device, const QSize& size) {
    QPainter painter(&device);
    const Colors& colors = colorsFor(palette());
    const QFont caption = fontFor(TextRole::Caption, font());
    std::vector<LookEntry> legend;
    for (const auto& line : lines_)
        legend.push_back({line.name, line.series});
    const int width = size.width() - 2 * spacing::kWide;
    const int legendHeight = lookLegendHeight(legend, width, caption);
    painter.fillRect(QRect(QPoint(0, 0), size), colors.surface);
    paint(painter, QRectF(0, 0, size.width(), size.height() - legendHeight - spacing::kUnit));
    paintLookLegend(painter, legend,
                    QRectF(spacing::kWide, size.height() - legendHeight, width, legendHeight), caption,
                    colors);
}

void ParallelChart::writeCsv(QIODevice& out) const {
    QByteArray row = "name";
    for (const auto& axis : axes_)
        row += ',' + csvField(axis.title);
    out.write(row + "\r\n");
    for (const auto& line : lines_) {
        row = csvField(line.name);
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
            const auto& value = line.values[axis];
            row += ',';
            if (value)
                row +=
                    axes_[axis].categories.isEmpty() ? csvNumber(*value) : csvField(axes_[axis].text(*value));
        }
        out.write(row + "\r\n");
    }
}

}  // namespace tunebench::ui
