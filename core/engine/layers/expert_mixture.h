// ExpertMixture: the feed-forward part of a layer with experts. Each computes only the tokens that are routed
// to it.
#pragma once

#include <memory>
#include <vector>

#include "core/engine/layers/forward_context.h"
#include "core/engine/layers/projection.h"
#include "core/engine/ops/expert_routing.h"
#include "core/models/model_config.h"

namespace tunebench {

/// down(activation(gate(x)) · up(x)).
struct Expert {
    std::unique_ptr<Projection> gate, up, down;

    at::Tensor forward(const at::Tensor& x, Activation activation, const ForwardContext& context) const;
    bool trains() const;
};

class ExpertMixture {
public:
    /// The structure: whoever builds a model fills in the projections.
    ExpertMixture(const ExpertsConfig& config, Activation activation);

    /// x (n, hidden) → (n, hidden). Leaves the router's logits (n, experts) where the context wants them. An
    /// expert that no token goes to does not run, and its weights get no gradient.
    at::Tensor forward(const at::Tensor& x, const ForwardContext& context) const;

    /// Whether anything in it trains, or hangs on it that may.
    bool trains() const;

    std::unique_ptr<Projection> router;
    std::vector<Expert> experts;

private:
    /// What the experts make of the tokens that go to them, in the order of experts.
    at::Tensor computed(const at::Tensor& x, const Routing& routing, const ForwardContext& context) const;

    const ExpertsConfig& config_;
    Activation activation_;
};

}  // namespace tunebench
