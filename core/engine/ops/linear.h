// Linear maps whose weights may be of another type than their input: the result has the input's.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/quantization/quantized_weight.h"

namespace tunebench {

/// x (n, in), weight (out, in) → x · weightᵀ + bias (n, out). Keeps x where the weight trains, unless
/// it is made again (see kept_input.h) and no bias is in one product with it; never a copy of the weight in
/// another type: that is made again in backward. Gradients have the types of what they are of. `bias` may be
/// undefined.
at::Tensor apply_linear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias = {});

/// x · Wᵀ + bias (n, out) of a frozen weight that is kept as codes, which are decoded for each product, in
/// forward and again in backward: that goes through the weight to x. `bias` may be undefined. A fresh tensor.
at::Tensor quantized_linear(const at::Tensor& x, const QuantizedWeight& weight, const at::Tensor& bias);

/// A frozen weight (out, in), dense or as codes.
struct FrozenWeight {
    at::Tensor dense = {};
    const QuantizedWeight* quantized = nullptr;
};

/// x · weightᵀ + scale · (x · aᵀ) · bᵀ with a (rank, in) and b (out, rank) of any type: LoRA in one
/// operation, which keeps x, unless it is made again, and x · aᵀ, and adds both gradients of x in place.
at::Tensor adapted_linear(const at::Tensor& x, const FrozenWeight& weight, const at::Tensor& a,
                          const at::Tensor& b, double scale);

}  // namespace tunebench
