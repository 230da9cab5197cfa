#include "core/memory/calibration.h"

#include <algorithm>
#include <vector>

namespace tunebench {
namespace {

/// 0 of none. Of an even number the lower of the two in the middle.
double median(std::vector<double> values) {
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

double scaled(std::uint64_t bytes, double factor) {
    return static_cast<double>(bytes) * factor;
}

}  // namespace

std::uint64_t MemoryCalibration::corrected(std::uint64_t predicted) const {
    return static_cast<std::uint64_t>(scaled(predicted, factor));
}

MemoryRange MemoryCalibration::range(std::uint64_t predicted) const {
    return {.low = static_cast<std::uint64_t>(scaled(predicted, factor * (1.0 - uncertainty))),
            .high = static_cast<std::uint64_t>(scaled(predicted, factor * (1.0 + uncertainty)))};
}

MemoryCalibration calibrated_by(std::span<const FinishedPeak> runs) {
    std::vector<double> ratios, besides;
    for (const auto& [predicted, measured, resident] : runs) {
        if (predicted == 0 || measured == 0)
            continue;
        ratios.push_back(static_cast<double>(measured) / static_cast<double>(predicted));
        if (resident > measured)
            besides.push_back(static_cast<double>(resident - measured));
    }
    if (std::ssize(ratios) < MemoryCalibration::kLeastRuns)
        return {};
    const auto count = std::ssize(ratios);
    const auto most = std::ranges::max(ratios);
    const auto factor = std::clamp(median(std::move(ratios)), 1.0, MemoryCalibration::kMostFactor);
    return {.runs = count,
            .factor = factor,
            .beside = static_cast<std::uint64_t>(median(std::move(besides))),
            .uncertainty = std::clamp(most / factor - 1.0, MemoryCalibration::kLeastUncertainty,
                                      MemoryCalibration::kMostUncertainty)};
}

}  // namespace tunebench
