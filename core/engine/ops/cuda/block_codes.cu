#include "core/engine/ops/cuda/block_codes.h"
#include "core/engine/ops/cuda/device_numbers.cuh"

namespace tunebench::cuda {
namespace {

constexpr int kAtOnce = 8;  // numbers a thread
constexpr int kHalfByteCodes = 16;
constexpr int kMostCodes = 256;

/// Never contracted: the processor rounds the product too.
__device__ float scale_of(const BlockScales& scales, std::int64_t block) {
    if (!scales.nested)
        return scales.plain[block];
    const float share = scales.nested_book[scales.nested[block]];
    return __fadd_rn(__fmul_rn(share, scales.nested_scales[block / scales.nested_block]), scales.offset);
}

__device__ void copy_book(const DecodedBlocks& blocks, float* book) {
    for (int i = static_cast<int>(threadIdx.x); i < blocks.entries; i += static_cast<int>(blockDim.x))
        book[i] = blocks.book[i];
    __syncthreads();
}

/// Eight codes, which begin at a multiple of eight and may end with the last number.
template <bool kHalfBytes>
__device__ void codes_at(const DecodedBlocks& blocks, std::int64_t first, int count,
                         std::uint8_t (&codes)[kAtOnce]) {
    if constexpr (kHalfBytes) {
        alignas(4) std::uint8_t bytes[kAtOnce / 2] = {};
        const auto* from = blocks.codes + first / 2;
        if (count == kAtOnce)
            *reinterpret_cast<std::uint32_t*>(bytes) = *reinterpret_cast<const std::uint32_t*>(from);
        else
#pragma unroll
            for (int k = 0; k < kAtOnce / 2; ++k)
                bytes[k] = 2 * k < count ? from[k] : 0;
#pragma unroll
        for (int k = 0; k < kAtOnce; ++k)
            codes[k] = k % 2 == 0 ? bytes[k / 2] >> 4 : bytes[k / 2] & 15;
    } else {
        if (count == kAtOnce)
            *reinterpret_cast<uint2*>(codes) = *reinterpret_cast<const uint2*>(blocks.codes + first);
        else
#pragma unroll
            for (int k = 0; k < kAtOnce; ++k)
                codes[k] = k < count ? blocks.codes[first + k] : 0;
    }
}

/// The numbers of eight codes. `aligned`: no block begins between them.
template <bool kHalfBytes>
__device__ void decoded(const DecodedBlocks& blocks, const float* book, std::int64_t first, int count,
                        bool aligned, float (&values)[kAtOnce]) {
    alignas(8) std::uint8_t codes[kAtOnce] = {};
    codes_at<kHalfBytes>(blocks, first, count, codes);
    float scale = scale_of(blocks.scales, first / blocks.block_size);
#pragma unroll
    for (int k = 0; k < kAtOnce; ++k) {
        if (k >= count)
            break;
        if (!aligned && k > 0 && (first + k) % blocks.block_size == 0)
            scale = scale_of(blocks.scales, (first + k) / blocks.block_size);
        values[k] = rounded_to(__fmul_rn(book[codes[k]], scale), blocks.rounded_to);
    }
}

template <bool kHalfBytes>
__global__ void decode_kernel(DecodedBlocks blocks, Numbers out) {
    __shared__ float book[kHalfBytes ? kHalfByteCodes : kMostCodes];
    copy_book(blocks, book);
    const auto first = (static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x) * kAtOnce;
    if (first >= blocks.count)
        return;
    const auto count = static_cast<int>(min(static_cast<std::int64_t>(kAtOnce), blocks.count - first));
    float values[kAtOnce] = {};
    decoded<kHalfBytes>(blocks, book, first, count, blocks.block_size % kAtOnce == 0, values);
    if (count == kAtOnce) {
        store_pack<4>(out, first, {{values[0], values[1], values[2], values[3]}});
        store_pack<4>(out, first + 4, {{values[4], values[5], values[6], values[7]}});
    } else {
#pragma unroll
        for (int k = 0; k < kAtOnce; ++k)
            if (k < count)
                store(out, first + k, values[k]);
    }
}

/// A warp a row of the weight, for all rows of x.
template <bool kHalfBytes>
__global__ void multiply_few_kernel(DecodedBlocks weight, std::int64_t columns, ConstNumbers x,
                                    std::int64_t rows, Numbers out) {
    __shared__ float book[kHalfBytes ? kHalfByteCodes : kMostCodes];
    copy_book(weight, book);
    constexpr int kWarp = 32;
    const auto results = weight.count / columns;
    const auto row = (static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x) / kWarp;
    const auto lane = static_cast<int>(threadIdx.x) % kWarp;
    if (row >= results)
        return;
    const bool aligned = weight.block_size % kAtOnce == 0;
    float sums[kFewRows] = {};
    for (std::int64_t column = lane * kAtOnce; column < columns; column += kWarp * kAtOnce) {
        float values[kAtOnce];
        decoded<kHalfBytes>(weight, book, row * columns + column, kAtOnce, aligned, values);
#pragma unroll
        for (int i = 0; i < kFewRows; ++i) {
            if (i >= rows)
                break;
            for (int half = 0; half < kAtOnce; half += 4) {
                const auto pack = loaded_pack<4>(x, i * columns + column + half);
                for (int k = 0; k < 4; ++k)
                    sums[i] += pack.values[k] * rounded_to(values[half + k], x.kind);
            }
        }
    }
#pragma unroll
    for (int i = 0; i < kFewRows; ++i) {
        if (i >= rows)
            break;
        for (int step = kWarp / 2; step > 0; step /= 2)
            sums[i] += __shfl_xor_sync(0xffffffffU, sums[i], step);
        if (lane == 0)
            store(out, i * results + row, sums[i]);
    }
}

}  // namespace

Status decode(const DecodedBlocks& blocks, const Numbers& out, Stream stream) {
    constexpr unsigned kThreads = 256;
    if (blocks.count == 0)
        return 0;
    const auto grid = blocks_for(blocks.count, kThreads * kAtOnce);
    if (blocks.entries <= kHalfByteCodes)
        decode_kernel<true><<<grid, kThreads, 0, stream>>>(blocks, out);
    else
        decode_kernel<false><<<grid, kThreads, 0, stream>>>(blocks, out);
    return launched();
}

Status multiply_few(const DecodedBlocks& weight, std::int64_t columns, const ConstNumbers& x,
                    std::int64_t rows, const Numbers& out, Stream stream) {
    constexpr unsigned kThreads = 128, kRowsABlock = kThreads / 32;
    const auto grid = blocks_for(weight.count / columns, kRowsABlock);
    if (weight.entries <= kHalfByteCodes)
        multiply_few_kernel<true><<<grid, kThreads, 0, stream>>>(weight, columns, x, rows, out);
    else
        multiply_few_kernel<false><<<grid, kThreads, 0, stream>>>(weight, columns, x, rows, out);
    return launched();
}

}  // namespace tunebench::cuda
