// Distances, in device-independent pixels: everything sits on a grid of 8.
#pragma once

namespace tunebench::ui::spacing {

inline constexpr int kHalf = 4;
inline constexpr int kUnit = 8;
inline constexpr int kWide = 16;
inline constexpr int kPage = 24;
inline constexpr int kRadius = 6;  // of inputs and buttons
inline constexpr int kCardRadius = 8;
inline constexpr int kControl = 30;  // least height of an input or button

}  // namespace tunebench::ui::spacing
