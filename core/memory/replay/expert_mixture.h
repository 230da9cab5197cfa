// core/engine/layers/expert_mixture and ops/expert_routing. Tokens are taken to be shared evenly.
#pragma once

#include <cstdint>
#include <vector>

#include "core/memory/replay/projection.h"
#include "core/models/model_config.h"

namespace tunebench::replay {

struct ExpertSketch {
    ProjectionSketch gate = {}, up = {}, down = {};

    Sketch forward(Replay& replay, const Sketch& x, Activation activation);
    bool trains() const { return gate.trains() || up.trains() || down.trains(); }
};

struct MixtureSketch {
    const ExpertsConfig* config = nullptr;
    Activation activation = Activation::Silu;
    ProjectionSketch router = {};
    std::vector<ExpertSketch> experts = {};

    /// Leaves the router's logits where the loss wants them; `logits` may be null.
    Sketch forward(Replay& replay, const Sketch& x, Sketches* logits);
    /// All of its projections.
    std::vector<ProjectionSketch*> projections();
    bool trains() const;

private:
    Sketch computed(Replay& replay, const Sketch& inputs);
};

/// The term of the loss for an even use of experts, of routers' logits of all layers. A scalar.
Sketch balance_term(Replay& replay, const Sketches& logits);

}  // namespace tunebench::replay
