// The arithmetic that a training step needs, counted without a tensor.
#pragma once

#include "core/base/result.h"
#include "core/memory/estimate.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

/// Floating-point operations of one step: 2 per weight and token forward, 2 for the gradient of the input, 2
/// for the gradient of a trained weight; attention's causal half; the head at supervised positions.
/// Recomputation is not counted.
Result<double> needed_operations(const ModelConfig& model, const Selection& method, const BatchShape& batch);

}  // namespace tunebench
