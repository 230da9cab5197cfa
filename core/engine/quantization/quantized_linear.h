// The linear map of a frozen quantized weight.
#pragma once

#include "core/engine/quantization/quantized_weight.h"

namespace tunebench {

/// x (n, in), bias (out) or undefined → x · Wᵀ + bias (n, out) in the type of x. The dense weight exists only
/// while it is multiplied with, in forward and again in backward, which goes through it to x; nothing but the
/// codes is kept. A fresh tensor.
at::Tensor quantized_linear(const at::Tensor& x, const QuantizedWeight& weight, const at::Tensor& bias);

/// The same from LibTorch's own operations, which keep the dense weight for backward.
at::Tensor quantized_linear_composed(const at::Tensor& x, const QuantizedWeight& weight,
                                     const at::Tensor& bias);

}  // namespace tunebench
