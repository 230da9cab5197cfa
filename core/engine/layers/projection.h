// Projection: every linear map of a model, with its name and an optional delta that a method hangs on it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <ATen/ATen.h>

#include "core/engine/layers/forward_context.h"
#include "core/engine/ops/linear.h"
#include "core/engine/quantization/quantized_weight.h"
#include "core/models/parameters.h"

namespace tunebench {

class Projection;

/// What a method makes of a projection.
class ProjectionDelta {
public:
    virtual ~ProjectionDelta() = default;

    /// x (n, in) → (n, out), in place of the projection's own x · W0ᵀ + b, which `owner.base` gives.
    virtual at::Tensor forward(const Projection& owner, const at::Tensor& x,
                               const ForwardContext& context) = 0;

    /// The weight (out, in) with the delta merged into it.
    virtual at::Tensor merged(const at::Tensor& weight) const = 0;

    /// The bias with the delta merged into it; undefined stays undefined.
    virtual at::Tensor merged_bias(const at::Tensor& bias) const { return bias; }
};

class Projection {
public:
    explicit Projection(ProjectionInfo info) : info_(std::move(info)) {}

    const ProjectionInfo& info() const { return info_; }

    /// x (n, in) → (n, out).
    at::Tensor forward(const at::Tensor& x, const ForwardContext& context) const {
        return delta_ ? delta_->forward(*this, x, context) : base(x);
    }

    /// The same without the delta. A fresh tensor, which the delta may change in place.
    at::Tensor base(const at::Tensor& x) const;

    /// (out, in), without the delta; a view where it can be, a copy when it is quantized.
    at::Tensor linear_weight() const;

    /// The same as it is kept.
    FrozenWeight frozen_weight() const;

    /// linear_weight with the delta, if there is one, merged.
    at::Tensor effective_weight() const;

    void set_delta(std::unique_ptr<ProjectionDelta> delta) { delta_ = std::move(delta); }
    std::unique_ptr<ProjectionDelta> take_delta() { return std::move(delta_); }
    bool has_delta() const { return delta_ != nullptr; }

    /// Whether anything of it trains, or hangs on it that may.
    bool trains() const;

    /// Merges the delta into weight and bias and drops it. A quantized weight becomes dense, with or without
    /// a delta: codes could not hold the sum.
    void merge();

    at::Tensor weight = {};  // as stored: (out, in), or (in, out) when transposed; undefined when quantized
    at::Tensor bias = {};    // undefined when there is none
    std::optional<QuantizedWeight> quantized = {};  // in place of weight, always (out, in)

private:
    ProjectionInfo info_;
    std::unique_ptr<ProjectionDelta> delta_;
};

}  // namespace tunebench
