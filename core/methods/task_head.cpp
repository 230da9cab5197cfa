#include "core/methods/task_head.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/methods/tensor_group.h"

namespace tunebench {
namespace {

/// Full fine-tuning trains the head as it trains everything, and a method may be told to.
bool trains_already(const MethodPlan& plan, const std::string& parameter) {
    return std::ranges::any_of(plan.tensors, [&](const TrainableTensor& tensor) {
        return tensor.is_base_parameter &&
               (tensor.name == parameter || tensor.name.ends_with("." + parameter));
    });
}

Result<void> add_projection(MethodPlan& plan, const std::string& path) {
    const auto use = std::ranges::find(plan.projections, path, &ProjectionUse::path);
    if (use == plan.projections.end()) {
        plan.projections.push_back({.path = path, .weight_trains = true});
        return {};
    }
    if (use->rank == 0)
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("targets: '{}' is the head of the classes, which trains whole", path),
                 .hint = "Leave it out of the targets.",
                 .field = "targets"};
}

/// A row that nothing has trained says nothing.
Result<void> check_added_rows(const Method& method, const ModelConfig& model, const MethodPlan& plan) {
    if (model.added_rows.empty() || plan.trains_embedding)
        return {};
    return Error{
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("With these settings {} does not train the embedding, so that nothing could "
                               "be learned about new tokens",
                               method.title),
        .hint = "Choose full fine-tuning of everything, LoRA or DoRA, or leave model.added_tokens empty.",
        .field = "model.added_tokens"};
}

}  // namespace

Result<MethodPlan> plan_of(const Method& method, const ModelConfig& model, const ParamMap& params) {
    TRY(auto plan, method.plan(model, params));
    TRY_VOID(check_added_rows(method, model, plan));
    // Only classifiers have such a head.
    const auto parameters = model.is_classifier() ? parameters_of(model) : std::vector<ParameterInfo>();
    for (const auto& parameter : parameters) {
        if (!parameter.in_task_head)
            continue;
        if (parameter.role == ParameterRole::ProjectionWeight)
            TRY_VOID(add_projection(plan, parameter.module));
        if (!trains_already(plan, parameter.name))
            plan.tensors.push_back({.name = parameter.name,
                                    .shape = parameter.shape,
                                    .is_base_parameter = true,
                                    .is_matrix = parameter.shape.size() > 1});
    }
    set_groups(plan, model);
    return plan;
}

}  // namespace tunebench
