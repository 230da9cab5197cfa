#include "core/methods/lora/layer.h"

namespace tunebench::lora {

at::Tensor LowRankDelta::added(const at::Tensor& out, double share, const at::Tensor& x,
                               const ForwardContext& context) {
    // The scale goes where the tensor is smallest: (n, rank).
    const auto inner = at::mm(dropout(x, dropout_, context, site_), a_.t()).mul_(share * scale_);
    return out.addmm_(inner, b_.t());
}

at::Tensor LowRankDelta::merged_share(const at::Tensor& weight, double share) const {
    return at::addmm(weight, b_, a_, 1.0, share * scale_);
}

}  // namespace tunebench::lora
