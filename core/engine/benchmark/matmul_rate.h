// How fast this process multiplies matrices: what a training step is measured against, and how a slow BLAS is
// found.
#pragma once

#include <ATen/ATen.h>

namespace tunebench {

/// GFLOP/s of products n × n × n on the device: the median of 5.
double matmul_gflops(int n, const at::Device& device = at::kCPU, at::ScalarType type = at::kFloat);

}  // namespace tunebench
