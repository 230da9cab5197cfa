// The rotation of heads by their positions (core/engine/ops/rope.h), and the gate of an MLP
// (core/engine/ops/gated_activation.h).
#pragma once

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

/// x and out (count, heads, dimensions); cosine and sine (count, half). The first 2 · half numbers of a head
/// turn, the others stay.
struct Rotation {
    std::int64_t count = 0, heads = 0, dimensions = 0, half = 0;
    const float* cosine = nullptr;
    const float* sine = nullptr;
};
Status rotate(const Rotation& rotation, const ConstNumbers& x, const Numbers& out, Stream stream);

/// gate and up (rows, width), each row `stride` numbers after the one before it.
struct Gate {
    std::int64_t rows = 0, width = 0, stride = 0;
    ConstNumbers gate = {}, up = {};
};

/// out (rows, width) = silu(gate) · up.
Status silu_multiply(const Gate& gate, const Numbers& out, Stream stream);

/// Gradients of both, laid out like them, from that of the product (rows, width).
Status silu_multiply_gradient(const Gate& gate, const ConstNumbers& gradient, const Numbers& for_gate,
                              const Numbers& for_up, Stream stream);

}  // namespace tunebench::cuda
