// Weights of entries of data.train, each a file or a folder of files: how often an epoch reads their rows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/examples.h"

namespace tunebench {

/// `weights`: by entry; `entry_of`: by Example::source_file. 2 doubles an entry's examples; 0.5 leaves every
/// second one out, at least one staying, and which ones depends on seed, weight and their number alone. The
/// order stays.
void apply_weights(Examples& examples, std::span<const std::int32_t> entry_of,
                   std::span<const double> weights, std::int64_t seed);

}  // namespace tunebench
