#include "core/engine/layers/projection.h"

#include <torch/torch.h>

namespace tunebench {

at::Tensor Projection::forward(const at::Tensor& x, const ForwardContext& context) const {
    auto out = at::linear(x, as_linear(weight), bias);
    return delta_ ? delta_->apply(x, std::move(out), context) : out;
}

at::Tensor Projection::effective_weight() const {
    const auto linear = as_linear(weight);
    return delta_ ? delta_->merged(linear) : linear;
}

void Projection::merge() {
    const at::NoGradGuard no_gradients;
    weight = as_linear(effective_weight()).contiguous();
    delta_.reset();
}

}  // namespace tunebench
