#include "ui/charts/series_look.h"

#include <algorithm>
#include <array>

#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr double kMarker = 3.5;  // half its size
constexpr int kSampleWidth = 26;
constexpr int kSampleGap = 16;

constexpr std::array<Qt::PenStyle, 3> kLines = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
constexpr std::array<SeriesMarker, 3> kMarkers = {SeriesMarker::Disc, SeriesMarker::Square,
                                                  SeriesMarker::Triangle};

void paintMarker(QPainter& painter, const QPointF& at, SeriesMarker marker) {
    switch (marker) {
        case SeriesMarker::Disc:
            painter.drawEllipse(at, kMarker, kMarker);
            break;
        case SeriesMarker::Square:
            painter.drawRect(QRectF(at.x() - kMarker, at.y() - kMarker, 2 * kMarker, 2 * kMarker));
            break;
        case SeriesMarker::Triangle:
            painter.drawPolygon(QPolygonF({at + QPointF(0, -kMarker - 1), at + QPointF(kMarker + 1, kMarker),
                                           at + QPointF(-kMarker - 1, kMarker)}));
            break;
    }
}

/// Where each entry stands: its left edge and its row.
std::vector<QPoint> placesOfEntries(const std::vector<LookEntry>& entries, int width,
                                    const QFontMetrics& metrics) {
    std::vector<QPoint> places;
    QPoint next(0, 0);
    for (const auto& entry : entries) {
        const int needed = kSampleWidth + spacing::kHalf + metrics.horizontalAdvance(entry.name) + kSampleGap;
        if (next.x() > 0 && next.x() + needed > width)
            next = {0, next.y() + 1};
        places.push_back(next);
        next.rx() += needed;
    }
    return places;
}

int rowHeight(const QFontMetrics& metrics) {
    return metrics.height() + spacing::kHalf;
}

}  // namespace

SeriesLook seriesLook(int series, const Colors& colors) {
    const auto index = static_cast<std::size_t>(std::max(0, series));
    const auto round = index / colors.series.size() % kLines.size();
    return {colors.series[index % colors.series.size()], kLines[round], kMarkers[round]};
}

void paintSample(QPainter& painter, const QRectF& rect, const SeriesLook& look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = rect.center().y();
    painter.setPen(QPen(look.color, 2, look.line));
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color);
    paintMarker(painter, rect.center(), look.marker);
    painter.restore();
}

int lookLegendHeight(const std::vector<LookEntry>& entries, int width, const QFont& font) {
    const QFontMetrics metrics(font);
    const auto places = placesOfEntries(entries, width, metrics);
    return places.empty() ? 0 : (places.back().y() + 1) * rowHeight(metrics);
}

void paintLookLegend(QPainter& painter, const std::vector<LookEntry>& entries, const QRectF& rect,
                     const QFont& font, const Colors& colors) {
    const QFontMetrics metrics(font);
    const auto places = placesOfEntries(entries, static_cast<int>(rect.width()), metrics);
    painter.save();
    painter.setFont(font);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QRectF sample(rect.left() + places[i].x(), rect.top() + places[i].y() * rowHeight(metrics),
                            kSampleWidth, rowHeight(metrics));
        paintSample(painter, sample, seriesLook(entries[i].series, colors));
        const QRectF text(sample.right() + spacing::kHalf, sample.top(), rect.width(), sample.height());
        painter.setPen(colors.muted);
        painter.drawText(text, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), entries[i].name);
    }
    painter.restore();
}

}  // namespace tunebench::ui
