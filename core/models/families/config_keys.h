// Reading the keys that several families share.
#pragma once

#include "core/models/family.h"

namespace tunebench {

/// A size that must be there and be at least 1.
Result<std::int64_t> positive(const Json& json, std::string_view key);
Result<std::int64_t> positive_or(const Json& json, std::string_view key, std::int64_t fallback);
Result<double> number_or(const Json& json, std::string_view key, double fallback);
Result<bool> boolean_or(const Json& json, std::string_view key, bool fallback);

/// "silu", "gelu_new", "gelu_pytorch_tanh", "gelu", "relu".
Result<Activation> activation_from(const Json& json, std::string_view key, std::string_view fallback);
std::string_view activation_name(Activation activation);

Result<RopeConfig> rope_from(const Json& json);

/// Sizes, norm, rotary positions and activation under the names that Llama introduced.
Result<void> read_llama_like(const Json& json, ModelConfig& config);
void write_llama_like(const ModelConfig& config, OrderedJson& json);

/// The module names that Llama introduced.
ModuleNames llama_names();

}  // namespace tunebench
