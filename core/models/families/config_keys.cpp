#include "core/models/families/config_keys.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::int64_t kMostLayers = 10'000;  // the deepest models have some hundred

struct ActivationName {
    std::string_view name;
    Activation activation;
};
// The first name of each activation is the one written.
constexpr ActivationName kActivations[] = {
    {"silu", Activation::Silu},          {"swish", Activation::Silu},
    {"gelu_new", Activation::GeluTanh},  {"gelu_pytorch_tanh", Activation::GeluTanh},
    {"gelu_fast", Activation::GeluTanh}, {"gelu_accurate", Activation::GeluTanh},
    {"gelu", Activation::Gelu},          {"gelu_python", Activation::Gelu},
    {"relu", Activation::Relu},          {"tanh", Activation::Tanh}};

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

Result<std::int64_t> layer_count(const Json& json, std::string_view key) {
    TRY(const auto layers, positive(json, key));
    if (layers > kMostLayers)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} is {}, which is more than {}", key, layers, kMostLayers),
                     .hint = "Download the model's config.json again.",
                     .field = std::string(key)};
    return layers;
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

Result<std::optional<std::int64_t>> window_or(const Json& json, std::optional<std::int64_t> fallback) {
    if (!find_member(json, "sliding_window"))
        return fallback;
    return optional_integer(json, "sliding_window");
}

Result<std::vector<bool>> sliding_layers_from(const Json& json, std::int64_t layers,
                                              const std::function<bool(std::int64_t)>& otherwise) {
    std::vector<bool> sliding;
    const auto* types = find_member(json, "layer_types");
    if (!types || !types->is_array()) {
        for (std::int64_t layer = 0; layer < layers; ++layer)
            sliding.push_back(otherwise(layer));
        return sliding;
    }
    TRY(const auto names, json_strings(json, "layer_types"));
    if (std::ssize(names) != layers)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("layer_types names {} layers of {}", names.size(), layers),
                     .hint = "Download the model's config.json again.",
                     .field = "layer_types"};
    for (const auto& name : names) {
        if (name != "sliding_attention" && name != "full_attention")
            return unsupported(fmt::format("layer_types \"{}\" is not supported yet", name));
        sliding.push_back(name == "sliding_attention");
    }
    return sliding;
}

void write_sliding_layers(const ModelConfig& config, OrderedJson& json) {
    auto& types = json["layer_types"] = OrderedJson::array();
    for (std::int64_t layer = 0; layer < config.num_hidden_layers; ++layer)
        types.push_back(config.window_of(layer) ? "sliding_attention" : "full_attention");
}

Result<void> refuse_variant(const Json& json, std::string_view key, bool expected) {
    TRY(const auto flag, boolean_or(json, key, expected));
    if (flag == expected)
        return {};
    auto error = unsupported(fmt::format("{} = {} is not supported yet", key, flag));
    error.field = std::string(key);
    return error;
}

Result<void> read_llama_like(const Json& json, ModelConfig& config, const LlamaDefaults& defaults) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "hidden_size"));
    TRY(config.intermediate_size, positive(json, "intermediate_size"));
    TRY(config.num_hidden_layers, layer_count(json));
    TRY(config.num_attention_heads, positive(json, "num_attention_heads"));
    TRY(config.num_key_value_heads, positive_or(json, "num_key_value_heads", config.num_attention_heads));
    TRY(config.head_dim, positive_or(json, "head_dim", config.hidden_size / config.num_attention_heads));
    TRY(config.max_position_embeddings,
        positive_or(json, "max_position_embeddings", defaults.max_position_embeddings));
    TRY(config.norm_eps, number_or(json, defaults.norm_eps_key, defaults.norm_eps));
    TRY(config.activation, activation_from(json, defaults.activation_key, defaults.activation));
    TRY(config.tie_word_embeddings, boolean_or(json, "tie_word_embeddings", defaults.tied));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    TRY(config.rope, rope_from(json, {.head_dim = config.head_dim,
                                      .max_position_embeddings = config.max_position_embeddings,
                                      .theta = defaults.theta,
                                      .partial_rotary_factor = defaults.partial_rotary_factor}));
    return {};
}

void write_llama_like(const ModelConfig& config, OrderedJson& json, const LlamaDefaults& defaults) {
    json["vocab_size"] = config.vocab_size;
    json["hidden_size"] = config.hidden_size;
    json["intermediate_size"] = config.intermediate_size;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["num_attention_heads"] = config.num_attention_heads;
    json["num_key_value_heads"] = config.num_key_value_heads;
    json["head_dim"] = config.head_dim;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json[std::string(defaults.norm_eps_key)] = config.norm_eps;
    json[std::string(defaults.activation_key)] = activation_name(config.activation);
    json["tie_word_embeddings"] = config.tie_word_embeddings;
    json["initializer_range"] = config.initializer_range;
    write_rope(config.rope, config.head_dim, json);
}

Result<void> read_biases(const Json& json, ModelConfig& config) {
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    TRY(config.mlp_bias, boolean_or(json, "mlp_bias", false));
    return {};
}

void write_biases(const ModelConfig& config, OrderedJson& json) {
    json["attention_bias"] = config.attention_bias;
    json["mlp_bias"] = config.mlp_bias;
}

Result<void> read_qwen_window(const Json& json, ModelConfig& config, std::optional<std::int64_t> fallback) {
    TRY(const auto is_used, boolean_or(json, "use_sliding_window", false));
    if (!is_used)
        return {};
    TRY(config.sliding_window, window_or(json, fallback));
    TRY(const auto first, optional_integer(json, "max_window_layers"));
    TRY(config.sliding_layers, sliding_layers_from(json, config.num_hidden_layers,
                                                   [&](auto layer) { return layer >= first.value_or(28); }));
    return {};
}

void write_qwen_window(const ModelConfig& config, OrderedJson& json) {
    json["use_sliding_window"] = config.sliding_window.has_value();
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
    if (config.sliding_window)
        write_sliding_layers(config, json);
}

Result<ExpertsConfig> experts_from(const Json& json, std::string_view count_key, std::int64_t per_token) {
    ExpertsConfig experts;
    TRY(experts.count, positive(json, count_key));
    TRY(experts.per_token, positive_or(json, "num_experts_per_tok", per_token));
    TRY(experts.balances, boolean_or(json, "output_router_logits", false));
    TRY(experts.balance_weight, number_or(json, "router_aux_loss_coef", experts.balance_weight));
    return experts;
}

void write_experts(const ExpertsConfig& experts, std::string_view count_key, OrderedJson& json) {
    json[std::string(count_key)] = experts.count;
    json["num_experts_per_tok"] = experts.per_token;
    json["output_router_logits"] = experts.balances;
    json["router_aux_loss_coef"] = experts.balance_weight;
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
