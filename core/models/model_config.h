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
#include "core/models/quantization.h"

namespace tunebench {

enum class NormKind { RmsNorm, LayerNorm };
enum class Activation { Silu, GeluTanh, Gelu, Relu };
enum class PositionKind { Rotary, Learned };
enum class RopeScaling { None, Linear, Llama3 };

struct RopeConfig {
    double theta = 10000.0;
    RopeScaling scaling = RopeScaling::None;
    double factor = 1.0;
    double low_freq_factor = 1.0;   // llama3
    double high_freq_factor = 4.0;  // llama3
    std::int64_t original_max_position_embeddings = 0;
    bool operator==(const RopeConfig&) const = default;
};

struct ModelConfig {
    std::string model_type = {};    // "llama"
    std::string architecture = {};  // "LlamaForCausalLM"
    std::int64_t vocab_size = 0;
    std::int64_t hidden_size = 0;
    std::int64_t intermediate_size = 0;
    std::int64_t num_hidden_layers = 0;
    std::int64_t num_attention_heads = 0;
    std::int64_t num_key_value_heads = 0;
    std::int64_t head_dim = 0;
    std::int64_t max_position_embeddings = 0;
    NormKind norm = NormKind::RmsNorm;
    double norm_eps = 1e-6;
    Activation activation = Activation::Silu;
    bool gated_mlp = true;        // down(act(gate(x)) * up(x)); otherwise down(act(up(x)))
    bool attention_bias = false;  // of query, key and value
    bool attention_output_bias = false;
    bool mlp_bias = false;
    bool fused_qkv = false;           // one projection for query, key and value (GPT-2's c_attn)
    bool transposed_weights = false;  // projections stored (in, out): GPT-2's Conv1D
    PositionKind positions = PositionKind::Rotary;
    RopeConfig rope = {};
    std::optional<std::int64_t> sliding_window = {};  // a token sees itself and the window - 1 before it
    std::int64_t sliding_window_first_layer = 0;      // layers before it see everything
    bool tie_word_embeddings = false;
    double initializer_range = 0.02;
    std::optional<std::int32_t> bos_token_id = {};
    std::vector<std::int32_t> eos_token_ids = {};
    std::optional<std::int32_t> pad_token_id = {};
    std::optional<QuantizationSettings> stored_quantization = {};  // how the checkpoint's weights are kept
    std::vector<std::string> labels = {};  // of a classifier, in the order of its head's rows; else empty
    bool operator==(const ModelConfig&) const = default;

    /// Whether the head tells classes apart instead of predicting the next token.
    bool is_classifier() const { return !labels.empty(); }

    /// Rows of the head.
    std::int64_t head_outputs() const {
        return is_classifier() ? static_cast<std::int64_t>(labels.size()) : vocab_size;
    }

    /// The window of a layer; no value: it sees everything.
    std::optional<std::int64_t> window_of(std::int64_t layer) const {
        return layer >= sliding_window_first_layer ? sliding_window : std::nullopt;
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
