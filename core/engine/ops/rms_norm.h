// RMSNorm (arXiv:1910.07467) as one operation.
#pragma once

#include <ATen/ATen.h>

namespace tunebench {

/// x (n, h) / √(mean(x²) + eps) · weight (h), in the type `out` (computed in fp32 where x is narrow). Keeps x
/// and one number a row; the weight's gradient is only computed when it trains.
at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps, at::ScalarType out);

/// In x's type.
inline at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return rms_norm(x, weight, eps, x.scalar_type());
}

/// The same from LibTorch's own operations, for tests.
at::Tensor rms_norm_composed(const at::Tensor& x, const at::Tensor& weight, double eps);

}  // namespace tunebench
