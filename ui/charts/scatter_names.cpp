#include "ui/charts/scatter_names.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {

std::vector<std::vector<std::size_t>> coincidentPoints(const std::vector<QPointF>& points, double reach) {
    std::vector<std::vector<std::size_t>> heaps;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto same = std::find_if(heaps.begin(), heaps.end(), [&](const auto& heap) {
            const QPointF away = points[i] - points[heap.front()];
            return std::hypot(away.x(), away.y()) < reach;
        });
        if (same == heaps.end())
            heaps.push_back({i});
        else
            same->push_back(i);
    }
    return heaps;
}

std::vector<std::optional<QRectF>> placesOfNames(const std::vector<NamedPlace>& points, const QRectF& room,
                                                 double gap) {
    std::vector<QRectF> taken;
    for (const auto& [point, name] : points)
        taken.emplace_back(point.x() - gap / 2, point.y() - gap / 2, gap, gap);
    std::vector<std::optional<QRectF>> places;
    for (const auto& [point, name] : points) {
        const bool isLeft = point.x() + gap + name.width() > room.right();
        const QRectF place(
            QPointF(isLeft ? point.x() - gap - name.width() : point.x() + gap, point.y() - name.height() / 2),
            name);
        const bool isFree = room.contains(place) &&
                            std::none_of(taken.begin(), taken.end(),
                                         [&](const QRectF& other) { return other.intersects(place); });
        places.push_back(isFree ? std::optional(place) : std::nullopt);
        if (isFree)
            taken.push_back(place);
    }
    return places;
}

}  // namespace tunebench::ui
