// RMSNorm by rows (core/engine/ops/rms_norm.h).
#pragma once

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

struct Rows {
    std::int64_t count = 0, width = 0;
};

/// out = x · scale · weight with scale (count) = 1 / √(mean(x²) + eps), which is kept.
Status rms_norm(const Rows& rows, const ConstNumbers& x, const float* weight, double eps, const Numbers& out,
                float* scale, Stream stream);

/// The gradient of x.
Status rms_norm_input_gradient(const Rows& rows, const ConstNumbers& gradient, const ConstNumbers& x,
                               const float* weight, const float* scale, const Numbers& for_x, Stream stream);

/// Rows are summed in this many parts, always the same ones.
std::int64_t rms_norm_parts(const Rows& rows);

/// Of the weight's gradient: sums (parts, width), whose sum over the parts it is.
Status rms_norm_weight_gradient(const Rows& rows, const ConstNumbers& gradient, const ConstNumbers& x,
                                const float* scale, float* sums, Stream stream);

}  // namespace tunebench::cuda
