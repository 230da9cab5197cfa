#include "ui/charts/parallel_axes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tunebench::ui {
namespace {

constexpr double kLogarithmicFrom = 100.0;

}  // namespace

QString ParallelAxis::text(double value) const {
    if (categories.isEmpty())
        return format(value);
    const auto index = static_cast<qsizetype>(std::lround(value));
    return index >= 0 && index < categories.size() ? categories[index] : QString();
}

ParallelScale::ParallelScale(const ParallelAxis& axis, std::size_t index,
                             const std::vector<ParallelLine>& lines) {
    if (!axis.categories.isEmpty()) {
        high_ = static_cast<double>(axis.categories.size() - 1);
        for (qsizetype i = 0; i < axis.categories.size(); ++i)
            marks_.push_back(static_cast<double>(i));
        return;
    }
    low_ = std::numeric_limits<double>::infinity();
    high_ = -low_;
    for (const auto& line : lines)
        if (const auto& value = line.values[index]; value && std::isfinite(*value)) {
            low_ = std::min(low_, *value);
            high_ = std::max(high_, *value);
        }
    if (!(low_ <= high_))
        return;
    isLogarithmic_ = low_ > 0.0 && high_ > kLogarithmicFrom * low_;
    marks_ = low_ < high_ ? std::vector<double>{low_, high_} : std::vector<double>{low_};
}

std::optional<double> ParallelScale::place(const std::optional<double>& value) const {
    if (!value || !std::isfinite(*value) || marks_.empty())
        return {};
    if (high_ <= low_)
        return 0.5;
    if (isLogarithmic_)
        return std::log(*value / low_) / std::log(high_ / low_);
    return (*value - low_) / (high_ - low_);
}

}  // namespace tunebench::ui
