#include "core/engine/layers/norm.h"

#include "core/engine/ops/rms_norm.h"

namespace tunebench {

at::Tensor Norm::forward(const at::Tensor& x) const {
    return kind == NormKind::RmsNorm ? rms_norm(x, weight, eps)
                                     : at::layer_norm(x, {x.size(-1)}, weight, bias, eps);
}

}  // namespace tunebench
