// Reading the keys that several families share.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/models/family.h"

namespace tunebench {

/// A size that must be there and be at least 1.
Result<std::int64_t> positive(const Json& json, std::string_view key);
Result<std::int64_t> positive_or(const Json& json, std::string_view key, std::int64_t fallback);
/// How many blocks the model has: as positive(), and no more than memory has room for their names.
Result<std::int64_t> layer_count(const Json& json, std::string_view key = "num_hidden_layers");
Result<double> number_or(const Json& json, std::string_view key, double fallback);
Result<bool> boolean_or(const Json& json, std::string_view key, bool fallback);

/// "silu", "gelu_new", "gelu_pytorch_tanh", "gelu", "relu", "tanh".
Result<Activation> activation_from(const Json& json, std::string_view key, std::string_view fallback);
std::string_view activation_name(Activation activation);

/// What transformers takes in most families for a sliding_window that is absent.
inline constexpr std::int64_t kUsualWindow = 4096;

/// sliding_window: null says that there is none, an absent key means `fallback`.
Result<std::optional<std::int64_t>> window_or(const Json& json, std::optional<std::int64_t> fallback);

/// Which layers have a sliding window: by layer_types where the file has them, else what `otherwise` says of
/// a layer's number.
Result<std::vector<bool>> sliding_layers_from(const Json& json, std::int64_t layers,
                                              const std::function<bool(std::int64_t)>& otherwise);
/// As layer_types.
void write_sliding_layers(const ModelConfig& config, OrderedJson& json);

/// What families that keep to Llama's keys take where a key is absent.
struct LlamaDefaults {
    std::string_view activation_key = "hidden_act";
    std::string_view activation = "silu";
    std::string_view norm_eps_key = "rms_norm_eps";
    double norm_eps = 1e-6;
    double theta = 10000.0;
    double partial_rotary_factor = 1.0;
    bool tied = false;
    std::int64_t max_position_embeddings = 2048;
};

/// Sizes, norm, rotary positions and activation under the names that Llama introduced.
Result<void> read_llama_like(const Json& json, ModelConfig& config, const LlamaDefaults& defaults = {});
void write_llama_like(const ModelConfig& config, OrderedJson& json, const LlamaDefaults& defaults = {});

/// attention_bias, which counts for all four maps, and mlp_bias.
Result<void> read_biases(const Json& json, ModelConfig& config);
void write_biases(const ModelConfig& config, OrderedJson& json);

/// Unsupported unless the flag is as expected, or absent.
Result<void> refuse_variant(const Json& json, std::string_view key, bool expected);

/// Qwen's window: used only where use_sliding_window says so, in layers from max_window_layers on; `fallback`
/// is as of window_or().
Result<void> read_qwen_window(const Json& json, ModelConfig& config,
                              std::optional<std::int64_t> fallback = kUsualWindow);
void write_qwen_window(const ModelConfig& config, OrderedJson& json);

/// The keys of experts that families share, but for their number, which `count_key` has, and their size.
Result<ExpertsConfig> experts_from(const Json& json, std::string_view count_key, std::int64_t per_token);
void write_experts(const ExpertsConfig& experts, std::string_view count_key, OrderedJson& json);

/// The module names that Llama introduced.
ModuleNames llama_names();

}  // namespace tunebench
