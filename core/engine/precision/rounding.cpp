#include "core/engine/precision/rounding.h"

#include <bit>
#include <cmath>
#include <cstring>

#include <ATen/Parallel.h>

#include "core/engine/memory/device.h"
#include "core/engine/ops/cpu/row_kernels.h"
#include "core/engine/precision/types.h"

namespace tunebench {
namespace {

constexpr float kSmallestNormalHalf = 6.103515625e-05F;
constexpr float kHalfStep = 5.9604644775390625e-08F;  // between fp16 numbers below the smallest normal one

/// A number between 0 and 2³² for each index (the finaliser of MurmurHash3).
std::uint32_t drawn(std::uint64_t seed, std::uint64_t index) {
    auto x = static_cast<std::uint32_t>(index) * 0x9e3779b9U ^ static_cast<std::uint32_t>(seed);
    x ^= static_cast<std::uint32_t>(index >> 32) + static_cast<std::uint32_t>(seed >> 32);
    x = (x ^ (x >> 16)) * 0x85ebca6bU;
    x = (x ^ (x >> 13)) * 0xc2b2ae35U;
    return x ^ (x >> 16);
}

/// Of the fp32 bits, the lowest `dropped` become 0, after a random number of as many bits was added.
float rounded(float value, int dropped, std::uint32_t random) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7f800000U) == 0x7f800000U)
        return value;  // infinite, or no number
    const std::uint32_t mask = (1U << dropped) - 1U;
    return std::bit_cast<float>((bits + (random & mask)) & ~mask);
}

float rounded_for_half(float value, std::uint32_t random) {
    if (std::fabs(value) >= kSmallestNormalHalf)
        return rounded(value, 13, random);
    const float share = static_cast<float>(random >> 8) * 0x1p-24F;
    return std::floor(value / kHalfStep + share) * kHalfStep;
}

}  // namespace

Rounding Rounding::by_chance(std::uint64_t seed, std::uint64_t step, std::uint64_t tensor) {
    const std::uint64_t of_step = (seed + step) * 0x9e3779b97f4a7c15ULL;
    return {.seed = (of_step ^ (of_step >> 31)) + tensor * 0xbf58476d1ce4e5b9ULL};
}

void round_numbers(const float* from, void* to, at::ScalarType type, std::int64_t first, std::int64_t count,
                   const Rounding& rounding) {
    if (type == at::kFloat) {
        std::memmove(to, from, static_cast<std::size_t>(count) * sizeof(float));
        return;
    }
    auto* bf16 = static_cast<c10::BFloat16*>(to);
    auto* fp16 = static_cast<c10::Half*>(to);
    if (!rounding.seed) {
        if (type == at::kBFloat16)
            rows::narrow(from, bf16, count);
        else
            rows::narrow(from, fp16, count);
        return;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        const auto random = drawn(*rounding.seed, static_cast<std::uint64_t>(first + i));
        if (type == at::kBFloat16)
            bf16[i] = rounded(from[i], 16, random);
        else
            fp16[i] = rounded_for_half(from[i], random);
    }
}

void round_into(const at::Tensor& target, const at::Tensor& source, const Rounding& rounding) {
    const auto type = target.scalar_type();
    if (target.device().is_cpu() && is_narrow(type)) {
        constexpr std::int64_t kGrain = 32768;
        const auto* from = source.data_ptr<float>();
        auto* to = static_cast<std::byte*>(target.data_ptr());
        at::parallel_for(0, target.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
            round_numbers(from + begin, to + 2 * begin, type, begin, end - begin, rounding);
        });
        return;
    }
    if (!rounding.seed || !is_narrow(type)) {
        target.copy_(source);
        return;
    }
    const std::int64_t dropped = type == at::kBFloat16 ? 1 << 16 : 1 << 13;
    auto generator = seeded_generator(target.device(), *rounding.seed);
    const auto random =
        at::empty(source.sizes(), source.options().dtype(at::kInt)).random_(0, dropped, generator);
    target.copy_(source.view(at::kInt).add(random).bitwise_and_(-dropped).view(at::kFloat));
}

}  // namespace tunebench
