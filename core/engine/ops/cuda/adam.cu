#include <algorithm>

#include "core/engine/ops/cuda/adam.h"
#include "core/engine/ops/cuda/device_numbers.cuh"

namespace tunebench::cuda {
namespace {

constexpr float kSmallestNormalHalf = 6.103515625e-05F;
constexpr float kHalfStep = 5.9604644775390625e-08F;  // between fp16 numbers below the smallest normal one
constexpr float kSmallestScale = 1e-38F;              // so that a block of zeros divides by no zero
constexpr int kMostCodes = 256;

/// The same random numbers as on the processor (core/engine/precision/rounding.cpp).
__device__ std::uint32_t drawn(std::uint64_t seed, std::uint64_t index) {
    auto x = (static_cast<std::uint32_t>(index) * 0x9e3779b9U) ^ static_cast<std::uint32_t>(seed);
    x ^= static_cast<std::uint32_t>(index >> 32) + static_cast<std::uint32_t>(seed >> 32);
    x = (x ^ (x >> 16)) * 0x85ebca6bU;
    x = (x ^ (x >> 13)) * 0xc2b2ae35U;
    return x ^ (x >> 16);
}

__device__ float rounded_by_chance(float value, NumberKind kind, std::uint32_t random) {
    const auto bits = __float_as_uint(value);
    if ((bits & 0x7f800000U) == 0x7f800000U)
        return value;  // infinite, or no number
    if (kind == NumberKind::Fp16 && fabsf(value) < kSmallestNormalHalf)
        return floorf(value / kHalfStep + static_cast<float>(random >> 8) * 0x1p-24F) * kHalfStep;
    const std::uint32_t mask = (1U << (kind == NumberKind::Bf16 ? 16 : 13)) - 1U;
    return __uint_as_float((bits + (random & mask)) & ~mask);
}

__device__ void store_parameter(const AdamStep& f, const Numbers& parameter, std::int64_t i, float value) {
    if (f.rounds_by_chance && parameter.kind != NumberKind::Fp32)
        value = rounded_by_chance(value, parameter.kind, drawn(f.seed, static_cast<std::uint64_t>(i)));
    store(parameter, i, value);
}

__device__ float moved(const AdamStep& f, float kept, float mean, float squares) {
    return kept - f.step_size * mean / (sqrtf(squares) / f.root_correction + f.eps);
}

template <int kPack>
__global__ void adam_kernel(AdamStep f, AdamTensors tensors, float* mean, float* squares) {
    const auto first = (static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x) * kPack;
    if (first >= tensors.count)
        return;
    const Numbers means{mean, NumberKind::Fp32}, all_squares{squares, NumberKind::Fp32};
    auto m = loaded_pack<kPack>({mean, NumberKind::Fp32}, first);
    auto v = loaded_pack<kPack>({squares, NumberKind::Fp32}, first);
    const auto g = loaded_pack<kPack>(tensors.gradient, first);
    auto p = loaded_pack<kPack>({tensors.parameter.data, tensors.parameter.kind}, first);
    for (int k = 0; k < kPack; ++k) {
        const float kept = p.values[k] * f.keep;
        const float gradient = g.values[k] * f.scale + f.l2 * kept;
        m.values[k] += f.beta1_rest * (gradient - m.values[k]);
        v.values[k] = f.beta2 * v.values[k] + f.beta2_rest * gradient * gradient;
        p.values[k] = moved(f, kept, m.values[k], v.values[k]);
    }
    store_pack<kPack>(means, first, m);
    store_pack<kPack>(all_squares, first, v);
    if (!f.rounds_by_chance)
        return store_pack<kPack>(tensors.parameter, first, p);
    for (int k = 0; k < kPack; ++k)
        store_parameter(f, tensors.parameter, first + k, p.values[k]);
}

/// The lower of two entries that a number is halfway between.
__device__ std::uint8_t nearest_code(const float* midpoints, int entries, float value) {
    int low = 0, high = entries - 1;  // the answer is within
    while (low < high) {
        const int middle = (low + high) / 2;
        if (value > midpoints[middle])
            low = middle + 1;
        else
            high = middle;
    }
    return static_cast<std::uint8_t>(low);
}

/// A state's book as a kernel is given it.
struct Entries {
    float values[kMostCodes];

    Entries(const float* book, int count) : values{} { std::copy_n(book, count, values); }
};

/// The same beside what lies halfway between its entries.
struct Book {
    float entries[kMostCodes];
    float midpoints[kMostCodes];

