// GPT-NeoX and Pythia: attention and MLP side by side, LayerNorm, a part of each head rotated, one projection
// for query, key and value that has them head by head.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

/// The older keys of rotation, where the newer ones are absent.
Result<RopeContext> rope_defaults(const Json& json, const ModelConfig& config) {
    RopeContext context{.head_dim = config.head_dim,
                        .max_position_embeddings = config.max_position_embeddings};
    TRY(context.theta, number_or(json, "rotary_emb_base", 10000.0));
    TRY(context.partial_rotary_factor, number_or(json, "rotary_pct", 0.25));
    return context;
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "hidden_size"));
    TRY(config.intermediate_size, positive(json, "intermediate_size"));
    TRY(config.num_hidden_layers, layer_count(json));
    TRY(config.num_attention_heads, positive(json, "num_attention_heads"));
    TRY(config.max_position_embeddings, positive_or(json, "max_position_embeddings", 2048));
    TRY(config.norm_eps, number_or(json, "layer_norm_eps", 1e-5));
    TRY(config.activation, activation_from(json, "hidden_act", "gelu"));
    TRY(config.tie_word_embeddings, boolean_or(json, "tie_word_embeddings", false));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    TRY(config.parallel_residual, boolean_or(json, "use_parallel_residual", true));
    TRY(config.attention_bias, boolean_or(json, "attention_bias", true));
    config.num_key_value_heads = config.num_attention_heads;
    config.head_dim = config.hidden_size / config.num_attention_heads;
    TRY(const auto defaults, rope_defaults(json, config));
    TRY(config.rope, rope_from(json, defaults));
    config.norm = NormKind::LayerNorm;
    config.gated_mlp = false;
    config.fused_qkv = FusedQkv::ByHead;
    config.attention_output_bias = config.attention_bias;
    config.mlp_bias = true;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["hidden_size"] = config.hidden_size;
    json["intermediate_size"] = config.intermediate_size;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["num_attention_heads"] = config.num_attention_heads;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json["layer_norm_eps"] = config.norm_eps;
    json["hidden_act"] = activation_name(config.activation);
    json["tie_word_embeddings"] = config.tie_word_embeddings;
    json["initializer_range"] = config.initializer_range;
    json["use_parallel_residual"] = config.parallel_residual;
    json["attention_bias"] = config.attention_bias;
    write_rope(config.rope, config.head_dim, json);
    if (config.rope.dimensions == 0)
        json["partial_rotary_factor"] = 1.0;
    json["rotary_pct"] = json["partial_rotary_factor"];
    json["rotary_emb_base"] = config.rope.theta;
}

}  // namespace

const Family& gpt_neox_family() {
    static const Family family{"gpt_neox",
                               "GPTNeoXForCausalLM",
                               read,
                               write,
                               {.prefix = "gpt_neox.",
                                .embedding = "gpt_neox.embed_in",
                                .layers = "gpt_neox.layers",
                                .attention_norm = "input_layernorm",
                                .mlp_norm = "post_attention_layernorm",
                                .final_norm = "gpt_neox.final_layer_norm",
                                .head = "embed_out",
                                .query_key_value = "attention.query_key_value",
                                .attention_output = "attention.dense",
                                .up = "mlp.dense_h_to_4h",
                                .down = "mlp.dense_4h_to_h"}};
    return family;
}

}  // namespace tunebench
