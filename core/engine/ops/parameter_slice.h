// A part of a parameter that each layer takes for itself.
#pragma once

#include <cstdint>

#include <ATen/ATen.h>

namespace tunebench {

/// parameter.narrow(dim, begin, length) of a leaf. Its gradient is added to that part of the parameter's
/// gradient in place, where autograd would add a tensor of the whole parameter's size for every slice.
at::Tensor parameter_slice(const at::Tensor& parameter, std::int64_t dim, std::int64_t begin,
                           std::int64_t length);

}  // namespace tunebench
