#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "core/methods/lora/lora.h"
#include "core/methods/method.h"
#include "core/methods/module_selection.h"
#include "core/methods/trained_layers.h"

namespace tunebench::lora {
namespace {

void add_matrices(MethodPlan& plan, const Config& config, const std::vector<Adapted>& adapted) {
    for (const auto& [projection, rank, alpha, scale, is_embedding] : adapted) {
        const auto name = [&path = projection.path](std::string_view suffix) {
            return exported_name(path, suffix);
        };
        plan.tensors.push_back({.name = name(is_embedding ? "lora_embedding_A" : "lora_A.weight"),
                                .shape = {rank, projection.in_features}});
        plan.tensors.push_back({.name = name(is_embedding ? "lora_embedding_B" : "lora_B.weight"),
                                .shape = {projection.out_features, rank},
                                .rate_factor = is_embedding ? 1.0 : config.learning_rate_ratio});
        if (is_embedding)
            plan.embedding_rank = rank;
        else
            plan.projections.push_back({.path = projection.path,
                                        .rank = rank,
                                        .dropout = config.dropout,
                                        .bias_trains = config.bias != Bias::None && projection.has_bias});
    }
}

void add_biases(MethodPlan& plan, const ModelConfig& model, const Config& config,
                const std::vector<Adapted>& adapted) {
    if (config.bias == Bias::None)
        return;
    std::set<std::string_view> paths;
    for (const auto& site : adapted)
        paths.insert(site.projection.path);
    for (const auto& parameter : parameters_of(model)) {
        const bool is_bias =
            parameter.role == ParameterRole::ProjectionBias || parameter.role == ParameterRole::NormBias;
        const bool wrapped = paths.contains(parameter.module);
        if (!is_bias || (config.bias == Bias::LoraOnly && !wrapped))
            continue;
        plan.tensors.push_back({.name = exported_name(parameter.module, wrapped ? "base_layer.bias" : "bias"),
                                .shape = parameter.shape,
                                .is_base_parameter = true,
                                .is_matrix = false});
        plan.trains_norms |= parameter.role == ParameterRole::NormBias;
    }
}

Error also_adapted(const std::string& module) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("targets: {} trains whole, and cannot be adapted as well", module),
            .hint = "Leave it out of the targets.",
            .field = "targets"};
}

Result<void> add_saved_modules(MethodPlan& plan, const ModelConfig& model, const Config& config,
                               const std::vector<Adapted>& adapted) {
    const auto modules = saved_modules(model, config);
    if (modules.empty())
        return {};
    auto parameters = parameters_of(model);
    if (model.tie_word_embeddings)
        parameters.push_back({.name = module_names(model).head + ".weight",
                              .module = module_names(model).head,
                              .shape = {model.vocab_size, model.hidden_size}});
    for (const auto& name : modules) {
        bool found = false;
        for (const auto& parameter : parameters) {
            if (!ends_with_component(parameter.module, name))
                continue;
            found = true;
            if (std::ranges::any_of(
                    adapted, [&](const auto& site) { return site.projection.path == parameter.module; }))
                return also_adapted(parameter.module);
            const auto suffix = parameter.name.substr(parameter.module.size() + 1);
            plan.tensors.push_back({.name = exported_name(parameter.module, suffix),
                                    .shape = parameter.shape,
                                    .is_base_parameter = true,
                                    .is_matrix = parameter.shape.size() > 1});
            plan.trains_embedding |= parameter.role == ParameterRole::Embedding;
            if (parameter.role == ParameterRole::ProjectionWeight)
                plan.projections.push_back({.path = parameter.module, .weight_trains = true});
        }
        if (!found)
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("modules_to_save: this model has no module '{}'", name),
                         .hint = fmt::format("For example {}.", head_path(model)),
                         .field = "modules_to_save"};
    }
    return {};
}

/// The head's product is never made whole in training, so that no dropped copy of its input can be used.
Result<void> check_head(const ModelConfig& model, const Config& config, const std::vector<Adapted>& adapted) {
    const auto& head = module_names(model).head;
    if (config.dropout > 0.0 &&
        std::ranges::any_of(adapted, [&](const auto& site) { return site.projection.path == head; }))
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("dropout cannot be used where {} has an adapter", head),
                     .hint = fmt::format("Set dropout to 0, or leave {} out of the targets.", head),
                     .field = "dropout"};
    return {};
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    return plan_of(model, config);
}

Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    return peft_config(model, config, base_model);
}

/// DoRA's files have the same type; they are another method's.
bool is_peft(const Json& json) {
    const auto type = json_string(json, "peft_type");
    return type && *type == "LORA" && json.value("use_dora", Json()) != Json(true);
}

Result<ParamMap> from_peft(const Json& json, const ModelConfig& model) {
    if (!is_peft(json))
        return Error{.code = ErrorCode::Unsupported,
                     .message = "adapter_config.json: this is not a LoRA adapter",
                     .hint = "Load it as what its peft_type and use_dora say.",
                     .field = "use_dora"};
    TRY(const auto config, config_from_peft(json, model));
    return params_from(fields(), config);
}

}  // namespace

std::string exported_name(const std::string& module, std::string_view suffix) {
    return fmt::format("base_model.model.{}.{}", module, suffix);
}

std::vector<std::string> saved_modules(const ModelConfig& model, const Config& config) {
    auto modules = config.modules_to_save;
    if (model.added_rows.empty())
        return modules;
    std::vector<std::string> tables = {module_names(model).embedding};
    if (model.has_head() && !model.is_classifier())
        tables.push_back(head_path(model));
    for (const auto& path : tables)
        if (std::ranges::none_of(modules, [&](const auto& name) { return ends_with_component(path, name); }))
            modules.push_back(path.substr(path.rfind('.') + 1));
    return modules;
}

Result<MethodPlan> plan_of(const ModelConfig& model, const Config& config) {
    TRY(const auto adapted, adapted_projections(model, config));
    TRY_VOID(check_head(model, config, adapted));
    MethodPlan plan;
    add_matrices(plan, config, adapted);
    add_biases(plan, model, config, adapted);
    TRY_VOID(add_saved_modules(plan, model, config, adapted));
    plan.first_layer = first_trained_layer(model, plan.tensors);
    return plan;
}

const Method& method() {
    static const Method described{
        .id = "lora",
        .title = "LoRA",
        .summary =
            "Small low-rank matrices beside the frozen weights. The usual choice: little memory, mergeable.",
        .paper = "arXiv:2106.09685",
        .reported_share = "0.10 % of GPT-2 medium, 0.83 % of LLaMA-7B",
        .reported_result = "as good as full fine-tuning",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft}},
        .is_mergeable = true,
        .is_identity_at_start = true,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::lora
