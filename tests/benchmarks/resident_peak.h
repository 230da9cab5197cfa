// The most memory that this process has had in RAM.
#pragma once

#include <cstdint>

namespace tunebench::grid {

/// Counts from now on; without the right to begin anew it goes on from before.
void begin_resident_peak();

/// VmHWM of the process.
std::uint64_t resident_peak_bytes();

}  // namespace tunebench::grid
