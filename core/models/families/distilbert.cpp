// DistilBERT (arXiv:1910.01108): BERT without token types and pooler; its head has a layer of its own.
#include "core/models/families/bert_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY(config.vocab_size, positive(json, "vocab_size"));
    TRY(config.hidden_size, positive(json, "dim"));
    TRY(config.intermediate_size, positive(json, "hidden_dim"));
    TRY(config.num_hidden_layers, layer_count(json, "n_layers"));
    TRY(config.num_attention_heads, positive(json, "n_heads"));
    TRY(config.max_position_embeddings, positive_or(json, "max_position_embeddings", 512));
    TRY(config.activation, activation_from(json, "activation", "gelu"));
    TRY(config.initializer_range, number_or(json, "initializer_range", 0.02));
    make_first_encoder(config);
    config.norm_eps = 1e-12;
    config.head_dense = HeadDense{.activation = Activation::Relu, .in_task_head = true};
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    json["vocab_size"] = config.vocab_size;
    json["dim"] = config.hidden_size;
    json["hidden_dim"] = config.intermediate_size;
    json["n_layers"] = config.num_hidden_layers;
    json["n_heads"] = config.num_attention_heads;
    json["max_position_embeddings"] = config.max_position_embeddings;
    json["activation"] = activation_name(config.activation);
    json["initializer_range"] = config.initializer_range;
}

}  // namespace

const Family& distilbert_family() {
    static const Family family{"distilbert",
                               "DistilBertForMaskedLM",
                               read,
                               write,
                               {.prefix = "distilbert.",
                                .embedding = "distilbert.embeddings.word_embeddings",
                                .position_embedding = "distilbert.embeddings.position_embeddings",
                                .embedding_norm = "distilbert.embeddings.LayerNorm",
                                .layers = "distilbert.transformer.layer",
                                .attention_output_norm = "sa_layer_norm",
                                .mlp_output_norm = "output_layer_norm",
                                .classes_head = "classifier",
                                .head_dense = "pre_classifier",
                                .query = "attention.q_lin",
                                .key = "attention.k_lin",
                                .value = "attention.v_lin",
                                .attention_output = "attention.out_lin",
                                .up = "ffn.lin1",
                                .down = "ffn.lin2"}};
    return family;
}

}  // namespace tunebench
