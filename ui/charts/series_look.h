// SeriesLook: what tells the curves and points of a chart apart, also in print and for colour-blind people: a
// colour, and from the ninth on a dash pattern and a marker as well. The same number looks the same in every
// chart and list of a page.
#pragma once

#include <vector>

#include <QColor>
#include <QPen>
#include <QString>

class QFont;
class QPainter;
class QRectF;

namespace tunebench::ui {

struct Colors;

enum class SeriesMarker { Disc, Square, Triangle };

struct SeriesLook {
    QColor color = {};
    Qt::PenStyle line = Qt::SolidLine;
    SeriesMarker marker = SeriesMarker::Disc;
};

/// How many differ; further ones begin again.
inline constexpr int kSeriesLooks = 24;

SeriesLook seriesLook(int series, const Colors& colors);

/// A line through the middle of `rect` with the marker on it, for lists and legends.
void paintSample(QPainter& painter, const QRectF& rect, const SeriesLook& look);

struct LookEntry {
    QString name = {};
    int series = 0;
};

/// For pictures that leave the window, where no list stands beside them: samples with names, in rows as wide
/// as `width`.
int lookLegendHeight(const std::vector<LookEntry>& entries, int width, const QFont& font);
void paintLookLegend(QPainter& painter, const std::vector<LookEntry>& entries, const QRectF& rect,
                     const QFont& font, const Colors& colors);

}  // namespace tunebench::ui
