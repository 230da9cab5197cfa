// What is told of gradients at every step (core/engine/training/gradient_statistics.h).
#pragma once

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

/// A sample of a gradient (rows, width): every `stride`-th row.
struct GradientSample {
    std::int64_t rows = 0, width = 0, stride = 1;
    ConstNumbers gradient = {};
};

/// counts (3) += of the sample's rows that are not zero, numbers; numbers whose magnitude is below
/// `smallest`; and of all its rows, numbers that are not finite.
Status count_narrow(const GradientSample& sample, float smallest, unsigned long long* counts, Stream stream);

}  // namespace tunebench::cuda
