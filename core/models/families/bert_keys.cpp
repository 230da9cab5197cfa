#include "core/models/families/bert_keys.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

Result<void> refuse_other_positions(const Json& json) {
    TRY(const auto type, optional_string(json, "position_embedding_type"));
    if (type.value_or("absolute") == "absolute")
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("position_embedding_type \"{}\" is not supported yet", *type),
                 .hint = "Choose a model with absolute positions.",
                 .field = "position_embedding_type"};
}

}  // namespace

void make_first_encoder(ModelConfig& config) {
    config.is_encoder = true;
    config.num_key_value_heads = config.num_attention_heads;
    config.head_dim = config.hidden_size / config.num_attention_heads;
    config.norm = NormKind::LayerNorm;
    config.norm_placement = NormPlacement::AfterSum;
    config.embedding_norm = true;
    config.gated_mlp = false;
    config.attention_bias = config.attention_output_bias = config.mlp_bias = true;
    config.positions = PositionKind::Learned;
    config.pooling = Pooling::FirstToken;
}

Result<void> read_bert_like(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "hidden_size"));
    TRY(config.intermediate_size, positive(json, "intermediate_size"));
    TRY(config.num_hidden_layers, layer_count(json));
    TRY(config.num_attention_heads, positive(json, "num_attention_heads"));
    TRY(config.max_position_embeddings, positive_or(json, "max_position_embeddings", 512));
    TRY(config.token_types, positive_or(json, "type_vocab_size", 2));
    TRY(config.norm_eps, number_or(json, "layer_norm_eps", 1e-12));
    TRY(config.activation, activation_from(json, "hidden_act", "gelu"));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    TRY_VOID(refuse_variant(json, "is_decoder", false));
    TRY_VOID(refuse_variant(json, "add_cross_attention", false));
    TRY_VOID(refuse_other_positions(json));
    make_first_encoder(config);
    return {};
}

void write_bert_like(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["hidden_size"] = config.hidden_size;
    json["intermediate_size"] = config.intermediate_size;
    json["num_hidden_layers"] = config.num_hidden_layers;
    json["num_attention_heads"] = config.num_attention_heads;
    json["max_position_embeddings"] = config.max_position_embeddings + config.position_offset;
    json["type_vocab_size"] = config.token_types;
    json["layer_norm_eps"] = config.norm_eps;
    json["hidden_act"] = activation_name(config.activation);
    json["initializer_range"] = config.initializer_range;
    json["position_embedding_type"] = "absolute";
}

ModuleNames bert_names(const std::string& prefix) {
    return {.prefix = prefix,
            .embedding = prefix + "embeddings.word_embeddings",
            .position_embedding = prefix + "embeddings.position_embeddings",
            .token_type_embedding = prefix + "embeddings.token_type_embeddings",
            .embedding_norm = prefix + "embeddings.LayerNorm",
            .layers = prefix + "encoder.layer",
            .attention_output_norm = "attention.output.LayerNorm",
            .mlp_output_norm = "output.LayerNorm",
            .query = "attention.self.query",
            .key = "attention.self.key",
            .value = "attention.self.value",
            .attention_output = "attention.output.dense",
            .up = "intermediate.dense",
            .down = "output.dense",
            .adapter_after_attention = "attention.output",
            .adapter_after_mlp = "output"};
}

}  // namespace tunebench
