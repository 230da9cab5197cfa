// Matrix products whose result has the type of the first operand, whatever the other's; without autograd.
#pragma once

#include <ATen/ATen.h>

namespace tunebench {

/// a · b, of matrices (2-D) or batches of them (3-D).
at::Tensor product(const at::Tensor& a, const at::Tensor& b);

/// out += a · b, in place.
void add_product(const at::Tensor& out, const at::Tensor& a, const at::Tensor& b);

}  // namespace tunebench
