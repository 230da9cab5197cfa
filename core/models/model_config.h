// ModelConfig: what config.json says about a model, in terms every family shares. A family is a description
// (family.h) that fills this struct; the engine builds any model from it without knowing the family's name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/models/experts.h"
#include "core/models/quantization.h"
#include "core/models/rope_config.h"

namespace tunebench {

enum class NormKind { RmsNorm, LayerNorm };
enum class Activation { Silu, GeluTanh, Gelu, Relu, Tanh };
enum class PositionKind { Rotary, Learned };

/// Which norm: that of the embedded tokens, those before attention and MLP, those of queries and keys, those
/// behind, the last of the stream, and that of a classifier's head.
enum class NormSite { Embedding, Attention, Query, Key, AttentionOutput, Mlp, MlpOutput, Final, Head };

/// Where the norms of attention and MLP stand: f is the branch, x the residual stream.
enum class NormPlacement {
    Before,   // x + f(norm(x))
    Behind,   // x + norm(f(x)): OLMo 2
    Around,   // x + norm'(f(norm(x))): Gemma 2 and 3
    AfterSum  // norm(x + f(x)): the first transformers; nothing is left for a final norm
};

/// What one projection for query, key and value gives.
enum class FusedQkv {
    None,     // there are three
    Stacked,  // all queries, all keys, all values
    ByHead    // query, key and value of each head in turn: GPT-NeoX
};

/// Norms of queries and keys before they are rotated.
enum class QueryKeyNorm {
    None,
    Head,  // of each head: Qwen 3, Gemma 3
    Whole  // of all heads together: OLMo 2
};

/// Which hidden states of a sequence the head of a classifier reads.
enum class Pooling { LastToken, FirstToken, Mean };

/// A linear map and a function between them and the rows of a classifier's head.
struct HeadDense {
    Activation activation = Activation::Tanh;
    bool has_bias = true;
    bool has_norm = false;      // behind the function
    bool in_task_head = false;  // trains with every method, as the rows do
    bool operator==(const HeadDense&) const = default;
};

/// Rows of the embedding and of the head over the vocabulary.
struct RowRange {
    std::int64_t begin = 0, end = 0;
    bool empty() const { return begin == end; }
    bool operator==(const RowRange&) const = default;
};

struct ModelConfig {
    std::string model_type = {};    // "llama"
    std::string architecture = {};  // "LlamaForCausalLM", "BertForMaskedLM"
    std::int64_t vocab_size = 0;
    RowRange added_rows = {};  // of tokens that the checkpoint does not know: the mean of those before
    std::int64_t hidden_size = 0;
    std::int64_t intermediate_size = 0;
    std::int64_t num_hidden_layers = 0;
    std::int64_t num_attention_heads = 0;
    std::int64_t num_key_value_heads = 0;
    std::int64_t head_dim = 0;
    std::int64_t max_position_embeddings = 0;
    bool is_encoder = false;  // a token sees those behind it too: for classification, not for generation
    NormKind norm = NormKind::RmsNorm;
    double norm_eps = 1e-6;
    bool norm_bias = true;  // of LayerNorms
    bool embedding_norm = false;
    bool norms_first_input = true;  // the first block norms what attention reads, as the others do
    bool norm_adds_one = false;     // RMSNorm multiplies by 1 + weight: Gemma
    NormPlacement norm_placement = NormPlacement::Before;
    QueryKeyNorm query_key_norm = QueryKeyNorm::None;
    bool parallel_residual = false;  // x + attention(…) + mlp(…), both of x
    bool shared_norm = false;        // with it: one norm for both
    Activation activation = Activation::Silu;
    bool gated_mlp = true;                      // down(act(gate(x)) * up(x)); otherwise down(act(up(x)))
    bool fused_gate_up = false;                 // one projection that gives gate and then up: Phi-3
    std::optional<ExpertsConfig> experts = {};  // in place of the MLP, or beside it in other layers
    bool attention_bias = false;                // of query, key and value
    bool attention_output_bias = false;
    bool mlp_bias = false;
    bool head_bias = false;  // of the output head
    FusedQkv fused_qkv = FusedQkv::None;
    bool transposed_weights = false;  // projections stored (in, out): GPT-2's Conv1D
    PositionKind positions = PositionKind::Rotary;
    std::int64_t position_offset = 0;  // learned: rows of the table before the first position's
    std::int64_t token_types = 0;      // rows of the table of token types; 0: there is none
    bool marks_pairs = false;          // the second text of a pair is of type 1; otherwise all is of type 0
    RopeConfig rope = {};
    std::optional<RopeConfig> sliding_rope = {};      // of layers with a window, where theirs differs
    std::vector<bool> rotary_layers = {};             // which layers rotate; empty: all
    std::optional<std::int64_t> sliding_window = {};  // a token sees itself and the window - 1 before it,
                                                      // in an encoder also those behind it
    std::vector<bool> sliding_layers = {};            // which layers have the window; empty: all
    double embedding_scale = 1.0;                     // of embedded tokens
    bool scales_lookup = false;                       // it is of the table's rows, and not of virtual tokens
    double residual_scale = 1.0;                      // of what a branch adds
    double logit_scale = 1.0;
    std::optional<double> attention_scale = {};  // of scores, in place of 1 / √head_dim
    double attention_softcap = 0.0;              // scores become cap · tanh(score / cap); 0: they stay
    double logit_softcap = 0.0;                  // logits likewise
    bool tie_word_embeddings = false;
    double initializer_range = 0.02;
    std::optional<std::int32_t> bos_token_id = {};
    std::vector<std::int32_t> eos_token_ids = {};
    std::optional<std::int32_t> pad_token_id = {};
    std::optional<QuantizationSettings> stored_quantization = {};  // how the checkpoint's weights are kept
    Pooling pooling = Pooling::LastToken;                          // of a classifier
    std::optional<HeadDense> head_dense = {};                      // of a classifier
    std::vector<std::string> labels = {};  // of a classifier, in the order of its head's rows; else empty
    bool operator==(const ModelConfig&) const = default;

