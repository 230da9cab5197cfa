#include "core/methods/ia3/layer.h"

namespace tunebench::ia3 {

at::Tensor ScalingDelta::forward(const Projection& owner, const at::Tensor& x,
                                 const ForwardContext& /*context*/) {
    const auto scaling = scaling_.to(x.scalar_type());
    return scales_input_ ? owner.base(x * scaling) : owner.base(x) * scaling.t();
}

at::Tensor ScalingDelta::merged(const at::Tensor& weight) const {
    return weight * scaling_;
}

at::Tensor ScalingDelta::merged_bias(const at::Tensor& bias) const {
    return bias.defined() && !scales_input_ ? bias * scaling_.flatten() : bias;
}

}  // namespace tunebench::ia3
