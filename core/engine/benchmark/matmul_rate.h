// How fast this process multiplies matrices: what a training step is measured against, and how a slow BLAS is
// found.
#pragma once

namespace tunebench {

/// GFLOP/s of fp32 products n × n × n: the best of `rounds` medians is up to the caller; this is the median
/// of 5.
double matmul_gflops(int n);

}  // namespace tunebench
