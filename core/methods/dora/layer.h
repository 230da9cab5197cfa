// DoRA on one projection.
#pragma once

#include "core/methods/lora/layer.h"

namespace tunebench::dora {

/// ‖W0 + s B A‖ of each row (out), without making the matrix: from the squares of W0's rows, which do not
/// change, and products as small as B. Rows where these cancel are measured directly.
class RowNorms {
public:
    /// weight (out, in) is frozen.
    explicit RowNorms(const at::Tensor& weight);

    at::Tensor of(const at::Tensor& weight, const lora::LowRank& low_rank) const;

private:
    at::Tensor squares_;  // (out), double: of the weight's own rows
};

/// y = m/n ⊙ (x W0ᵀ + s x Aᵀ Bᵀ) + b. With dropout, as in PEFT, only what m/n and B A change sees the dropped
/// input: y = x W0ᵀ + b + (m/n − 1) ⊙ (x̃ W0ᵀ) + m/n ⊙ (s x̃ Aᵀ Bᵀ).
class MagnitudeDelta : public ProjectionDelta {
public:
    /// `norms` of the projection's weight; `magnitude` (out) is shared with the trainable parameters.
    MagnitudeDelta(lora::LowRank low_rank, at::Tensor magnitude, RowNorms norms)
        : low_rank_(std::move(low_rank)), magnitude_(std::move(magnitude)), norms_(std::move(norms)) {}

    at::Tensor forward(const Projection& owner, const at::Tensor& x, const ForwardContext& context) override;
    at::Tensor merged(const at::Tensor& weight) const override;

private:
    /// m / n of each row (out); n is a constant for backward.
    at::Tensor ratio(const Projection& owner, const ForwardContext& context);

    lora::LowRank low_rank_;
    at::Tensor magnitude_;
    RowNorms norms_;
    at::Tensor last_norms_ = {};  // of the last pass
};

}  // namespace tunebench::dora
