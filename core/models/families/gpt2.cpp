// GPT-2: learned positions, LayerNorm, one fused projection for query, key and value, weights stored (in,
// out).
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "n_embd"));
    TRY(config.intermediate_size, positive_or(json, "n_inner", 4 * config.hidden_size));
    TRY(config.num_hidden_layers, layer_count(json, "n_layer"));
    TRY(config.num_attention_heads, positive(json, "n_head"));
    TRY(config.max_position_embeddings, positive_or(json, "n_positions", 1024));
    TRY(config.norm_eps, number_or(json, "layer_norm_epsilon", 1e-5));
    TRY(config.activation, activation_from(json, "activation_function", "gelu_new"));
    TRY(config.tie_word_embeddings, boolean_or(json, "tie_word_embeddings", true));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    TRY_VOID(refuse_variant(json, "scale_attn_weights", true));
    TRY_VOID(refuse_variant(json, "scale_attn_by_inverse_layer_idx", false));
    config.num_key_value_heads = config.num_attention_heads;
    config.head_dim = config.hidden_size / config.num_attention_heads;
    config.norm = NormKind::LayerNorm;
    config.positions = PositionKind::Learned;
    config.gated_mlp = false;
    config.fused_qkv = FusedQkv::Stacked;
    config.transposed_weights = true;
    config.attention_bias = config.attention_output_bias = config.mlp_bias = true;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["n_embd"] = config.hidden_size;
    json["n_inner"] = config.intermediate_size;
    json["n_layer"] = config.num_hidden_layers;
    json["n_head"] = config.num_attention_heads;
    json["n_positions"] = config.max_position_embeddings;
    json["layer_norm_epsilon"] = config.norm_eps;
    json["activation_function"] = activation_name(config.activation);
    json["tie_word_embeddings"] = config.tie_word_embeddings;
    json["initializer_range"] = config.initializer_range;
}

}  // namespace

const Family& gpt2_family() {
    static const Family family{"gpt2",
                               "GPT2LMHeadModel",
                               read,
                               write,
                               {.prefix = "transformer.",
                                .embedding = "transformer.wte",
                                .position_embedding = "transformer.wpe",
                                .layers = "transformer.h",
                                .attention_norm = "ln_1",
                                .mlp_norm = "ln_2",
                                .final_norm = "transformer.ln_f",
                                .query_key_value = "attn.c_attn",
                                .attention_output = "attn.c_proj",
                                .up = "mlp.c_fc",
                                .down = "mlp.c_proj"}};
    return family;
}

}  // namespace tunebench
