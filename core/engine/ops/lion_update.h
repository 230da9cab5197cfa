// Lion's update (arXiv:2302.06675, algorithm 2) in one pass over memory.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/ops/coded_state.h"
#include "core/engine/precision/rounding.h"

namespace tunebench {

struct LionUpdate {
    double learning_rate = 0.0;
    double beta1 = 0.9;   // of the direction
    double beta2 = 0.99;  // of the momentum
    double decoupled_decay = 0.0;
    double gradient_scale = 1.0;
    Rounding rounding = {};
};

/// In place on contiguous tensors of one shape, parameter and gradient of any type, the rest fp32; `exp_avg`
/// is the momentum.
void lion_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                 const LionUpdate& update);

/// The same with the momentum as codes.
void lion_update(const at::Tensor& parameter, const at::Tensor& gradient, const CodedState& exp_avg,
                 const LionUpdate& update);

/// The same from LibTorch's own operations.
void lion_update_composed(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                          const LionUpdate& update);

}  // namespace tunebench
