// OPT: learned positions that begin at the third row of their table, LayerNorm, ReLU.
#include <fmt/format.h>

#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr std::int64_t kRowsBeforePositions = 2;

/// Only opt-350m has embeddings of another width than its blocks, and norms after the sums.
Result<void> refuse_projected_embeddings(const Json& json, std::int64_t hidden) {
    TRY(const auto width, positive_or(json, "word_embed_proj_dim", hidden));
    if (width == hidden)
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("word_embed_proj_dim {} beside hidden_size {} is not supported yet",
                                        width, hidden),
                 .hint = "Choose another size of OPT: only opt-350m has it.",
                 .field = "word_embed_proj_dim"};
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "hidden_size"));
    TRY(config.intermediate_size, positive(json, "ffn_dim"));
    TRY(config.num_hidden_layers, layer_count(json));
    TRY(config.num_attention_heads, positive(json, "num_attention_heads"));
    TRY(config.max_position_embeddings, positive_or(json, "max_position_embeddings", 2048));
    TRY(config.activation, activation_from(json, "activation_function", "relu"));
    TRY(config.tie_word_embeddings, boolean_or(json, "tie_word_embeddings", true));
    TRY(config.initializer_range, number_or(json, "init_std", 0.02));
    TRY(config.attention_bias, boolean_or(json, "enable_bias", true));
    TRY_VOID(refuse_projected_embeddings(json, config.hidden_size));
    TRY_VOID(refuse_variant(json, "do_layer_norm_before", true));
    TRY_VOID(refuse_variant(json, "_remove_final_layer_norm", false));
    TRY_VOID(refuse_variant(json, "layer_norm_elementwise_affine", true));
    config.num_key_value_heads = config.num_attention_heads;
    config.head_dim = config.hidden_size / config.num_attention_heads;
    config.norm = NormKind::LayerNorm;
    config.norm_eps = 1e-5;
    config.positions = PositionKind::Learned;
    config.position_offset = kRowsBeforePositions;
    config.gated_mlp = false;
    config.attention_output_bias = config.mlp_bias = config.attention_bias;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["hidden_size"] = config.hidden_size;
    json["word_embed_proj_dim"] = config.hidden_size;
    json["ffn_dim"] = config.intermediate_size;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["num_attention_heads"] = config.num_attention_heads;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json["activation_function"] = activation_name(config.activation);
    json["tie_word_embeddings"] = config.tie_word_embeddings;
    json["init_std"] = config.initializer_range;
    json["enable_bias"] = config.attention_bias;
    json["do_layer_norm_before"] = true;
}

}  // namespace

const Family& opt_family() {
    static const Family family{"opt",
                               "OPTForCausalLM",
                               read,
                               write,
                               {.prefix = "model.",
                                .embedding = "model.decoder.embed_tokens",
                                .position_embedding = "model.decoder.embed_positions",
                                .layers = "model.decoder.layers",
                                .attention_norm = "self_attn_layer_norm",
                                .mlp_norm = "final_layer_norm",
                                .final_norm = "model.decoder.final_layer_norm",
                                .query = "self_attn.q_proj",
                                .key = "self_attn.k_proj",
                                .value = "self_attn.v_proj",
                                .attention_output = "self_attn.out_proj",
                                .up = "fc1",
                                .down = "fc2"}};
    return family;
}

}  // namespace tunebench
