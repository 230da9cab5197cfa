// The loss of a batch, by what the model's head predicts.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/models/causal_model.h"
#include "core/engine/ops/cross_entropy.h"

namespace tunebench {

/// Σ loss · scale, a scalar, over the rows that the batch supervises: the next tokens, without the
/// logits of all of them at a time, or the classes of the sequences. Where config.json asks for it, experts
/// that are used unevenly cost besides; a batch's part of that is in proportion to the rows it supervises.
/// Evaluations have no such term.
at::Tensor task_loss(const CausalModel& model, const BatchTensors& tensors, double scale,
                     const LossTerms& terms = {});

}  // namespace tunebench
