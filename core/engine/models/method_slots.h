// MethodSlots: everything of a model that attaching a method may change, taken out of it. Whoever swaps whole
// sets of slots can put any method on and off without knowing it.
#pragma once

#include <memory>
#include <vector>

#include "core/engine/models/causal_model.h"

namespace tunebench {

struct MethodSlots {
    struct Layer {
        std::unique_ptr<KeyValuePrefix> prefix = {};
        std::unique_ptr<BranchSite> after_attention = {};
        std::unique_ptr<BranchSite> after_mlp = {};
        std::unique_ptr<StreamSite> output = {};
    };

    std::vector<std::unique_ptr<ProjectionDelta>> deltas = {};  // in the order of projections()
    std::vector<Layer> layers = {};
    std::unique_ptr<VirtualTokens> virtual_tokens = {};
    std::vector<at::Tensor> tensors = {};  // what the model computes with, in the order of tensor_slots()
};

/// Every tensor member of the model, once each, in a fixed order; also those that are undefined now.
std::vector<at::Tensor*> tensor_slots(CausalModel& model);

/// No delta, no site, and the model's tensors as they are now (shared, not copied).
MethodSlots empty_slots(CausalModel& model);

/// Exchanges what is in the model with what is in the slots; twice is nothing.
void exchange(CausalModel& model, MethodSlots& slots);

}  // namespace tunebench
