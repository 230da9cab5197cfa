// The low-rank side path of one projection.
#pragma once

#include "core/engine/layers/additive_delta.h"

namespace tunebench::lora {

class LowRankDelta : public AdditiveDelta {
public:
    /// a (rank, in) and b (out, rank) are shared with the list of trainable parameters. `site` tells this
    /// projection's dropout stream from the others'.
    LowRankDelta(at::Tensor a, at::Tensor b, double scale, double dropout, std::uint64_t site)
        : a_(std::move(a)), b_(std::move(b)), scale_(scale), dropout_(dropout), site_(site) {}

    at::Tensor added(const at::Tensor& out, double share, const at::Tensor& x,
                     const ForwardContext& context) override;
    at::Tensor merged_share(const at::Tensor& weight, double share) const override;

private:
    at::Tensor a_, b_;
    double scale_;
    double dropout_;
    std::uint64_t site_;
};

}  // namespace tunebench::lora
