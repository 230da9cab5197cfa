#include "core/engine/layers/additive_delta.h"

namespace tunebench {

at::Tensor AdditiveDelta::forward(const Projection& owner, const at::Tensor& x,
                                  const ForwardContext& context) {
    return added(owner.base(x), 1.0, x, context);
}

at::Tensor SummedDelta::added(const at::Tensor& out, double share, const at::Tensor& x,
                              const ForwardContext& context) {
    auto sum = out;
    for (const auto& part : parts_)
        sum = part.delta->added(sum, share * part.share, x, context);
    return sum;
}

at::Tensor SummedDelta::merged_share(const at::Tensor& weight, double share) const {
    auto sum = weight;
    for (const auto& part : parts_)
        sum = part.delta->merged_share(sum, share * part.share);
    return sum;
}

}  // namespace tunebench
