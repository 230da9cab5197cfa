#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/methods/lora/lora.h"
#include "core/methods/module_selection.h"

namespace tunebench::lora {
namespace {

/// From this many targets on, PEFT shortens their paths to endings that name nothing else.
constexpr std::size_t kShortenedFrom = 20;

/// Modules outside the blocks that are not adapted: a head's layer may be called like one of a block's.
std::vector<std::string> left_out(const ModelConfig& model, const std::vector<Adapted>& adapted) {
    std::vector<std::string> paths;
    for (const auto& projection : projections_of(model))
        if (projection.layer < 0 && std::ranges::none_of(adapted, [&](const auto& site) {
                return site.projection.path == projection.path;
            }))
            paths.push_back(projection.path);
    return paths;
}

/// The last components of the path, as few as name none of `others`.
std::string ending_of(const std::string& path, const std::vector<std::string>& others) {
    auto dot = path.rfind('.');
    const auto names_another = [&] {
        return std::ranges::any_of(
            others, [&](const auto& other) { return ends_with_component(other, path.substr(dot + 1)); });
    };
    while (dot != std::string::npos && dot > 0 && names_another())
        dot = path.rfind('.', dot - 1);
    return path.substr(dot + 1);
}

/// Whole numbers are written as integers, as Python keeps them.
Json number(double value) {
    const auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json pattern_json(const NumberMap& pattern) {
    auto object = Json::object();
    for (const auto& [key, value] : pattern)
        object[key] = number(value);
    return object;
}

Json targets_json(const ModelConfig& model, const Config& config, const std::vector<Adapted>& adapted) {
    if (!config.targets.names.empty())
        return config.targets.names;
    if (config.targets.text != "all-linear" && config.targets.text != "attention")
        return config.targets.text;
    std::vector<std::string> names;
    const bool shortened = adapted.size() >= kShortenedFrom || config.targets.text == "attention";
    const auto others = left_out(model, adapted);
    for (const auto& site : adapted) {
        auto name = shortened ? ending_of(site.projection.path, others) : site.projection.path;
        if (std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

Error unreadable(std::string_view key, std::string_view reason) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("adapter_config.json: {} {}", key, reason),
            .hint = "Use an adapter without it, or a newer version of Tunebench.",
            .field = std::string(key)};
}

/// Keys that change what the adapter computes; a value other than null, false or empty is refused.
Result<void> refuse_unsupported(const Json& json) {
    for (const auto* key : {"lora_bias", "layer_replication", "use_qalora", "target_parameters",
                            "trainable_token_indices", "alora_invocation_tokens", "megatron_config"})
        if (const auto* value = find_member(json, key); value && !value->is_null() && *value != Json(false) &&
                                                        !(value->is_structured() && value->empty()))
            return unreadable(key, "is set, which is not supported yet");
    return {};
}

Result<NumberMap> pattern_from(const Json& json, std::string_view key) {
    NumberMap pattern;
    const auto* object = find_member(json, key);
    if (!object || !object->is_object())
        return pattern;
    for (const auto& [name, value] : object->items()) {
        if (!value.is_number())
            return unreadable(key, "holds something other than numbers");
        pattern.emplace_back(name, value.get<double>());
    }
    return pattern;
}

Result<Bias> bias_from(const Json& json) {
    TRY(const auto text, optional_string(json, "bias"));
    const auto name = text.value_or("none");
    if (name == "none")
        return Bias::None;
    if (name == "all")
        return Bias::All;
    if (name == "lora_only")
        return Bias::LoraOnly;
    return unreadable("bias", fmt::format("is \"{}\"", name));
}

/// One regular expression, or a list of names.
Result<TextOrList> selection_from(const Json& json, std::string_view key) {
    const auto* modules = find_member(json, key);
    if (modules && modules->is_string())
        return TextOrList{.text = modules->get<std::string>()};
    TRY(auto names, json_strings(json, key));
    return TextOrList{.names = std::move(names)};
}

Json selection_json(const TextOrList& selection) {
    if (!selection.names.empty())
        return selection.names;
    return selection.text.empty() ? Json(nullptr) : Json(selection.text);
}

/// layers_pattern says what the list of blocks is called; it must be what this model calls it.
Result<void> check_layers_pattern(const Json& json, const ModelConfig& model) {
    const auto* pattern = find_member(json, "layers_pattern");
    if (!pattern || pattern->is_null())
        return {};
    TRY(const auto wanted, selection_from(json, "layers_pattern"));
    auto names = wanted.names;
    if (!wanted.text.empty())
        names.push_back(wanted.text);
    const bool known = std::ranges::any_of(
        names, [&](const auto& name) { return ends_with_component(module_names(model).layers, name); });
    return known || names.empty() ? Result<void>()
                                  : unreadable("layers_pattern", "names no list of blocks of this model");
}

Result<std::string> layers_from(const Json& json, const ModelConfig& model) {
    const auto* layers = find_member(json, "layers_to_transform");
    if (!layers || layers->is_null() || (layers->is_array() && layers->empty()))
        return std::string("all");
    TRY_VOID(check_layers_pattern(json, model));
    if (layers->is_number_integer())
        return fmt::format("{}", layers->get<std::int64_t>());
    TRY(const auto numbers, json_integers(json, "layers_to_transform"));
    return fmt::format("{}", fmt::join(numbers, ", "));
}

/// A start that was cut out of the base weights is cut out again when the adapter is attached. The other
/// names say how A and B were drawn, which no longer matters.
Result<Initialization> initialization_from(const Json& json) {
    const auto* start = find_member(json, "init_lora_weights");
    if (!start || start->is_null() || start->is_boolean())
        return Initialization::Default;
    TRY(const auto name, json_string(json, "init_lora_weights"));
    if (name == "gaussian")
        return Initialization::Gaussian;
    if (name == "pissa")
        return Initialization::Pissa;
    if (name == "olora")
        return Initialization::Olora;
    if (name == "eva" || name == "orthogonal")
        return Initialization::Default;
    return unreadable("init_lora_weights", fmt::format("is \"{}\": it changes the base weights", name));
}

/// `config` as plain LoRA on the unchanged base: of twice the rank where the start was cut out of the
/// weights.
Config as_plain(Config config) {
    if (!is_cut_out(config.initialization))
        return config;
    const double alphas = config.rank_stabilized ? std::sqrt(2.0) : 2.0;
    config.rank *= 2;
    config.alpha *= alphas;
    for (auto& [name, rank] : config.rank_pattern)
        rank *= 2.0;
    for (auto& [name, alpha] : config.alpha_pattern)
        alpha *= alphas;
    config.initialization = Initialization::Default;
    return config;
}

}  // namespace

Result<Json> peft_config(const ModelConfig& model, const Config& given, const std::string& base_model) {
    TRY(const auto adapted, adapted_projections(model, given));
    const auto config = as_plain(given);
    static constexpr const char* kBias[] = {"none", "all", "lora_only"};
    Json json;
    for (const auto* key : {"auto_mapping", "corda_config", "eva_config", "layer_replication",
                            "layers_pattern", "layers_to_transform", "megatron_config", "revision",
                            "target_parameters", "trainable_token_indices"})
        json[key] = nullptr;
    for (const auto* key : {"lora_bias", "use_dora", "use_qalora"})
        json[key] = false;
    json["alpha_pattern"] = pattern_json(config.alpha_pattern);
    json["base_model_name_or_path"] = base_model;
    json["bias"] = kBias[static_cast<std::size_t>(config.bias)];
    json["exclude_modules"] = selection_json(config.exclude);
    json["fan_in_fan_out"] = model.transposed_weights;
    json["inference_mode"] = true;
    json["init_lora_weights"] =
        config.initialization == Initialization::Gaussian ? Json("gaussian") : Json(true);
    if (config.layers != "all") {
        TRY(json["layers_to_transform"], chosen_layers(config.layers, model.num_hidden_layers));
    }
    json["loftq_config"] = Json::object();
    json["lora_alpha"] = number(config.alpha);
    json["lora_dropout"] = config.dropout;
    json["megatron_core"] = "megatron.core";
    const auto modules = saved_modules(model, config);
    json["modules_to_save"] = modules.empty() ? Json(nullptr) : Json(modules);
    json["peft_type"] = "LORA";
    json["qalora_group_size"] = 16;
    json["r"] = config.rank;
    json["rank_pattern"] = pattern_json(config.rank_pattern);
    json["target_modules"] = targets_json(model, config, adapted);
    json["task_type"] = "CAUSAL_LM";
    json["use_rslora"] = config.rank_stabilized;
    return json;
}

Result<Config> config_from_peft(const Json& json, const ModelConfig& model) {
    TRY_VOID(refuse_unsupported(json));
    Config config;
    TRY(config.rank, json_integer(json, "r"));
    TRY(config.alpha, json_number(json, "lora_alpha"));
    TRY(const auto dropout, optional_number(json, "lora_dropout"));
    config.dropout = dropout.value_or(0.0);
    TRY(config.targets, selection_from(json, "target_modules"));
    TRY(const auto stabilized, optional_boolean(json, "use_rslora"));
    config.rank_stabilized = stabilized.value_or(false);
    TRY(config.bias, bias_from(json));
    TRY(config.rank_pattern, pattern_from(json, "rank_pattern"));
    TRY(config.alpha_pattern, pattern_from(json, "alpha_pattern"));
    TRY(config.layers, layers_from(json, model));
    TRY(config.initialization, initialization_from(json));
    if (const auto* modules = find_member(json, "exclude_modules"); modules && !modules->is_null()) {
        TRY(config.exclude, selection_from(json, "exclude_modules"));
    }
    if (const auto* modules = find_member(json, "modules_to_save"); modules && !modules->is_null()) {
        TRY(config.modules_to_save, json_strings(json, "modules_to_save"));
    }
    return config;
}

}  // namespace tunebench::lora
