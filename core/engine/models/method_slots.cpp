#include "core/engine/models/method_slots.h"

#include <utility>

namespace tunebench {
namespace {

bool is_of_a_projection(ParameterRole role) {
    return role == ParameterRole::ProjectionWeight || role == ParameterRole::ProjectionBias;
}

void exchange_delta(Projection& projection, std::unique_ptr<ProjectionDelta>& delta) {
    auto taken = projection.take_delta();
    projection.set_delta(std::move(delta));
    delta = std::move(taken);
}

}  // namespace

std::vector<at::Tensor*> tensor_slots(CausalModel& model) {
    std::vector<at::Tensor*> slots;
    for (const auto& parameter : model.parameters())
        if (!is_of_a_projection(parameter.info.role))
            slots.push_back(parameter.tensor);
    // Those of projections from the projections: a tied head and an absent bias are no parameters.
    for (auto* projection : model.projections()) {
        slots.push_back(&projection->weight);
        slots.push_back(&projection->bias);
    }
    return slots;
}

MethodSlots empty_slots(CausalModel& model) {
    MethodSlots slots;
    slots.deltas.resize(model.projections().size());
    slots.layers.resize(static_cast<std::size_t>(model.config().num_hidden_layers));
    for (const auto* tensor : tensor_slots(model))
        slots.tensors.push_back(*tensor);
    return slots;
}

void exchange(CausalModel& model, MethodSlots& slots) {
    const auto projections = model.projections();
    for (std::size_t i = 0; i < projections.size(); ++i)
        exchange_delta(*projections[i], slots.deltas[i]);
    for (std::size_t i = 0; i < slots.layers.size(); ++i) {
        auto& block = model.block(static_cast<std::int64_t>(i));
        std::swap(block.prefix, slots.layers[i].prefix);
        std::swap(block.after_attention, slots.layers[i].after_attention);
        std::swap(block.after_mlp, slots.layers[i].after_mlp);
        std::swap(block.output, slots.layers[i].output);
    }
    std::swap(model.virtual_tokens, slots.virtual_tokens);
    const auto tensors = tensor_slots(model);
    for (std::size_t i = 0; i < tensors.size(); ++i)
        std::swap(*tensors[i], slots.tensors[i]);
}

}  // namespace tunebench
