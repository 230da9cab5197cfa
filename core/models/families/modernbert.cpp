// ModernBERT (arXiv:2412.13663): an encoder with rotary positions, gated MLPs and norms before the
// sub-layers; of three layers, two see a window to both sides and rotate in their own way.
#include <fmt/format.h>

#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr double kGlobalTheta = 160000.0;
constexpr double kLocalTheta = 10000.0;

/// Newer files have a rotation for each type of layer.
Result<RopeConfig> rotation(const Json& json, const ModelConfig& config, std::string_view type,
                            std::string_view theta_key, double theta) {
    RopeContext context{.head_dim = config.head_dim,
                        .max_position_embeddings = config.max_position_embeddings};
    TRY(const auto stored, optional_number(json, theta_key));
    context.theta = stored.value_or(theta);
    const auto* parameters = find_member(json, "rope_parameters");
    const auto* of_type = parameters ? find_member(*parameters, type) : nullptr;
    return rope_from(of_type ? Json{{"rope_parameters", *of_type}} : Json::object(), context);
}

Result<void> read_window(const Json& json, ModelConfig& config) {
    TRY(const auto local, positive_or(json, "local_attention", 128));
    config.sliding_window = local / 2 + 1;  // itself and half of it to each side
    TRY(const auto every, positive_or(json, "global_attn_every_n_layers", 3));
    TRY(config.sliding_layers, sliding_layers_from(json, config.num_hidden_layers,
                                                   [every](auto layer) { return layer % every != 0; }));
    return {};
}

Result<void> read_head(const Json& json, ModelConfig& config) {
    TRY(const auto pooling, optional_string(json, "classifier_pooling"));
    if (pooling && *pooling != "cls" && *pooling != "mean")
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("classifier_pooling \"{}\" is not supported yet", *pooling),
                     .hint = "Models that pool by cls or mean are supported.",
                     .field = "classifier_pooling"};
    config.pooling = pooling == "mean" ? Pooling::Mean : Pooling::FirstToken;
    HeadDense dense{.has_norm = true};
    TRY(dense.activation, activation_from(json, "classifier_activation", "gelu"));
    TRY(dense.has_bias, boolean_or(json, "classifier_bias", false));
    config.head_dense = dense;
    return {};
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "hidden_size"));
    TRY(config.intermediate_size, positive(json, "intermediate_size"));
    TRY(config.num_hidden_layers, layer_count(json));
    TRY(config.num_attention_heads, positive(json, "num_attention_heads"));
    TRY(config.max_position_embeddings, positive_or(json, "max_position_embeddings", 8192));
    TRY(config.norm_eps, number_or(json, "norm_eps", 1e-5));
    TRY(config.norm_bias, boolean_or(json, "norm_bias", false));
    TRY(config.activation, activation_from(json, "hidden_activation", "gelu"));
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    TRY(config.mlp_bias, boolean_or(json, "mlp_bias", false));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    config.is_encoder = true;
    config.num_key_value_heads = config.num_attention_heads;
    config.head_dim = config.hidden_size / config.num_attention_heads;
    config.norm = NormKind::LayerNorm;
    config.embedding_norm = true;
    config.norms_first_input = false;
    config.fused_qkv = FusedQkv::Stacked;
    config.fused_gate_up = true;
    config.attention_output_bias = config.attention_bias;
    TRY(config.rope, rotation(json, config, "full_attention", "global_rope_theta", kGlobalTheta));
    const auto* local = find_member(json, "local_rope_theta");
    TRY(config.sliding_rope, rotation(json, config, "sliding_attention", "local_rope_theta",
                                      local && local->is_null() ? config.rope.theta : kLocalTheta));
    TRY_VOID(read_window(json, config));
    return read_head(json, config);
}

/// How far one layer that sees everything is from the next: older files know no layer_types.
std::int64_t global_every(const ModelConfig& config) {
    std::int64_t layer = 1;
    while (layer < config.num_hidden_layers && config.window_of(layer))
        ++layer;
    return layer;
}

void write(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["hidden_size"] = config.hidden_size;
    json["intermediate_size"] = config.intermediate_size;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["num_attention_heads"] = config.num_attention_heads;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json["norm_eps"] = config.norm_eps;
    json["norm_bias"] = config.norm_bias;
    json["hidden_activation"] = activation_name(config.activation);
    json["attention_bias"] = config.attention_bias;
    json["mlp_bias"] = config.mlp_bias;
    json["initializer_range"] = config.initializer_range;
    json["global_rope_theta"] = config.rope.theta;
    json["local_rope_theta"] = config.sliding_rope->theta;
    json["local_attention"] = 2 * (*config.sliding_window - 1);
    json["global_attn_every_n_layers"] = global_every(config);
    write_sliding_layers(config, json);
    json["classifier_pooling"] = config.pooling == Pooling::Mean ? "mean" : "cls";
    json["classifier_activation"] = activation_name(config.head_dense->activation);
    json["classifier_bias"] = config.head_dense->has_bias;
}

}  // namespace

const Family& modernbert_family() {
    static const Family family{"modernbert",
                               "ModernBertForMaskedLM",
                               read,
                               write,
                               {.prefix = "model.",
                                .embedding = "model.embeddings.tok_embeddings",
                                .embedding_norm = "model.embeddings.norm",
                                .layers = "model.layers",
                                .attention_norm = "attn_norm",
                                .mlp_norm = "mlp_norm",
                                .final_norm = "model.final_norm",
                                .classes_head = "classifier",
                                .head_dense = "head.dense",
                                .head_norm = "head.norm",
                                .query_key_value = "attn.Wqkv",
                                .attention_output = "attn.Wo",
                                .gate_up = "mlp.Wi",
                                .down = "mlp.Wo"}};
    return family;
}

}  // namespace tunebench
