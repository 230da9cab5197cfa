// RMSNorm (arXiv:1910.07467) as one operation.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/ops/kept_input.h"

namespace tunebench {

/// x (n, h) / √(mean(x²) + eps) · weight (h), in the type `out` (computed in fp32 where x is narrow). Keeps x
/// and one number a row; the weight's gradient is only computed when it trains.
at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps, at::ScalarType out);

/// In x's type.
inline at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return rms_norm(x, weight, eps, x.scalar_type());
}

/// The way to make the result again if the operation is an rms_norm; null otherwise.
Again normed_again(const torch::autograd::Node& operation);

/// The same from LibTorch's own operations, for tests.
at::Tensor rms_norm_composed(const at::Tensor& x, const at::Tensor& weight, double eps);

}  // namespace tunebench
