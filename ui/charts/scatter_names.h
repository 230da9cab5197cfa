// Where the names of a scatter chart's points stand. Part of scatter_chart; no widget.
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QSizeF>

namespace tunebench::ui {

struct NamedPlace {
    QPointF point = {};
    QSizeF name = {};  // how much room the name needs
};

/// The points that lie on each other, nearer than `reach` to the first of them: their indices, by the first.
std::vector<std::vector<std::size_t>> coincidentPoints(const std::vector<QPointF>& points, double reach);

/// Beside each point, to the right of it or, near the edge, to the left; nothing where a point or a name is
/// already, or where `room` ends. `gap` is the distance from the middle of a point.
std::vector<std::optional<QRectF>> placesOfNames(const std::vector<NamedPlace>& points, const QRectF& room,
                                                 double gap);

}  // namespace tunebench::ui
