#include "core/study/statistics/pareto.h"

#include <algorithm>
#include <cmath>

namespace tunebench {
namespace {

bool is_finite(const TradeOff& point) {
    return std::isfinite(point.cost) && std::isfinite(point.loss);
}

bool beats(const TradeOff& a, const TradeOff& b) {
    return is_finite(a) && a.cost <= b.cost && a.loss <= b.loss && (a.cost < b.cost || a.loss < b.loss);
}

}  // namespace

std::vector<bool> pareto_front(std::span<const TradeOff> points) {
    std::vector<bool> on_front;
    for (const auto& point : points)
        on_front.push_back(is_finite(point) && std::ranges::none_of(points, [&](const TradeOff& other) {
                               return beats(other, point);
                           }));
    return on_front;
}

}  // namespace tunebench
