#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/pattern.h"
#include "core/base/text_distance.h"
#include "core/methods/lora/lora.h"
#include "core/methods/method.h"

namespace tunebench::lora {
namespace {

constexpr Choice kBiasChoices[] = {
    {"none", "None"}, {"all", "All of the model"}, {"lora_only", "Of the adapted projections"}};

bool ends_with_component(std::string_view path, std::string_view name) {
    return path == name ||
           (path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '.');
}

Error target_error(std::string message, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = std::move(message),
            .hint = std::move(hint),
            .field = "targets"};
}

std::vector<std::string> last_components(const std::vector<ProjectionInfo>& projections) {
    std::vector<std::string> names;
    for (const auto& projection : projections) {
        auto name = projection.path.substr(projection.path.rfind('.') + 1);
        if (std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

bool is_queries_and_values(ProjectionRole role) {
    return role == ProjectionRole::Query || role == ProjectionRole::Value ||
           role == ProjectionRole::QueryKeyValue;
}

Result<std::vector<ProjectionInfo>> by_name(const std::vector<ProjectionInfo>& all,
                                            const std::vector<std::string>& names) {
    for (const auto& name : names)
        if (std::ranges::none_of(all, [&](const auto& p) { return ends_with_component(p.path, name); })) {
            const auto known = last_components(all);
            const auto near = nearest(name, known);
            return target_error(fmt::format("targets: no projection of this model is called '{}'", name),
                                near.empty() ? fmt::format("It has {}.", fmt::join(known, ", "))
                                             : fmt::format("Did you mean '{}'?", near));
        }
    std::vector<ProjectionInfo> chosen;
    for (const auto& projection : all)
        if (std::ranges::any_of(names,
                                [&](const auto& name) { return ends_with_component(projection.path, name); }))
            chosen.push_back(projection);
    return chosen;
}

Result<std::vector<ProjectionInfo>> by_rule(const std::vector<ProjectionInfo>& all, const std::string& rule) {
    std::vector<ProjectionInfo> chosen;
    for (const auto& projection : all) {
        bool matches = false;
        if (rule == "all-linear") {
            matches = projection.role != ProjectionRole::Head;
        } else if (rule == "attention") {
            matches = is_queries_and_values(projection.role);
        } else {
            auto matched = full_match(rule, projection.path);
            if (!matched)
                return target_error(fmt::format("targets: {}", matched.error().message),
                                    matched.error().hint);
            matches = *matched;
        }
        if (matches)
            chosen.push_back(projection);
    }
    if (chosen.empty())
        return target_error(
            fmt::format("targets: '{}' matches no projection of this model", rule),
            fmt::format("Write all-linear, attention, a list of names ({}), or a regular expression "
                        "over paths such as {}.",
                        fmt::join(last_components(all), ", "), all.front().path));
    return chosen;
}

/// The value of the first entry whose key matches the path's end, as PEFT matches its patterns.
Result<double> pattern_value(const NumberMap& pattern, const std::string& path, double fallback) {
    for (const auto& [key, value] : pattern) {
        TRY(const auto matches, full_match(fmt::format("(.*\\.)?({})", key), path));
        if (matches)
            return value;
    }
    return fallback;
}

std::string exported(const std::string& module, std::string_view suffix) {
    return fmt::format("base_model.model.{}.{}", module, suffix);
}

void add_biases(MethodPlan& plan, const ModelConfig& model, const Config& config,
                const std::vector<Adapted>& adapted) {
    if (config.bias == Bias::None)
        return;
    for (const auto& parameter : parameters_of(model)) {
        const bool is_bias =
            parameter.role == ParameterRole::ProjectionBias || parameter.role == ParameterRole::NormBias;
        const bool wrapped = std::ranges::any_of(
            adapted, [&](const auto& site) { return site.projection.path == parameter.module; });
        if (!is_bias || (config.bias == Bias::LoraOnly && !wrapped))
            continue;
        plan.tensors.push_back({.name = exported(parameter.module, wrapped ? "base_layer.bias" : "bias"),
                                .shape = parameter.shape,
                                .is_base_parameter = true,
                                .is_matrix = false});
        plan.trains_norms |= parameter.role == ParameterRole::NormBias;
    }
}

Result<void> add_saved_modules(MethodPlan& plan, const ModelConfig& model, const Config& config) {
    auto parameters = parameters_of(model);
    if (model.tie_word_embeddings)
        parameters.push_back({.name = module_names(model).head + ".weight",
                              .module = module_names(model).head,
                              .shape = {model.vocab_size, model.hidden_size}});
    for (const auto& name : config.modules_to_save) {
        bool found = false;
        for (const auto& parameter : parameters) {
            if (!ends_with_component(parameter.module, name))
                continue;
            found = true;
            const auto suffix = parameter.name.substr(parameter.module.size() + 1);
            plan.tensors.push_back({.name = exported(parameter.module, suffix),
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

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto adapted, adapted_projections(model, config));
    MethodPlan plan;
    for (const auto& site : adapted) {
        const auto& path = site.projection.path;
        plan.tensors.push_back(
            {.name = exported(path, "lora_A.weight"), .shape = {site.rank, site.projection.in_features}});
        plan.tensors.push_back(
            {.name = exported(path, "lora_B.weight"), .shape = {site.projection.out_features, site.rank}});
        plan.projections.push_back({.path = path,
                                    .rank = site.rank,
                                    .dropout = config.dropout,
                                    .bias_trains = config.bias != Bias::None && site.projection.has_bias});
    }
    add_biases(plan, model, config, adapted);
    TRY_VOID(add_saved_modules(plan, model, config));
    return plan;
}

}  // namespace

Result<std::vector<Adapted>> adapted_projections(const ModelConfig& model, const Config& config) {
    const auto all = projections_of(model);
    TRY(const auto chosen, config.targets.names.empty() ? by_rule(all, config.targets.text)
                                                        : by_name(all, config.targets.names));
    std::vector<Adapted> adapted;
    for (const auto& projection : chosen) {
        TRY(const auto rank_value,
            pattern_value(config.rank_pattern, projection.path, static_cast<double>(config.rank)));
        TRY(const auto alpha, pattern_value(config.alpha_pattern, projection.path, config.alpha));
        const auto rank = static_cast<std::int64_t>(rank_value);
        if (rank < 1 || static_cast<double>(rank) != rank_value)
            return Error{
                .code = ErrorCode::InvalidArgument,
                .message = fmt::format("rank_pattern gives {} the rank {:g}", projection.path, rank_value),
                .hint = "A rank is a whole number of at least 1.",
                .field = "rank_pattern"};
        const auto divisor = config.rank_stabilized ? std::sqrt(static_cast<double>(rank)) : rank_value;
        adapted.push_back({.projection = projection, .rank = rank, .alpha = alpha, .scale = alpha / divisor});
    }
    return adapted;
}

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::rank>(
            {.key = "rank",
             .label = "Rank",
             .help = "Width of the low-rank update: higher learns more and costs more memory.",
             .details = "Trainable parameters, gradients and optimizer states grow in proportion. 8 to "
                        "32 is enough for most tasks; far-away tasks want 64 and more. Time changes "
                        "little until the rank comes near the hidden size.",
             .min = 1,
             .max = 4096}),
        field<&Config::alpha>(
            {.key = "alpha",
             .label = "Alpha",
             .help = "Scale of the update: it is multiplied by alpha / rank.",
             .details =
                 "Acts like a factor on the learning rate of the adapter. Once and twice the rank "
                 "are the usual values; keep it when you change the rank and the update keeps its size.",
             .min = 0,
             .min_exclusive = true,
             .decimals = 2}),
        field<&Config::dropout>(
            {.key = "dropout",
             .label = "Dropout",
             .help = "Share of the adapter's input that is dropped at random while training.",
             .details = "Helps against memorising small data sets (0.05 to 0.1). Costs a little time "
                        "and, on the CPU, activation memory.",
             .min = 0,
             .max = 0.95,
             .decimals = 2}),
        field<&Config::targets>(
            {.key = "targets",
             .label = "Targets",
             .help =
                 "Which linear maps get an adapter: all-linear, attention, names, or a regular expression.",
             .details = "all-linear adapts every linear map of every block and learns most. attention adapts "
                        "queries and values only: about a quarter of the parameters. A list names modules "
                        "(q_proj, v_proj); anything else is a regular expression over full paths."}),
        field<&Config::rank_stabilized>(
            {.key = "rank_stabilized",
             .label = "Rank-stabilised",
             .help = "Divide alpha by √rank instead of rank (rsLoRA).",
             .details = "Keeps the update's size steady when the rank grows, so that ranks of 64 and "
                        "more pay off. At small ranks it amounts to a higher learning rate.",
             .level = ParamLevel::Advanced}),
        field<&Config::bias>(
            {.key = "bias",
             .label = "Biases",
             .help = "Which biases of the base model train too.",
             .details = "With trained biases, switching the adapter off no longer gives the base model back.",
             .choices = kBiasChoices,
             .level = ParamLevel::Expert}),
        field<&Config::rank_pattern>(
            {.key = "rank_pattern",
             .label = "Rank by module",
             .help = "Another rank for modules whose path ends in a name or matches a pattern.",
             .details = "The first matching entry counts. Example: v_proj: 4.",
             .level = ParamLevel::Expert}),
        field<&Config::alpha_pattern>(
            {.key = "alpha_pattern",
             .label = "Alpha by module",
             .help = "Another alpha for modules whose path ends in a name or matches a pattern.",
             .details = "The first matching entry counts. Example: v_proj: 8.",
             .level = ParamLevel::Expert}),
        field<&Config::modules_to_save>(
            {.key = "modules_to_save",
             .label = "Modules trained whole",
             .help = "Modules that train fully beside the adapter and are saved with it.",
             .details = "For new tokens: embed_tokens and lm_head. The file grows by the whole "
                        "matrices, and so do gradients and optimizer states.",
             .level = ParamLevel::Expert}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "lora",
        .title = "LoRA",
        .summary =
            "Small low-rank matrices beside the frozen weights. The usual choice: little memory, mergeable.",
        .paper = "arXiv:2106.09685",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft}},
        .is_mergeable = true,
        .is_identity_at_start = true,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::lora
