// The update of stochastic gradient descent in one pass over memory.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/precision/rounding.h"

namespace tunebench {

struct SgdUpdate {
    double learning_rate = 0.0;
    double momentum = 0.0;
    bool nesterov = false;
    double l2_decay = 0.0;  // decay · parameter is added to the gradient
    double gradient_scale = 1.0;
    Rounding rounding = {};
};

/// In place on contiguous tensors of one shape, parameter and gradient of any type; `velocity` is fp32, and
/// undefined without momentum.
void sgd_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& velocity,
                const SgdUpdate& update);

/// The same from LibTorch's own operations.
void sgd_update_composed(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& velocity,
                         const SgdUpdate& update);

}  // namespace tunebench
