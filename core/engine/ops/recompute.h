// Gradient checkpointing: a function whose inner results are not kept but computed again in backward
// (arXiv:1604.06174).
#pragma once

#include <functional>

#include <ATen/ATen.h>

namespace tunebench {

/// function(x), keeping only x. The function must give the same result when called again: its randomness
/// comes from seeds.
at::Tensor recomputed(const std::function<at::Tensor(const at::Tensor&)>& function, const at::Tensor& x);

}  // namespace tunebench
