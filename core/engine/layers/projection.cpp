#include "core/engine/layers/projection.h"

#include "core/engine/tensor.h"

namespace tunebench {

at::Tensor Projection::base(const at::Tensor& x) const {
    return at::linear(x, linear_weight(), bias);
}

at::Tensor Projection::effective_weight() const {
    return delta_ ? delta_->merged(linear_weight()) : linear_weight();
}

void Projection::merge() {
    if (!delta_)
        return;
    const at::NoGradGuard no_gradients;
    const auto merged = effective_weight();
    weight = (info_.transposed ? merged.t() : merged).contiguous();
    bias = delta_->merged_bias(bias);
    delta_.reset();
}

}  // namespace tunebench
