// Reference cases with experts: transformers 5 holds those of a layer in two tensors, its checkpoints hold
// single ones.
#pragma once

#include <map>
#include <string>

#include "core/engine/tensor.h"
#include "core/models/model_config.h"

namespace tunebench::conformance {

/// `expected` with the gradients of routers and of single experts as the model's checkpoint calls them.
/// Whatever the model, the reference has, in a layer, mlp.gate.weight, mlp.experts.gate_up_proj [experts, 2 x
/// inner, hidden] and mlp.experts.down_proj [experts, hidden, inner].
std::map<std::string, at::Tensor> with_single_experts(std::map<std::string, at::Tensor> expected,
                                                      const ModelConfig& config);

}  // namespace tunebench::conformance
