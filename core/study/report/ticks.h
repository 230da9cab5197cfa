// Places on an axis that have round numbers, and how these are written.
#pragma once

#include <string>
#include <vector>

namespace tunebench {

/// Multiples of 1, 2 or 5 times a power of ten within [low, high], at most about `most` of them. low < high.
std::vector<double> even_ticks(double low, double high, int most);

/// For a logarithmic axis: 1, 2 and 5 times powers of ten, only powers where these are many; even ticks where
/// the range holds fewer than two. 0 < low < high.
std::vector<double> log_ticks(double low, double high, int most);

/// "0.25", "20 k", "1.5 M"; with a true minus.
std::string tick_text(double value);

}  // namespace tunebench
