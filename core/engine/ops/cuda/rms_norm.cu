#include "core/engine/ops/cuda/device_numbers.cuh"
#include "core/engine/ops/cuda/rms_norm.h"

namespace tunebench::cuda {
namespace {

constexpr std::int64_t kRowsAPart = 64;

/// A block a row.
template <int kPack>
__global__ void norm_kernel(std::int64_t width, ConstNumbers x, const float* weight, float eps, Numbers out,
                            float* scale) {
    const auto begin = static_cast<std::int64_t>(blockIdx.x) * width;
    const auto step = static_cast<std::int64_t>(blockDim.x) * kPack;
    float squares = 0.0F;
    for (auto i = threadIdx.x * static_cast<std::int64_t>(kPack); i < width; i += step)
        for (const float value : loaded_pack<kPack>(x, begin + i).values)
            squares += value * value;
    const float factor = rsqrtf(over_block(squares, Sum{}) / static_cast<float>(width) + eps);
    if (threadIdx.x == 0)
        scale[blockIdx.x] = factor;
    for (auto i = threadIdx.x * static_cast<std::int64_t>(kPack); i < width; i += step) {
        auto pack = loaded_pack<kPack>(x, begin + i);
        for (int k = 0; k < kPack; ++k)
            pack.values[k] *= factor * weight[i + k];
        store_pack<kPack>(out, begin + i, pack);
    }
}

template <int kPack>
__global__ void input_gradient_kernel(std::int64_t width, ConstNumbers gradient, ConstNumbers x,
                                      const float* weight, const float* scale, Numbers for_x) {
    const auto begin = static_cast<std::int64_t>(blockIdx.x) * width;
    const auto step = static_cast<std::int64_t>(blockDim.x) * kPack;
    float dot = 0.0F;
    for (auto i = threadIdx.x * static_cast<std::int64_t>(kPack); i < width; i += step) {
        const auto g = loaded_pack<kPack>(gradient, begin + i), values = loaded_pack<kPack>(x, begin + i);
        for (int k = 0; k < kPack; ++k)
            dot += g.values[k] * weight[i + k] * values.values[k];
    }
    const float factor = scale[blockIdx.x];
    const float along = over_block(dot, Sum{}) * factor * factor / static_cast<float>(width);
    for (auto i = threadIdx.x * static_cast<std::int64_t>(kPack); i < width; i += step) {
        auto g = loaded_pack<kPack>(gradient, begin + i);
        const auto values = loaded_pack<kPack>(x, begin + i);
        for (int k = 0; k < kPack; ++k)
            g.values[k] = factor * (g.values[k] * weight[i + k] - along * values.values[k]);
        store_pack<kPack>(for_x, begin + i, g);
    }
}

/// A thread a column of one part's rows.
__global__ void weight_gradient_kernel(Rows rows, ConstNumbers gradient, ConstNumbers x, const float* scale,
                                       float* sums) {
    const auto column = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
    if (column >= rows.width)
        return;
    const auto first = static_cast<std::int64_t>(blockIdx.y) * kRowsAPart;
    const auto last = min(first + kRowsAPart, rows.count);
    float sum = 0.0F;
    for (auto row = first; row < last; ++row)
        sum +=
            scale[row] * loaded(gradient, row * rows.width + column) * loaded(x, row * rows.width + column);
    sums[blockIdx.y * rows.width + column] = sum;
}

}  // namespace

Status rms_norm(const Rows& rows, const ConstNumbers& x, const float* weight, double eps, const Numbers& out,
                float* scale, Stream stream) {
    if (rows.count == 0)
        return 0;
    const auto grid = static_cast<unsigned>(rows.count);
    if (rows.width % 4 == 0)
        norm_kernel<4><<<grid, threads_for(rows.width / 4), 0, stream>>>(rows.width, x, weight,
                                                                         static_cast<float>(eps), out, scale);
    else
        norm_kernel<1><<<grid, threads_for(rows.width), 0, stream>>>(rows.width, x, weight,
                                                                     static_cast<float>(eps), out, scale);
    return launched();
}

Status rms_norm_input_gradient(const Rows& rows, const ConstNumbers& gradient, const ConstNumbers& x,
                               const float* weight, const float* scale, const Numbers& for_x, Stream stream) {
    if (rows.count == 0)
        return 0;
    const auto grid = static_cast<unsigned>(rows.count);
    if (rows.width % 4 == 0)
        input_gradient_kernel<4>
            <<<grid, threads_for(rows.width / 4), 0, stream>>>(rows.width, gradient, x, weight, scale, for_x);
    else
        input_gradient_kernel<1>
            <<<grid, threads_for(rows.width), 0, stream>>>(rows.width, gradient, x, weight, scale, for_x);
    return launched();
}

std::int64_t rms_norm_parts(const Rows& rows) {
    return (rows.count + kRowsAPart - 1) / kRowsAPart;
}

Status rms_norm_weight_gradient(const Rows& rows, const ConstNumbers& gradient, const ConstNumbers& x,
                                const float* scale, float* sums, Stream stream) {
    constexpr unsigned kThreads = 128;
    if (rows.count == 0)
        return 0;
    const dim3 grid(blocks_for(rows.width, kThreads), static_cast<unsigned>(rms_norm_parts(rows)));
    weight_gradient_kernel<<<grid, kThreads, 0, stream>>>(rows, gradient, x, scale, sums);
    return launched();
}

}  // namespace tunebench::cuda
