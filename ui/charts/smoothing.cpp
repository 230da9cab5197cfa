#include "ui/charts/smoothing.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {

Smoother::Smoother(double weight) : weight_(std::clamp(weight, 0.0, kLargestSmoothing)) {}

double Smoother::next(double value) {
    if (weight_ == 0.0 || !std::isfinite(value))
        return value;
    if (power_ == 1.0)
        first_ = value;
    areEqual_ = areEqual_ && value == first_;
    sum_ = weight_ * sum_ + (1.0 - weight_) * value;
    power_ *= weight_;
    // Of equal values the average differs in its last digits only.
    return areEqual_ ? value : sum_ / (1.0 - power_);
}

std::vector<double> smoothed(std::span<const double> values, double weight) {
    std::vector<double> result(values.begin(), values.end());
    Smoother smoother(weight);
    for (double& value : result)
        value = smoother.next(value);
    return result;
}

}  // namespace tunebench::ui
