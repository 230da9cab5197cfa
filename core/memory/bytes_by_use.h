// What the memory of tensors is for.
#pragma once

#include <array>
#include <cstdint>
#include <numeric>

namespace tunebench {

/// Forward's temporaries count as activations, backward's as the rest. In the order in which they are stacked
/// in pictures: what stays is below what comes and goes.
enum class MemoryUse : std::uint8_t { Weights, States, Gradients, Activations, Rest };
inline constexpr std::size_t kMemoryUses = 5;

using BytesByUse = std::array<std::uint64_t, kMemoryUses>;

inline std::uint64_t total_bytes(const BytesByUse& bytes) {
    return std::accumulate(bytes.begin(), bytes.end(), std::uint64_t{0});
}

}  // namespace tunebench
