#include "ui/charts/smoothing.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {
namespace {

bool areEqual(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
}

}  // namespace

std::vector<double> smoothed(std::span<const double> values, double weight) {
    std::vector<double> result(values.begin(), values.end());
    const double w = std::clamp(weight, 0.0, kLargestSmoothing);
    if (w == 0.0 || areEqual(values))
        return result;
    double sum = 0.0;
    double power = 1.0;  // wⁿ
    for (double& value : result) {
        if (!std::isfinite(value))
            continue;
        sum = w * sum + (1.0 - w) * value;
        power *= w;
        value = sum / (1.0 - power);
    }
    return result;
}

}  // namespace tunebench::ui
