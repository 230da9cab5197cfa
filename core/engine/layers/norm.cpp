#include "core/engine/layers/norm.h"

#include "core/engine/ops/rms_norm.h"
#include "core/engine/precision/types.h"

namespace tunebench {

at::Tensor Norm::forward(const at::Tensor& x) const {
    if (kind == NormKind::RmsNorm)
        return rms_norm(x, adds_one ? weight + 1.0 : weight, eps,
                        x.scalar_type() == at::kDouble ? at::kDouble : out);
    return in_type(at::layer_norm(x.to(weight.scalar_type()), {x.size(-1)}, weight, bias, eps), out);
}

bool Norm::trains() const {
    return (weight.defined() && weight.requires_grad()) || (bias.defined() && bias.requires_grad());
}

}  // namespace tunebench
