// Smoothing: the exponential moving average as TensorBoard draws it: s ← w·s + (1 − w)·y, shown as s / (1 −
// wⁿ). Non-finite values are copied through and touch neither s nor n; a series of equal values is left as it
// is.
#pragma once

#include <span>
#include <vector>

namespace tunebench::ui {

/// The largest weight offered: at 1 the average would never move.
inline constexpr double kLargestSmoothing = 0.999;

/// One value after the other, for a series that grows.
class Smoother {
public:
    explicit Smoother(double weight);
    double next(double value);

private:
    double weight_;
    double sum_ = 0.0;
    double power_ = 1.0;  // wⁿ
    double first_ = 0.0;  // of the finite values
    bool areEqual_ = true;
};

std::vector<double> smoothed(std::span<const double> values, double weight);

}  // namespace tunebench::ui
