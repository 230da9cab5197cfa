// Deltas that add to a projection's own product, whatever that is: LoRA. They can be summed with weights.
#pragma once

#include <vector>

#include "core/engine/layers/projection.h"

namespace tunebench {

class AdditiveDelta : public ProjectionDelta {
public:
    at::Tensor forward(const Projection& owner, const at::Tensor& x, const ForwardContext& context) override;
    at::Tensor merged(const at::Tensor& weight) const override { return merged_share(weight, 1.0); }

    /// Adds `share` of what the delta makes of x (n, in) to `out` (n, out), which it may change in place.
    virtual at::Tensor added(const at::Tensor& out, double share, const at::Tensor& x,
                             const ForwardContext& context) = 0;

    /// The weight (out, in) with `share` of the delta merged into it.
    virtual at::Tensor merged_share(const at::Tensor& weight, double share) const = 0;
};

/// A weighted sum of deltas of the same projection.
class SummedDelta : public AdditiveDelta {
public:
    struct Part {
        AdditiveDelta* delta = nullptr;  // must outlive the sum
        double share = 1.0;
    };

    explicit SummedDelta(std::vector<Part> parts) : parts_(std::move(parts)) {}

    at::Tensor added(const at::Tensor& out, double share, const at::Tensor& x,
                     const ForwardContext& context) override;
    at::Tensor merged_share(const at::Tensor& weight, double share) const override;

private:
    std::vector<Part> parts_;
};

}  // namespace tunebench
