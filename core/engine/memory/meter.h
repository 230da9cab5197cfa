// The meter: true bytes of the process's tensors on the CPU, now and at peak. It is LibTorch's CPU allocator:
// every tensor goes through it. Large blocks are kept for reuse (their pages are already there), never more
// than the peak needed.
#pragma once

#include <cstdint>

namespace tunebench {

struct MemoryReading {
    std::uint64_t current_bytes = 0;  // tensors alive
    std::uint64_t peak_bytes = 0;     // since the last reset_peak
};

/// Becomes LibTorch's allocator, once a process and before the first tensor that shall be counted.
void install_meter();

MemoryReading read_meter();

/// The peak starts again from what is alive now.
void reset_peak();

/// Gives kept blocks back to the system.
void release_kept_memory();

/// VmRSS of the process.
std::uint64_t resident_bytes();

}  // namespace tunebench
