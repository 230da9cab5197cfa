// Rounding fp32 numbers into narrow types: to the nearest, or up or down by chance, in proportion to how near
// each is (stochastic rounding), so that sums of small updates are right in the mean.
#pragma once

#include <cstdint>
#include <optional>

#include <ATen/ATen.h>

namespace tunebench {

struct Rounding {
    std::optional<std::uint64_t> seed = {};  // none: to the nearest

    /// A stream of its own for each step and tensor of a run.
    static Rounding by_chance(std::uint64_t seed, std::uint64_t step, std::uint64_t tensor);
};

/// target ← source (fp32, same shape), rounded if the target is narrow. Both contiguous.
void round_into(const at::Tensor& target, const at::Tensor& source, const Rounding& rounding);

/// `count` numbers, of which the first is number `first` of its tensor: the chance of each depends on its
/// number alone. fp32 is copied.
void round_numbers(const float* from, void* to, at::ScalarType type, std::int64_t first, std::int64_t count,
                   const Rounding& rounding);

}  // namespace tunebench
