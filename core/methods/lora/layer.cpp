#include "core/methods/lora/layer.h"

namespace tunebench::lora {

at::Tensor LowRankDelta::forward(const Projection& owner, const at::Tensor& x,
                                 const ForwardContext& context) {
    auto base = owner.base(x);
    // The scale goes where the tensor is smallest: (n, rank).
    const auto inner = at::mm(dropout(x, dropout_, context, site_), a_.t()).mul_(scale_);
    return base.addmm_(inner, b_.t());
}

at::Tensor LowRankDelta::merged(const at::Tensor& weight) const {
    return at::addmm(weight, b_, a_, 1.0, scale_);
}

}  // namespace tunebench::lora
