// What the memory of tensors on the processor is for: counted by the meter, block by block.
#pragma once

#include <cstdint>
#include <functional>

#include <ATen/ATen.h>

#include "core/memory/bytes_by_use.h"

namespace tunebench {

/// While it lives, what this thread allocates is for that use.
class MeteredAs {
public:
    explicit MeteredAs(MemoryUse use);
    ~MeteredAs();
    MeteredAs(const MeteredAs&) = delete;
    MeteredAs& operator=(const MeteredAs&) = delete;

private:
    MemoryUse before_;
};

/// From now on the memory of the tensor is for that use; nothing for an undefined one, or on another device.
void meter_as(const at::Tensor& tensor, MemoryUse use);

/// Of the peak since the last reset_peak: their sum is its peak_bytes.
BytesByUse bytes_at_peak();

/// What a block brings (bytes above 0) or gives back, and what is alive after it; 0 bytes when only its use
/// changed.
using MemoryObserver = std::function<void(std::int64_t bytes, const BytesByUse& alive)>;

/// Calls the observer at once, with 0 bytes, and then for every block of tensors on the processor, in the
/// order in which they come, on any thread, one call at a time; until it is called with another one, or none.
/// The observer makes and frees no tensor, and does not throw.
void observe_memory(MemoryObserver observer);

}  // namespace tunebench
