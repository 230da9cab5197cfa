// Code books: the numbers, between -1 and 1, that codes stand for.
#pragma once

#include <ATen/ATen.h>

#include "core/models/quantization.h"

namespace tunebench {

/// Of weights: float (16) for NF4 (quantiles of the normal distribution, arXiv:2305.14314) and FP4 (one sign,
/// two exponent bits, one mantissa bit); float (255) for int8: k/127 for k = -127 … 127. Not for None.
at::Tensor code_book_of(QuantizationType type);

/// The 8-bit maps of arXiv:1511.04561 as bitsandbytes builds them, float (256), ascending: seven decades, the
/// finer the closer to 1. The signed one is for scales and first moments, the other for second moments.
at::Tensor signed_dynamic_map();
at::Tensor unsigned_dynamic_map();

/// Those of torchao's 4-bit optimizers, float (16), ascending: three decades of either sign, and sixteenths
/// without 0, so that no second moment vanishes beside a first one that does not.
at::Tensor signed_dynamic_map_of_4_bits();
at::Tensor unsigned_linear_map_of_4_bits();

}  // namespace tunebench