    __device__ void read(const Entries& book, int count) {
        for (int i = static_cast<int>(threadIdx.x); i < count; i += static_cast<int>(blockDim.x)) {
            entries[i] = book.values[i];
            midpoints[i] = i + 1 < count ? (book.values[i] + book.values[i + 1]) / 2.0F : INFINITY;
        }
    }
};

template <int kBits>
__device__ std::uint8_t code_at(const std::uint8_t* codes, std::int64_t i) {
    if constexpr (kBits == 8)
        return codes[i];
    else
        return i % 2 == 0 ? codes[i / 2] >> 4 : codes[i / 2] & 15;
}

/// The code of each thread's number; of 4 bits, the even thread writes its neighbour's too.
template <int kBits>
__device__ void put_code(std::uint8_t* codes, std::int64_t i, bool counts, std::uint8_t code) {
    if constexpr (kBits == 8) {
        if (counts)
            codes[i] = code;
    } else {
        const auto later = __shfl_down_sync(0xffffffffU, counts ? static_cast<unsigned>(code) : 0U, 1);
        if (counts && i % 2 == 0)
            codes[i / 2] = static_cast<std::uint8_t>(code << 4 | later);
    }
}

/// Codes a value anew; all threads of the block must call it.
template <int kBits>
__device__ void encode(const Codes& state, const Book& book, int entries, std::int64_t block, std::int64_t i,
                       bool counts, float value) {
    const float absmax = over_block(counts ? fabsf(value) : 0.0F, Largest{});
    const float reciprocal = 1.0F / fmaxf(absmax, kSmallestScale);
    put_code<kBits>(state.codes, i, counts, nearest_code(book.midpoints, entries, value * reciprocal));
    if (threadIdx.x == 0)
        state.scales[block] = absmax;
}

/// A block of threads for each block of numbers, one after the other.
template <int kBits>
__global__ void adam_on_codes_kernel(AdamStep f, AdamTensors tensors, Codes mean, Codes squares,
                                     const __grid_constant__ Entries mean_entries,
                                     const __grid_constant__ Entries square_entries) {
    constexpr int kEntries = 1 << kBits;
    __shared__ Book mean_book, square_book;
    mean_book.read(mean_entries, kEntries);
    square_book.read(square_entries, kEntries);
    __syncthreads();
    const auto block_size = static_cast<std::int64_t>(blockDim.x);
    const auto blocks = (tensors.count + block_size - 1) / block_size;
    for (std::int64_t block = blockIdx.x; block < blocks; block += gridDim.x) {
        const auto i = block * block_size + threadIdx.x;
        const bool counts = i < tensors.count;
        float m = 0.0F, v = 0.0F;
        if (counts) {
            const float kept = loaded({tensors.parameter.data, tensors.parameter.kind}, i) * f.keep;
            const float gradient =
                __fadd_rn(__fmul_rn(loaded(tensors.gradient, i), f.scale), __fmul_rn(f.l2, kept));
            m = __fmul_rn(mean_book.entries[code_at<kBits>(mean.codes, i)], mean.scales[block]);
            v = __fmul_rn(square_book.entries[code_at<kBits>(squares.codes, i)], squares.scales[block]);
            // In the arithmetic of bitsandbytes: whichever bit a mean has decides which code it gets.
            m = __fmaf_rn(f.beta1_rest, gradient, __fmul_rn(m, f.beta1));
            v = __fmaf_rn(__fmul_rn(f.beta2_rest, gradient), gradient, __fmul_rn(v, f.beta2));
            store_parameter(f, tensors.parameter, i, moved(f, kept, m, v));
        }
        __syncthreads();  // all have read the scales
        encode<kBits>(mean, mean_book, kEntries, block, i, counts, m);
        encode<kBits>(squares, square_book, kEntries, block, i, counts, v);
    }
}

}  // namespace

Status adam(const AdamStep& step, const AdamTensors& tensors, float* mean, float* mean_of_squares,
            Stream stream) {
    constexpr unsigned kThreads = 256;
    if (tensors.count == 0)
        return 0;
    if (tensors.count % 4 == 0)
        adam_kernel<4><<<blocks_for(tensors.count / 4, kThreads), kThreads, 0, stream>>>(step, tensors, mean,
                                                                                         mean_of_squares);
    else
        adam_kernel<1><<<blocks_for(tensors.count, kThreads), kThreads, 0, stream>>>(step, tensors, mean,
                                                                                     mean_of_squares);
    return launched();
}

Status adam_on_codes(const AdamStep& step, const AdamTensors& tensors, const CodeKind& kind,
                     const Codes& mean, const Codes& mean_of_squares, Stream stream) {
    constexpr std::int64_t kMostBlocks = 8192;
    if (tensors.count == 0)
        return 0;
    const auto threads = static_cast<unsigned>(kind.block);
    const Entries means(mean.book, 1 << kind.bits), squares(mean_of_squares.book, 1 << kind.bits);
    const auto grid = min(blocks_for(tensors.count, kind.block), static_cast<unsigned>(kMostBlocks));
    if (kind.bits == 8)
        adam_on_codes_kernel<8>
            <<<grid, threads, 0, stream>>>(step, tensors, mean, mean_of_squares, means, squares);
    else
        adam_on_codes_kernel<4>
            <<<grid, threads, 0, stream>>>(step, tensors, mean, mean_of_squares, means, squares);
    return launched();
}

}  // namespace tunebench::cuda
