// IA3 on one projection.
#pragma once

#include "core/engine/layers/projection.h"

namespace tunebench::ia3 {

/// y = l ⊙ (x W0ᵀ + b), or (l ⊙ x) W0ᵀ + b where the input is scaled.
class ScalingDelta : public ProjectionDelta {
public:
    /// `scaling` (out, 1), or (1, in) to scale the input, is shared with the trainable parameters.
    ScalingDelta(at::Tensor scaling, bool scales_input)
        : scaling_(std::move(scaling)), scales_input_(scales_input) {}

    at::Tensor forward(const Projection& owner, const at::Tensor& x, const ForwardContext& context) override;
    at::Tensor merged(const at::Tensor& weight) const override;
    at::Tensor merged_bias(const at::Tensor& bias) const override;

private:
    at::Tensor scaling_;
    bool scales_input_;
};

}  // namespace tunebench::ia3
