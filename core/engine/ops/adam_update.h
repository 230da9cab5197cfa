// Adam's update in one pass over memory.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/ops/coded_state.h"
#include "core/engine/precision/rounding.h"

namespace tunebench {

struct AdamUpdate {
    double learning_rate = 0.0;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double decoupled_decay = 0.0;  // AdamW: the parameter shrinks by learning_rate · decay
    double l2_decay = 0.0;         // Adam: decay · parameter is added to the gradient
    double gradient_scale = 1.0;
    std::int64_t step = 1;
    Rounding rounding = {};
};

/// In place on contiguous tensors of one shape, parameter and gradient of any type, the rest fp32. The fused
/// loop on the CPU and in an engine with CUDA, elsewhere the composed one.
void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                 const at::Tensor& exp_avg_sq, const AdamUpdate& update);

/// The same with states as codes. The parameter takes the means of this step before they are coded.
void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const CodedState& exp_avg,
                 const CodedState& exp_avg_sq, const AdamUpdate& update);

/// The same from LibTorch's own operations.
void adam_update_composed(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                          const at::Tensor& exp_avg_sq, const AdamUpdate& update);

}  // namespace tunebench
