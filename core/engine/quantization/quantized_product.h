// Products with a weight that is kept as codes. On the CPU it is decoded a panel at a time, which stays in
// the cache until it is multiplied with. On an accelerator it is decoded whole, for that product alone, and
// not at all where x has only a few rows.
#pragma once

#include "core/engine/quantization/quantized_weight.h"

namespace tunebench {

/// x (n, in) · Wᵀ → (n, out) in the type of x; without autograd.
at::Tensor product_with(const at::Tensor& x, const QuantizedWeight& weight);

/// gradient (n, out) · W → (n, in) in the type of the gradient; without autograd.
at::Tensor product_back(const at::Tensor& gradient, const QuantizedWeight& weight);

}  // namespace tunebench
