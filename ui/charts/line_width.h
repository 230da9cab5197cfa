// How thick the thin lines of a chart are. Part of line_chart and band_chart.
#pragma once

#include <cstddef>

namespace tunebench::ui {

/// Points of one picture from which on lines lie so close that smooth edges cost much and nobody sees them.
inline constexpr std::size_t kManyPoints = 12'000;

/// In pixels, for `ratio` device pixels each and a picture of `points`. A line of 1 is painted as one device
/// pixel, which is fast, and on a dense screen half as thick as it should be; there it is a little more.
double thinLine(double ratio, std::size_t points);

}  // namespace tunebench::ui
