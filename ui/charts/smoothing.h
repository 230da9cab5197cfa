// Smoothing: the exponential moving average as TensorBoard draws it: s ← w·s + (1 − w)·y, shown as s / (1 −
// wⁿ). Non-finite values are copied through and touch neither s nor n; a series of equal values is left as it
// is.
#pragma once

#include <span>
#include <vector>

namespace tunebench::ui {

/// The largest weight offered: at 1 the average would never move.
inline constexpr double kLargestSmoothing = 0.999;

std::vector<double> smoothed(std::span<const double> values, double weight);

}  // namespace tunebench::ui
