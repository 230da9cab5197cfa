// What the memory of tensors on the processor is for: counted by the meter, block by block.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

/// Forward's temporaries count as activations, backward's as the rest.
enum class MemoryUse : std::uint8_t { Rest, Weights, States, Gradients, Activations };
inline constexpr std::size_t kMemoryUses = 5;

using BytesByUse = std::array<std::uint64_t, kMemoryUses>;

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

/// One block that was taken (bytes above 0) or given back.
struct MemoryEvent {
    std::int64_t bytes = 0;
    MemoryUse use = MemoryUse::Rest;
};

/// Notes every block of tensors on the processor, in the order in which they come, until it is called with
/// nullptr.
void record_memory(std::vector<MemoryEvent>* events);

}  // namespace tunebench
