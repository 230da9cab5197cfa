#include "core/engine/layers/projection.h"

#include "core/engine/ops/linear.h"
#include "core/engine/tensor.h"

namespace tunebench {

at::Tensor Projection::base(const at::Tensor& x) const {
    return quantized ? quantized_linear(x, *quantized, bias) : apply_linear(x, linear_weight(), bias);
}

at::Tensor Projection::linear_weight() const {
    if (quantized)
        return quantized->dequantize();
    return info_.transposed ? weight.t() : weight;
}

FrozenWeight Projection::frozen_weight() const {
    return quantized ? FrozenWeight{.quantized = &*quantized} : FrozenWeight{.dense = linear_weight()};
}

at::Tensor Projection::effective_weight() const {
    return delta_ ? delta_->merged(linear_weight()) : linear_weight();
}

bool Projection::trains() const {
    const auto needs = [](const at::Tensor& tensor) { return tensor.defined() && tensor.requires_grad(); };
    return has_delta() || needs(weight) || needs(bias);
}

void Projection::merge() {
    if (!delta_ && !quantized)
        return;
    const at::NoGradGuard no_gradients;
    const auto merged = effective_weight();
    weight = (info_.transposed ? merged.t() : merged).contiguous();
    quantized.reset();
    if (delta_)
        bias = delta_->merged_bias(bias);
    delta_.reset();
}

}  // namespace tunebench
