// The gate of a gated MLP: activation(gate) · up.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/ops/kept_input.h"
#include "core/models/model_config.h"

namespace tunebench {

at::Tensor activate(const at::Tensor& x, Activation activation);

/// Keeps gate and up for backward, and nothing between them.
at::Tensor silu_multiply(const at::Tensor& gate, const at::Tensor& up);

/// silu_multiply for SiLU, composed for the other activations.
at::Tensor gated_activation(const at::Tensor& gate, const at::Tensor& up, Activation activation);

/// The same of both in one tensor (n, 2 · width), the gate first.
at::Tensor gated_halves(const at::Tensor& gate_and_up, Activation activation);

/// The way to make the result again if the operation is that of a gate with SiLU; null otherwise.
Again gated_again(const torch::autograd::Node& operation);

}  // namespace tunebench
