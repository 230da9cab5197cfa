#include "core/engine/training/task_head.h"

#include "core/engine/tensor.h"

namespace tunebench {

Result<std::vector<TrainableParameter>> attach_method(const Attachment& attachment, CausalModel& model,
                                                      const ParamMap& params, std::uint64_t seed) {
    TRY(auto parameters, attachment.attach(model, params, seed));
    for (auto& parameter : model.parameters()) {
        if (!parameter.info.in_task_head || parameter.tensor->requires_grad())
            continue;
        // A copy: the base keeps its own, and another adapter may be put on it.
        *parameter.tensor = parameter.tensor->detach().clone().set_requires_grad(true);
        parameters.push_back({.name = parameter.info.name,
                              .tensor = *parameter.tensor,
                              .is_matrix = parameter.info.shape.size() > 1,
                              .in_task_head = true});
    }
    return parameters;
}

ParameterParts split_head(const std::vector<TrainableParameter>& parameters) {
    ParameterParts parts;
    for (const auto& parameter : parameters)
        (parameter.in_task_head ? parts.head : parts.method).push_back(parameter);
    return parts;
}

}  // namespace tunebench
