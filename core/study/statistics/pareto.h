// The points that no other beats: at least as good in both directions and better in one.
#pragma once

#include <span>
#include <vector>

namespace tunebench {

/// Less is better in both. Points that are not finite are on no front.
struct TradeOff {
    double cost = 0.0;
    double loss = 0.0;
};

/// Whether each point is on the front; equal points are all on it or none.
std::vector<bool> pareto_front(std::span<const TradeOff> points);

}  // namespace tunebench
