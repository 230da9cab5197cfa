// A base model with quantized weights: what a run asks for, what the checkpoint already is, and what may
// train on it.
#pragma once

#include "core/base/result.h"
#include "core/methods/method.h"
#include "core/models/model_config.h"
#include "core/models/quantization.h"

namespace tunebench {

/// How the weights of the blocks will be kept: as the checkpoint has them when it is quantized already, else
/// as wanted. Errors with field "precision.quantization.…": a block size that cannot be, and a checkpoint
/// that is quantized otherwise than wanted, because quantizing twice loses twice.
Result<QuantizationSettings> base_quantization(const ModelConfig& model, const QuantizationSettings& wanted);

/// InvalidArgument when the plan trains a weight of a block, which on a quantized base is codes and cannot
/// take a small step. Biases, norms, embeddings and the head may train.
Result<void> check_trains_beside_codes(const ModelConfig& model, const MethodPlan& plan);

/// The errors of base_quantization and, where the base is quantized, of check_trains_beside_codes.
Result<void> check_quantized_base(const ModelConfig& model, const QuantizationSettings& wanted,
                                  const MethodPlan& plan);

}  // namespace tunebench
