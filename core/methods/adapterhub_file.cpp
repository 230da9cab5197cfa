#include "core/methods/adapterhub_file.h"

#include <fmt/format.h>

namespace tunebench::adapterhub {

Json adapter_json(const Json& config, const ModelConfig& model, const std::string& base_model) {
    return {
        {"config", config},           {"hidden_size", model.hidden_size}, {"model_class", model.architecture},
        {"model_name", base_model},   {"model_type", model.model_type},   {"name", kAdapterName},
        {"version", "adapters.1.2.0"}};
}

bool is_architecture(const Json& adapter_json, std::string_view architecture) {
    const auto config = json_object(adapter_json, "config");
    if (!config || find_member(adapter_json, "peft_type"))
        return false;
    const auto* named = find_member(**config, "architecture");
    if (!named || named->is_null())
        return architecture.empty();
    return named->is_string() && named->get<std::string>() == architecture;
}

Result<const Json*> config_of(const Json& adapter_json, const ModelConfig& model) {
    TRY(const auto* config, json_object(adapter_json, "config"));
    TRY(const auto hidden_size, optional_integer(adapter_json, "hidden_size"));
    if (hidden_size.value_or(model.hidden_size) == model.hidden_size)
        return config;
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("adapter_config.json: hidden_size is {}, but the model's is {}",
                                        *hidden_size, model.hidden_size),
                 .hint = "The adapter was made for another model."};
}

Result<void> refuse_others(const Json& config, const Json& fixed) {
    for (const auto& [key, wanted] : fixed.items())
        if (const auto* value = find_member(config, key); value && *value != wanted)
            return unreadable(key, fmt::format("is {}, which is not supported yet", json_text(*value)));
    return {};
}

Error unreadable(std::string_view key, std::string_view reason) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("adapter_config.json: {} {}", key, reason),
            .hint = "Use an adapter without it, or a newer version of Tunebench.",
            .field = std::string(key)};
}

}  // namespace tunebench::adapterhub
