// Gradient checkpointing: a function whose inner results are not kept but computed again in backward
// (arXiv:1604.06174).
#pragma once

#include <functional>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

/// function(x), keeping only x. The function must give the same results when called again: its randomness
/// comes from seeds.
std::vector<at::Tensor> recomputed(const std::function<std::vector<at::Tensor>(const at::Tensor&)>& function,
                                   const at::Tensor& x);

}  // namespace tunebench