    /// Whether the head tells classes apart instead of predicting the next token.
    bool is_classifier() const { return !labels.empty(); }

    /// An encoder has none until it is a classifier: the one it was trained with is not used here.
    bool has_head() const { return is_classifier() || !is_encoder; }

    /// Rows of the head.
    std::int64_t head_outputs() const {
        return is_classifier() ? static_cast<std::int64_t>(labels.size()) : vocab_size;
    }

    /// The window of a layer; no value: it sees everything.
    std::optional<std::int64_t> window_of(std::int64_t layer) const {
        return applies(sliding_layers, layer) ? sliding_window : std::nullopt;
    }

    /// The experts of a layer; nullptr: it has an MLP.
    const ExpertsConfig* experts_of(std::int64_t layer) const {
        return experts && applies(experts->layers, layer) ? &*experts : nullptr;
    }

    /// Whether it has that norm: in the block `layer`, or, where that is -1, outside the blocks.
    bool has_norm(NormSite site, std::int64_t layer = -1) const;

    /// The rotation of a layer; nullptr: it has none.
    const RopeConfig* rope_of(std::int64_t layer) const {
        if (positions != PositionKind::Rotary || !applies(rotary_layers, layer))
            return nullptr;
        return sliding_rope && window_of(layer) ? &*sliding_rope : &rope;
    }

private:
    static bool applies(const std::vector<bool>& layers, std::int64_t layer) {
        return layers.empty() || layers[static_cast<std::size_t>(layer)];
    }
};

/// From the text of a config.json. Unknown architectures: Unsupported, with the list of those that are.
/// Refuses sizes that cannot be (0 heads, hidden size not a multiple of the heads, …), naming the key.
Result<ModelConfig> model_config_from_json(const Json& json, std::string_view source_name);

/// Reads `folder`/config.json (and generation_config.json for the end tokens, when it is there).
Result<ModelConfig> load_model_config(const std::filesystem::path& folder);

/// A config.json that load_model_config and other tools read back to the same model.
OrderedJson model_config_to_json(const ModelConfig& config);

/// Model types of every registered family, for messages and forms.
std::vector<std::string> supported_model_types();

}  // namespace tunebench
