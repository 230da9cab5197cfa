// Setting examples aside for validation when there is no file for it.
#pragma once

#include <cstdint>

#include "core/data/examples.h"

namespace tunebench {

/// Moves round(share · n) examples, at least one and at most n − 1, from `examples` to the result; which ones
/// depends on seed, share and n alone. Both keep the order of the file. share 0 or a single example: none.
Examples split_off(Examples& examples, double share, std::int64_t seed);

}  // namespace tunebench
