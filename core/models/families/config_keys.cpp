#include "core/models/families/config_keys.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

struct ActivationName {
    std::string_view name;
    Activation activation;
};
// The first name of each activation is the one written.
constexpr ActivationName kActivations[] = {
    {"silu", Activation::Silu},          {"swish", Activation::Silu},
    {"gelu_new", Activation::GeluTanh},  {"gelu_pytorch_tanh", Activation::GeluTanh},
    {"gelu_fast", Activation::GeluTanh}, {"gelu", Activation::Gelu},
    {"relu", Activation::Relu}};

Error unsupported(std::string message) {
    return {.code = ErrorCode::Unsupported,
            .message = std::move(message),
            .hint = "Choose a model without it, or a newer version of Tunebench."};
}

}  // namespace

Result<std::int64_t> positive(const Json& json, std::string_view key) {
    TRY(const auto number, json_integer(json, key));
    if (number < 1 || number > (std::int64_t{1} << 40))
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} is {}, which no model can have", key, number),
                     .hint = "Download the model's config.json again.",
                     .field = std::string(key)};
    return number;
}

Result<std::int64_t> positive_or(const Json& json, std::string_view key, std::int64_t fallback) {
    const auto* member = find_member(json, key);
    return !member || member->is_null() ? Result<std::int64_t>(fallback) : positive(json, key);
}

Result<double> number_or(const Json& json, std::string_view key, double fallback) {
    TRY(const auto number, optional_number(json, key));
    return number.value_or(fallback);
}

Result<bool> boolean_or(const Json& json, std::string_view key, bool fallback) {
    TRY(const auto flag, optional_boolean(json, key));
    return flag.value_or(fallback);
}

Result<Activation> activation_from(const Json& json, std::string_view key, std::string_view fallback) {
    TRY(const auto text, optional_string(json, key));
    const auto name = text.value_or(std::string(fallback));
    for (const auto& known : kActivations)
        if (known.name == name)
            return known.activation;
    return unsupported(fmt::format("{} \"{}\" is not supported yet", key, name));
}

std::string_view activation_name(Activation activation) {
    for (const auto& known : kActivations)
        if (known.activation == activation)
            return known.name;
    return "silu";
}

Result<RopeConfig> rope_from(const Json& json) {
    RopeConfig rope;
    TRY(rope.theta, number_or(json, "rope_theta", 10000.0));
    const auto* scaling = find_member(json, "rope_scaling");
    if (!scaling || !scaling->is_object())
        return rope;
    TRY(const auto new_name, optional_string(*scaling, "rope_type"));
    TRY(const auto old_name, optional_string(*scaling, "type"));
    const auto type = new_name.value_or(old_name.value_or("default"));
    if (type == "default")
        return rope;
    if (type != "linear" && type != "llama3")
        return unsupported(fmt::format("rope_scaling of type \"{}\" is not supported yet", type));
    TRY(rope.factor, json_number(*scaling, "factor"));
    rope.scaling = RopeScaling::Linear;
    if (type == "llama3") {
        rope.scaling = RopeScaling::Llama3;
        TRY(rope.low_freq_factor, json_number(*scaling, "low_freq_factor"));
        TRY(rope.high_freq_factor, json_number(*scaling, "high_freq_factor"));
        TRY(rope.original_max_position_embeddings, positive(*scaling, "original_max_position_embeddings"));
    }
    return rope;
}

Result<void> read_llama_like(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "hidden_size"));
    TRY(config.intermediate_size, positive(json, "intermediate_size"));
    TRY(config.num_hidden_layers, positive(json, "num_hidden_layers"));
    TRY(config.num_attention_heads, positive(json, "num_attention_heads"));
    TRY(config.num_key_value_heads, positive_or(json, "num_key_value_heads", config.num_attention_heads));
    TRY(config.head_dim, positive_or(json, "head_dim", config.hidden_size / config.num_attention_heads));
    TRY(config.max_position_embeddings, positive_or(json, "max_position_embeddings", 2048));
    TRY(config.norm_eps, number_or(json, "rms_norm_eps", 1e-6));
    TRY(config.activation, activation_from(json, "hidden_act", "silu"));
    TRY(config.tie_word_embeddings, boolean_or(json, "tie_word_embeddings", false));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    TRY(config.rope, rope_from(json));
    return {};
}

void write_llama_like(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["hidden_size"] = config.hidden_size;
    json["intermediate_size"] = config.intermediate_size;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["num_attention_heads"] = config.num_attention_heads;
    json["num_key_value_heads"] = config.num_key_value_heads;
    json["head_dim"] = config.head_dim;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json["rms_norm_eps"] = config.norm_eps;
    json["hidden_act"] = activation_name(config.activation);
    json["tie_word_embeddings"] = config.tie_word_embeddings;
    json["initializer_range"] = config.initializer_range;
    json["rope_theta"] = config.rope.theta;
    json["rope_scaling"] = nullptr;
    if (config.rope.scaling == RopeScaling::None)
        return;
    auto& scaling = json["rope_scaling"] = OrderedJson{{"factor", config.rope.factor}};
    scaling["rope_type"] = config.rope.scaling == RopeScaling::Linear ? "linear" : "llama3";
    if (config.rope.scaling == RopeScaling::Llama3) {
        scaling["low_freq_factor"] = config.rope.low_freq_factor;
        scaling["high_freq_factor"] = config.rope.high_freq_factor;
        scaling["original_max_position_embeddings"] = config.rope.original_max_position_embeddings;
    }
}

ModuleNames llama_names() {
    return {.prefix = "model.",
            .embedding = "model.embed_tokens",
            .layers = "model.layers",
            .attention_norm = "input_layernorm",
            .mlp_norm = "post_attention_layernorm",
            .final_norm = "model.norm",
            .query = "self_attn.q_proj",
            .key = "self_attn.k_proj",
            .value = "self_attn.v_proj",
            .attention_output = "self_attn.o_proj",
            .gate = "mlp.gate_proj",
            .up = "mlp.up_proj",
            .down = "mlp.down_proj"};
}

}  // namespace tunebench
