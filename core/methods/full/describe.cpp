#include <set>
#include <string_view>
#include <utility>

#include "core/methods/full/full.h"
#include "core/methods/method.h"
#include "core/methods/trained_layers.h"

namespace tunebench::full {
namespace {

constexpr Choice kTrainableChoices[] = {
    {"everything", "Everything"}, {"top-layers", "The last layers"}, {"biases", "Biases only (BitFit)"}};

bool is_matrix(ParameterRole role) {
    return role == ParameterRole::ProjectionWeight || role == ParameterRole::Embedding ||
           role == ParameterRole::PositionEmbedding;
}

bool is_norm(ParameterRole role) {
    return role == ParameterRole::NormWeight || role == ParameterRole::NormBias;
}

/// The projections with a weight or bias among `trained`. A tied head trains as the embedding does.
std::vector<ProjectionUse> uses_of(const ModelConfig& model, const std::vector<ParameterInfo>& trained) {
    std::set<std::pair<ParameterRole, std::string_view>> known;
    for (const auto& parameter : trained)
        known.emplace(parameter.role, parameter.module);
    const auto trains = [&](const std::string& module, ParameterRole role) {
        return known.contains({role, module});
    };
    std::vector<ProjectionUse> uses;
    for (const auto& projection : projections_of(model)) {
        const bool tied = projection.role == ProjectionRole::Head && model.tie_word_embeddings;
        ProjectionUse use{
            .path = projection.path,
            .weight_trains = tied ? trains(module_names(model).embedding, ParameterRole::Embedding)
                                  : trains(projection.path, ParameterRole::ProjectionWeight),
            .bias_trains = trains(projection.path, ParameterRole::ProjectionBias)};
        if (use.weight_trains || use.bias_trains)
            uses.push_back(std::move(use));
    }
    return uses;
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto trained, trained_parameters(model, config));
    MethodPlan plan{.projections = uses_of(model, trained)};
    for (const auto& parameter : trained) {
        plan.tensors.push_back({.name = parameter.name,
                                .shape = parameter.shape,
                                .is_base_parameter = true,
                                .is_matrix = is_matrix(parameter.role)});
        plan.trains_norms |= is_norm(parameter.role);
        plan.trains_embedding |= parameter.role == ParameterRole::Embedding;
    }
    plan.first_layer = first_trained_layer(model, plan.tensors);
    return plan;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::train_embeddings>(
            {.key = "train_embeddings",
             .label = "Train embeddings",
             .help = "Also change the token embeddings (and the head where it is tied to them).",
             .effect =
                 "Off: saves the gradient and states of the embedding; new words are learned less well.",
             .details =
                 "Off saves the gradient and the optimizer state of the embedding matrix, which is a large "
                 "share of a small model with a large vocabulary. Words that the base model hardly knows "
                 "are learned better with it on.",
             .level = ParamLevel::Advanced,
             .enabled_when = {.key = "trainable", .equals = "everything"}}),
        field<&Config::trainable>(
            {.key = "trainable",
             .label = "Trained parameters",
             .help = "Which of the model's own parameters train.",
             .effect = "Less: less memory and time, and it learns less.",
             .details = "The last layers need no backward pass below them: less time and much less memory. "
                        "Biases are a thousandth of the parameters and often enough for classification; "
                        "models such as Llama have none.",
             .choices = kTrainableChoices}),
        field<&Config::top_layers>(
            {.key = "top_layers",
             .label = "Last layers",
             .help =
                 "How many blocks train, counted from the end, with the final norm and a head of its own.",
             .effect = "More: learns more; memory and time grow with each layer.",
             .details = "Memory and time grow with every layer. The embeddings, and a head that is tied to "
                        "them, stay as they are.",
             .unit = "layers",
             .min = 1,
             .max = 1024,
             .enabled_when = {.key = "trainable", .equals = "top-layers"}}),
        field<&Config::freeze>(
            {.key = "freeze",
             .label = "Frozen parameters",
             .help = "Regular expressions; parameters whose whole name matches one of them do not train.",
             .effect = "More: less memory and time, and it learns less.",
             .details = "Example: model\\.layers\\.[0-3]\\..* for the first four blocks. What is frozen has "
                        "no gradient and no optimizer state.",
             .level = ParamLevel::Expert}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "full",
        .title = "Full fine-tuning",
        .summary =
            "Every weight of the model trains, or a choice of them. The most capable and the most expensive.",
        .paper = "",
        .specs = specs_of(fields()),
        .is_mergeable = false,
        .is_identity_at_start = true,
        .rate_factor = 0.1,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::full
