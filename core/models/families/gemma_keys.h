// What the families of Gemma share.
#pragma once

#include "core/models/families/config_keys.h"

namespace tunebench {

/// Of Gemma 2 and 3.
inline constexpr LlamaDefaults kNewGemmaDefaults = {.activation_key = "hidden_activation",
                                                    .activation = "gelu_pytorch_tanh",
                                                    .tied = true,
                                                    .max_position_embeddings = 8192};

/// Llama's keys, embeddings scaled by √hidden_size, norms that add one.
Result<void> read_gemma_like(const Json& json, ModelConfig& config, const LlamaDefaults& defaults);

/// Of Gemma 2 and 3: norms around each branch, query_pre_attn_scalar, biases.
Result<void> read_new_gemma(const Json& json, ModelConfig& config);
/// The same, caps and windows.
void write_new_gemma(const ModelConfig& config, OrderedJson& json);
ModuleNames new_gemma_names();

}  // namespace tunebench
