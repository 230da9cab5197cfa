// Losses of rows of logits (core/engine/ops/cross_entropy.h), and their gradients in the logits' place.
#pragma once

#include <optional>

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

struct RowLosses {
    std::int64_t rows = 0, width = 0;
    const std::int64_t* labels = nullptr;  // (rows)
    double label_smoothing = 0.0;
    double z_loss = 0.0;
    std::optional<double> scale = {};  // with it the logits become their gradients times it
};

/// losses (rows).
Status row_losses(const RowLosses& what, const Numbers& logits, double* losses, Stream stream);

}  // namespace tunebench::cuda
