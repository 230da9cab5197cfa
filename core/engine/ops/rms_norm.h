// Root-mean-square norm (arXiv:1910.07467).
#pragma once

#include <ATen/ATen.h>

namespace tunebench {

/// x (…, h), weight (h) → x / √(mean(x²) + eps) · weight. Keeps x and one number a row for backward.
at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps);

/// The same from LibTorch's own operations: what tests hold rms_norm against.
at::Tensor rms_norm_composed(const at::Tensor& x, const at::Tensor& weight, double eps);

}  // namespace tunebench
