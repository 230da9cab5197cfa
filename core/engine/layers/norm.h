// Norm: RMSNorm or LayerNorm over the last dimension.
#pragma once

#include <ATen/ATen.h>

#include "core/models/model_config.h"

namespace tunebench {

struct Norm {
    NormKind kind = NormKind::RmsNorm;
    double eps = 1e-6;
    bool adds_one = false;  // RMSNorm: multiplies by 1 + weight
    at::Tensor weight = {};
    at::Tensor bias = {};             // LayerNorm only, and not of every model
    at::ScalarType out = at::kFloat;  // the type of what it gives

    /// As the model has its norms, not filled in yet.
    static Norm like(const ModelConfig& model) {
        return {.kind = model.norm, .eps = model.norm_eps, .adds_one = model.norm_adds_one};
    }

    at::Tensor forward(const at::Tensor& x) const;
    /// Whether its weight or bias asks for a gradient.
    bool trains() const;
};

}  // namespace tunebench
