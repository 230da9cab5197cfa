#include "core/engine/ops/cuda/device_numbers.cuh"
#include "core/engine/ops/cuda/elementwise.h"

namespace tunebench::cuda {
namespace {

constexpr unsigned kThreads = 256;

__device__ std::int64_t own_index() {
    return static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
}

/// A thread turns a pack of pairs, or copies a pack of what stays.
template <int kPack>
__global__ void rotate_kernel(Rotation rotation, ConstNumbers x, Numbers out) {
    const auto rest = rotation.dimensions - 2 * rotation.half;
    const auto of_head = (rotation.half + rest) / kPack;
    const auto index = own_index();
    if (index >= rotation.count * rotation.heads * of_head)
        return;
    const auto head = index / of_head, i = index % of_head * kPack;
    const auto begin = head * rotation.dimensions;
    if (i >= rotation.half) {
        const auto at = begin + rotation.half + i;
        return store_pack<kPack>(out, at, loaded_pack<kPack>(x, at));
    }
    const auto angle = head / rotation.heads * rotation.half + i;
    const auto first = loaded_pack<kPack>(x, begin + i),
               second = loaded_pack<kPack>(x, begin + rotation.half + i);
    Pack<kPack> turned_first, turned_second;
    for (int k = 0; k < kPack; ++k) {
        const float cosine = rotation.cosine[angle + k], sine = rotation.sine[angle + k];
        turned_first.values[k] = first.values[k] * cosine - second.values[k] * sine;
        turned_second.values[k] = second.values[k] * cosine + first.values[k] * sine;
    }
    store_pack<kPack>(out, begin + i, turned_first);
    store_pack<kPack>(out, begin + rotation.half + i, turned_second);
}

__device__ float sigmoid(float x) {
    return 1.0F / (1.0F + expf(-x));
}

template <int kPack>
__global__ void silu_kernel(Gate gate, Numbers out) {
    const auto of_row = gate.width / kPack;
    const auto index = own_index();
    if (index >= gate.rows * of_row)
        return;
    const auto at = index / of_row * gate.stride + index % of_row * kPack;
    auto result = loaded_pack<kPack>(gate.gate, at);
    const auto up = loaded_pack<kPack>(gate.up, at);
    for (int k = 0; k < kPack; ++k)
        result.values[k] *= sigmoid(result.values[k]) * up.values[k];
    store_pack<kPack>(out, index * kPack, result);
}

template <int kPack>
__global__ void silu_gradient_kernel(Gate gate, ConstNumbers gradient, Numbers for_gate, Numbers for_up) {
    const auto of_row = gate.width / kPack;
    const auto index = own_index();
    if (index >= gate.rows * of_row)
        return;
    const auto at = index / of_row * gate.stride + index % of_row * kPack;
    const auto of_gate = loaded_pack<kPack>(gate.gate, at), of_up = loaded_pack<kPack>(gate.up, at);
    const auto g = loaded_pack<kPack>(gradient, index * kPack);
    Pack<kPack> to_gate, to_up;
    for (int k = 0; k < kPack; ++k) {
        const float x = of_gate.values[k], s = sigmoid(x);
        to_gate.values[k] = g.values[k] * of_up.values[k] * s * (1.0F + x * (1.0F - s));
        to_up.values[k] = g.values[k] * x * s;
    }
    store_pack<kPack>(for_gate, at, to_gate);
    store_pack<kPack>(for_up, at, to_up);
}

}  // namespace

Status rotate(const Rotation& rotation, const ConstNumbers& x, const Numbers& out, Stream stream) {
    const auto rest = rotation.dimensions - 2 * rotation.half;
    const auto numbers = rotation.count * rotation.heads * (rotation.half + rest);
    if (numbers == 0)
        return 0;
    if (rotation.half % 4 == 0 && rest % 4 == 0)
        rotate_kernel<4><<<blocks_for(numbers / 4, kThreads), kThreads, 0, stream>>>(rotation, x, out);
    else
        rotate_kernel<1><<<blocks_for(numbers, kThreads), kThreads, 0, stream>>>(rotation, x, out);
    return launched();
}

Status silu_multiply(const Gate& gate, const Numbers& out, Stream stream) {
    const auto numbers = gate.rows * gate.width;
    if (numbers == 0)
        return 0;
    if (gate.width % 4 == 0 && gate.stride % 4 == 0)
        silu_kernel<4><<<blocks_for(numbers / 4, kThreads), kThreads, 0, stream>>>(gate, out);
    else
        silu_kernel<1><<<blocks_for(numbers, kThreads), kThreads, 0, stream>>>(gate, out);
    return launched();
}

Status silu_multiply_gradient(const Gate& gate, const ConstNumbers& gradient, const Numbers& for_gate,
                              const Numbers& for_up, Stream stream) {
    const auto numbers = gate.rows * gate.width;
    if (numbers == 0)
        return 0;
    if (gate.width % 4 == 0 && gate.stride % 4 == 0)
        silu_gradient_kernel<4>
            <<<blocks_for(numbers / 4, kThreads), kThreads, 0, stream>>>(gate, gradient, for_gate, for_up);
    else
        silu_gradient_kernel<1>
            <<<blocks_for(numbers, kThreads), kThreads, 0, stream>>>(gate, gradient, for_gate, for_up);
    return launched();
}

}  // namespace tunebench::cuda
