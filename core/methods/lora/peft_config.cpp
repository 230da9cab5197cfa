#include <algorithm>

#include <fmt/format.h>

#include "core/methods/lora/lora.h"
#include "core/methods/method.h"

namespace tunebench::lora {
namespace {

/// From this many targets on, PEFT shortens their paths to endings that name nothing else.
constexpr std::size_t kShortenedFrom = 20;

std::string last_component(const std::string& path) {
    return path.substr(path.rfind('.') + 1);
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

Json targets_json(const Config& config, const std::vector<Adapted>& adapted) {
    if (!config.targets.names.empty())
        return config.targets.names;
    if (config.targets.text != "all-linear" && config.targets.text != "attention")
        return config.targets.text;
    std::vector<std::string> names;
    const bool shortened = adapted.size() >= kShortenedFrom || config.targets.text == "attention";
    for (const auto& site : adapted) {
        auto name = shortened ? last_component(site.projection.path) : site.projection.path;
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
    for (const auto* key : {"use_dora", "lora_bias", "layer_replication", "use_qalora", "target_parameters",
                            "trainable_token_indices", "alora_invocation_tokens", "megatron_config"})
        if (const auto* value = find_member(json, key); value && !value->is_null() && *value != Json(false) &&
                                                        !(value->is_structured() && value->empty()))
            return unreadable(key, "is set, which is not supported yet");
    for (const auto* key : {"layers_to_transform", "layers_pattern", "exclude_modules"})
        if (const auto* value = find_member(json, key); value && !value->is_null())
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

Result<TextOrList> targets_from(const Json& json) {
    const auto* targets = find_member(json, "target_modules");
    if (targets && targets->is_string())
        return TextOrList{.text = targets->get<std::string>()};
    TRY(auto names, json_strings(json, "target_modules"));
    return TextOrList{.names = std::move(names)};
}

}  // namespace

Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto adapted, adapted_projections(model, config));
    static constexpr const char* kBias[] = {"none", "all", "lora_only"};
    Json json;
    for (const auto* key : {"auto_mapping", "corda_config", "eva_config", "exclude_modules",
                            "layer_replication", "layers_pattern", "layers_to_transform", "megatron_config",
                            "revision", "target_parameters", "trainable_token_indices"})
        json[key] = nullptr;
    for (const auto* key : {"lora_bias", "use_dora", "use_qalora"})
        json[key] = false;
    json["alpha_pattern"] = pattern_json(config.alpha_pattern);
    json["base_model_name_or_path"] = base_model;
    json["bias"] = kBias[static_cast<std::size_t>(config.bias)];
    json["fan_in_fan_out"] = model.transposed_weights;
    json["inference_mode"] = true;
    json["init_lora_weights"] = true;
    json["loftq_config"] = Json::object();
    json["lora_alpha"] = number(config.alpha);
    json["lora_dropout"] = config.dropout;
    json["megatron_core"] = "megatron.core";
    json["modules_to_save"] = config.modules_to_save.empty() ? Json(nullptr) : Json(config.modules_to_save);
    json["peft_type"] = "LORA";
    json["qalora_group_size"] = 16;
    json["r"] = config.rank;
    json["rank_pattern"] = pattern_json(config.rank_pattern);
    json["target_modules"] = targets_json(config, adapted);
    json["task_type"] = "CAUSAL_LM";
    json["use_rslora"] = config.rank_stabilized;
    return json;
}

bool is_peft(const Json& json) {
    const auto type = json_string(json, "peft_type");
    return type && *type == "LORA";
}

Result<ParamMap> from_peft(const Json& json, const ModelConfig& /*model*/) {
    TRY_VOID(refuse_unsupported(json));
    Config config;
    TRY(config.rank, json_integer(json, "r"));
    TRY(config.alpha, json_number(json, "lora_alpha"));
    TRY(const auto dropout, optional_number(json, "lora_dropout"));
    config.dropout = dropout.value_or(0.0);
    TRY(config.targets, targets_from(json));
    TRY(const auto stabilized, optional_boolean(json, "use_rslora"));
    config.rank_stabilized = stabilized.value_or(false);
    TRY(config.bias, bias_from(json));
    TRY(config.rank_pattern, pattern_from(json, "rank_pattern"));
    TRY(config.alpha_pattern, pattern_from(json, "alpha_pattern"));
    if (const auto* modules = find_member(json, "modules_to_save"); modules && !modules->is_null()) {
        TRY(config.modules_to_save, json_strings(json, "modules_to_save"));
    }
    return params_from(fields(), config);
}

}  // namespace tunebench::lora
