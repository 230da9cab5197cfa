#include "core/methods/full/full.h"
#include "core/methods/method.h"

namespace tunebench::full {
namespace {

bool is_matrix(ParameterRole role) {
    return role == ParameterRole::ProjectionWeight || role == ParameterRole::Embedding ||
           role == ParameterRole::PositionEmbedding;
}

bool is_embedding(ParameterRole role) {
    return role == ParameterRole::Embedding || role == ParameterRole::PositionEmbedding;
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    MethodPlan plan{.trains_norms = true, .trains_embedding = config.train_embeddings};
    for (const auto& parameter : parameters_of(model))
        if (config.train_embeddings || !is_embedding(parameter.role))
            plan.tensors.push_back({.name = parameter.name,
                                    .shape = parameter.shape,
                                    .is_base_parameter = true,
                                    .is_matrix = is_matrix(parameter.role)});
    for (const auto& projection : projections_of(model)) {
        const bool tied_head = projection.role == ProjectionRole::Head && model.tie_word_embeddings;
        plan.projections.push_back({.path = projection.path,
                                    .weight_trains = !tied_head || config.train_embeddings,
                                    .bias_trains = projection.has_bias});
    }
    return plan;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::train_embeddings>(
            {.key = "train_embeddings",
             .label = "Train embeddings",
             .help = "Also change the token embeddings (and the head where it is tied to them).",
             .details =
                 "Off saves the gradient and the optimizer state of the embedding matrix, which is a large "
                 "share of a small model with a large vocabulary. Words that the base model hardly knows "
                 "are learned better with it on.",
             .level = ParamLevel::Advanced}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "full",
        .title = "Full fine-tuning",
        .summary = "Every weight of the model trains. The most capable and the most expensive.",
        .paper = "",
        .specs = specs_of(fields()),
        .is_mergeable = false,
        .is_identity_at_start = true,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::full
