// Projection: every linear map of a model, with its name and an optional delta that a method hangs on it.
#pragma once

#include <memory>
#include <string>

#include <ATen/ATen.h>

#include "core/engine/layers/forward_context.h"
#include "core/models/parameters.h"

namespace tunebench {

/// What a method adds to a projection's result.
class ProjectionDelta {
public:
    virtual ~ProjectionDelta() = default;

    /// `base` is x · W0ᵀ + b; returns the adapted result. May change `base` in place.
    virtual at::Tensor apply(const at::Tensor& x, at::Tensor base, const ForwardContext& context) = 0;

    /// The weight (out, in) with the delta merged into it.
    virtual at::Tensor merged(const at::Tensor& weight) const = 0;
};

class Projection {
public:
    explicit Projection(ProjectionInfo info) : info_(std::move(info)) {}

    const ProjectionInfo& info() const { return info_; }

    /// x (n, in) → (n, out).
    at::Tensor forward(const at::Tensor& x, const ForwardContext& context) const;

    /// (out, in), as a view when the weight is stored transposed; with the delta, if there is one, merged.
    at::Tensor effective_weight() const;

    void set_delta(std::unique_ptr<ProjectionDelta> delta) { delta_ = std::move(delta); }
    bool has_delta() const { return delta_ != nullptr; }

    /// Merges the delta into the weight and drops it.
    void merge();

    at::Tensor weight = {};  // as stored: (out, in), or (in, out) when transposed
    at::Tensor bias = {};    // undefined when there is none

private:
    at::Tensor as_linear(const at::Tensor& tensor) const { return info_.transposed ? tensor.t() : tensor; }

    ProjectionInfo info_;
    std::unique_ptr<ProjectionDelta> delta_;
};

}  // namespace tunebench
