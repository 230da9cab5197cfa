// The meter: true bytes of the process's tensors on a device, now and at peak. On the CPU it is LibTorch's
// allocator itself: every tensor goes through it. Large blocks are kept for reuse (their pages are already
// there), little more than the peak needed. An accelerator's allocator of LibTorch counts by itself.
#pragma once

#include <cstdint>

#include <ATen/ATen.h>

namespace tunebench {

struct MemoryReading {
    std::uint64_t current_bytes = 0;  // tensors alive
    std::uint64_t peak_bytes = 0;     // since the last reset_peak
};

/// Becomes LibTorch's allocator, once a process and before the first tensor that shall be counted.
void install_meter();

MemoryReading read_meter(const at::Device& device = at::kCPU);

/// What tensors on the processor take from the system: those alive, and blocks kept for the next.
std::uint64_t held_bytes();

/// How much more than the peak is held at most: sizes that follow one another need not be fetched from the
/// system at every step, which cost small models up to half of their time.
std::uint64_t kept_beyond(std::uint64_t peak_bytes);

/// From now on an allocation that would bring the tensors alive on the processor beyond `bytes` fails as one
/// does without memory: by std::bad_alloc.
void limit_meter(std::uint64_t bytes);

/// Of tensors on the processor, since the start of the process.
std::uint64_t allocations();

/// For tests: the allocation with that number, counted as allocations() does, fails; 0: none.
void refuse_allocation(std::uint64_t number);

/// The peak starts again from what is alive now.
void reset_peak(const at::Device& device = at::kCPU);

/// Gives kept blocks of all devices, and what is free of the heap, back to the system.
void release_kept_memory();

}  // namespace tunebench
