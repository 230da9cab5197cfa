#include "core/engine/layers/norm.h"

#include "core/engine/ops/rms_norm.h"

namespace tunebench {

at::Tensor Norm::forward(const at::Tensor& x) const {
    if (kind == NormKind::RmsNorm)
        return rms_norm(x, weight, eps, out);
    return at::layer_norm(x.to(weight.scalar_type()), {x.size(-1)}, weight, bias, eps).to(out);
}

}  // namespace tunebench
