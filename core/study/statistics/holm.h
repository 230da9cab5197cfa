// Several comparisons at once (Holm, "A simple sequentially rejective multiple test procedure", Scandinavian
// Journal of Statistics 1979): whatever is declared, the chance of one false claim or more stays below the
// level.
#pragma once

#include <span>
#include <vector>

namespace tunebench {

/// The adjusted p-values, in the order of `p_values`.
std::vector<double> holm_adjusted(std::span<const double> p_values);

}  // namespace tunebench
