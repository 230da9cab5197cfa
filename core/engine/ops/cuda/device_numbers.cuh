// Numbers within a kernel: read and written as fp32, one or four at a time, and summed over a block's
// threads.
#pragma once

#include <cuda_bf16.h>
#include <cuda_fp16.h>
#include <cuda_runtime.h>

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

/// Neighbours, which are read and written at once.
template <int kCount>
struct Pack {
    float values[kCount];
};

__device__ inline float loaded(const ConstNumbers& from, std::int64_t i) {
    switch (from.kind) {
        case NumberKind::Bf16:
            return __bfloat162float(static_cast<const __nv_bfloat16*>(from.data)[i]);
        case NumberKind::Fp16:
            return __half2float(static_cast<const __half*>(from.data)[i]);
        default:
            return static_cast<const float*>(from.data)[i];
    }
}

__device__ inline void store(const Numbers& to, std::int64_t i, float value) {
    switch (to.kind) {
        case NumberKind::Bf16:
            static_cast<__nv_bfloat16*>(to.data)[i] = __float2bfloat16_rn(value);
            return;
        case NumberKind::Fp16:
            static_cast<__half*>(to.data)[i] = __float2half_rn(value);
            return;
        default:
            static_cast<float*>(to.data)[i] = value;
    }
}

/// Of four numbers, the first of which is aligned to all.
template <int kCount>
__device__ Pack<kCount> loaded_pack(const ConstNumbers& from, std::int64_t i) {
    static_assert(kCount == 1 || kCount == 4);
    if constexpr (kCount == 1) {
        return {{loaded(from, i)}};
    } else {
        if (from.kind == NumberKind::Fp32) {
            const auto v = *reinterpret_cast<const float4*>(static_cast<const float*>(from.data) + i);
            return {{v.x, v.y, v.z, v.w}};
        }
        const auto bits = *reinterpret_cast<const uint2*>(static_cast<const std::uint16_t*>(from.data) + i);
        const std::uint32_t words[2] = {bits.x, bits.y};
        Pack<4> pack;
        for (int k = 0; k < 4; ++k) {
            const auto half = static_cast<std::uint16_t>(words[k / 2] >> (16 * (k % 2)));
            pack.values[k] = from.kind == NumberKind::Bf16
                                 ? __uint_as_float(static_cast<std::uint32_t>(half) << 16)
                                 : __half2float(__ushort_as_half(half));
        }
        return pack;
    }
}

template <int kCount>
__device__ void store_pack(const Numbers& to, std::int64_t i, const Pack<kCount>& pack) {
    static_assert(kCount == 1 || kCount == 4);
    if constexpr (kCount == 1) {
        store(to, i, pack.values[0]);
    } else {
        if (to.kind == NumberKind::Fp32) {
            *reinterpret_cast<float4*>(static_cast<float*>(to.data) + i) =
                make_float4(pack.values[0], pack.values[1], pack.values[2], pack.values[3]);
            return;
        }
        std::uint32_t words[2] = {0, 0};
        for (int k = 0; k < 4; ++k) {
            const auto half = to.kind == NumberKind::Bf16
                                  ? __bfloat16_as_ushort(__float2bfloat16_rn(pack.values[k]))
                                  : __half_as_ushort(__float2half_rn(pack.values[k]));
            words[k / 2] |= static_cast<std::uint32_t>(half) << (16 * (k % 2));
        }
        *reinterpret_cast<uint2*>(static_cast<std::uint16_t*>(to.data) + i) = make_uint2(words[0], words[1]);
    }
}

/// As storing in that type and reading again does.
__device__ inline float rounded_to(float value, NumberKind kind) {
    if (kind == NumberKind::Bf16)
        return __bfloat162float(__float2bfloat16_rn(value));
    return kind == NumberKind::Fp16 ? __half2float(__float2half_rn(value)) : value;
}

struct Sum {
    __device__ static float identity() { return 0.0F; }
    __device__ float operator()(float a, float b) const { return a + b; }
};

struct Largest {
    __device__ static float identity() { return -INFINITY; }
    /// NaN when one of them is.
    __device__ float operator()(float a, float b) const { return a > b || isnan(a) ? a : b; }
};

/// Over all threads of a block of whole warps, always in the same order; every thread has the result. All of
/// them must call it.
template <class Combine>
__device__ float over_block(float value, const Combine& combine) {
    constexpr int kWarp = 32, kMostWarps = 32;
    __shared__ float of_warps[kMostWarps];
    for (int step = kWarp / 2; step > 0; step /= 2)
        value = combine(value, __shfl_xor_sync(0xffffffffU, value, step));
    const int warp = static_cast<int>(threadIdx.x) / kWarp, lane = static_cast<int>(threadIdx.x) % kWarp;
    __syncthreads();  // the last call's results have been read
    if (lane == 0)
        of_warps[warp] = value;
    __syncthreads();
    const int warps = static_cast<int>(blockDim.x) / kWarp;
    value = lane < warps ? of_warps[lane] : Combine::identity();
    for (int step = kWarp / 2; step > 0; step /= 2)
        value = combine(value, __shfl_xor_sync(0xffffffffU, value, step));
    return value;
}

/// Threads for rows of so many packs: whole warps, at most `most`.
inline unsigned threads_for(std::int64_t packs, unsigned most = 256) {
    unsigned threads = 32;
    while (threads < most && threads < packs)
        threads *= 2;
    return threads;
}

/// Blocks for `count` things, `at_once` of them a block; a grid's limit is 2³¹.
inline unsigned blocks_for(std::int64_t count, std::int64_t at_once) {
    return static_cast<unsigned>((count + at_once - 1) / at_once);
}

inline Status launched() {
    return static_cast<Status>(cudaGetLastError());
}

}  // namespace tunebench::cuda
