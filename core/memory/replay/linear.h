// core/engine/ops/linear and quantization/quantized_product.
#pragma once

#include <optional>

#include "core/memory/replay/replay.h"
#include "core/models/quantization.h"

namespace tunebench::replay {

/// (out, in), dense or as codes.
struct Weight {
    Sketch dense = {};
    std::optional<QuantizationSettings> quantization = {};  // in place of it
    std::int64_t out_features = 0, in_features = 0;
};

/// Without autograd.
Sketch product_with(Replay& replay, const Sketch& x, const Weight& weight);
Sketch product_back(Replay& replay, const Sketch& gradient, const Weight& weight);

/// The weight as fp32 numbers, made of its codes.
Sketch dequantized(Replay& replay, const Weight& weight);

/// `bias` may be undefined.
Sketch apply_linear(Replay& replay, const Sketch& x, const Sketch& weight, const Sketch& bias);
Sketch quantized_linear(Replay& replay, const Sketch& x, const Weight& weight, const Sketch& bias);

/// x · weightᵀ + scale · (x · aᵀ) · bᵀ, a (rank, in) and b (out, rank).
Sketch adapted_linear(Replay& replay, const Sketch& x, const Weight& weight, const Sketch& a,
                      const Sketch& b);

/// + bias.to(type of x), in a tensor of its own; x itself where it is undefined.
Sketch with_bias(Replay& replay, const Sketch& x, const Sketch& bias);

}  // namespace tunebench::replay
