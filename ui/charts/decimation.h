// Decimation: at most two points a pixel, the smallest and the largest of each pixel's column, so that a
// spike of one sample stays visible at every zoom. Non-finite values are left out and reported apart.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tunebench::ui {

struct DecimatedCurve {
    std::vector<double> x = {};
    std::vector<double> y = {};
    std::vector<double> nonfinite = {};  // places of NaN and infinities, at most one a pixel
    bool operator==(const DecimatedCurve&) const = default;
};

/// `x` ascends. Takes the points in [from, to] and one beyond each end, so that lines leave the picture as
/// they should; where there are no more points than two a pixel all are kept.
DecimatedCurve decimate(std::span<const double> x, std::span<const double> y, double from, double to,
                        int pixels);

}  // namespace tunebench::ui
