// Decimation: at most two points a pixel, the smallest and the largest of each pixel's column, so that a
// spike of one sample stays visible at every zoom. Non-finite values are left out and reported apart.
#pragma once

#include <vector>

#include "ui/charts/series.h"

namespace tunebench::ui {

struct DecimatedCurve {
    std::vector<double> x = {};
    std::vector<double> y = {};
    std::vector<double> nonfinite = {};  // places of NaN and infinities, at most one a pixel
    bool operator==(const DecimatedCurve&) const = default;
};

/// What of the places is seen.
struct SeenPlaces {
    double from = 0.0;
    double to = 1.0;
    int pixels = 1;
    bool isLogarithmic = false;  // then both ends are more than 0
};

/// Takes the points in [from, to] and one beyond each end, so that lines leave the picture as they should;
/// where there are no more points than two a pixel all are kept. `onlyPositive`: for a logarithmic axis of
/// values.
DecimatedCurve decimate(const Series& series, const SeenPlaces& seen, bool onlyPositive = false);

}  // namespace tunebench::ui
