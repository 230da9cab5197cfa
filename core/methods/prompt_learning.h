// What prefix-tuning and prompt tuning share: virtual tokens before the text, and how PEFT's configuration
// file describes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/models/model_config.h"

namespace tunebench {

/// The name of the only tensor in PEFT's file of either method.
inline constexpr const char* kPromptEmbeddings = "prompt_embeddings";

/// InvalidArgument where `count` virtual tokens would leave no position for text. Rotary positions do not
/// end.
Result<void> check_virtual_tokens(const ModelConfig& model, std::int64_t count);

struct PromptLearning {
    std::string_view peft_type;  // "PREFIX_TUNING", "PROMPT_TUNING"
    std::int64_t num_virtual_tokens = 0;
    std::int64_t token_dim = 0;  // width of what one virtual token is described by
    std::int64_t num_attention_heads = 0;
};

/// The keys of adapter_config.json that both types have, as PEFT 0.17 writes them.
Json prompt_learning_json(const ModelConfig& model, const PromptLearning& what,
                          const std::string& base_model);

/// Whether adapter_config.json is of this type.
bool is_prompt_learning(const Json& adapter_config, std::string_view peft_type);

/// num_virtual_tokens of an adapter_config.json. Refuses, naming the key, what was made for a model of
/// another size (`token_dim` is this model's) and what is not supported: encoder-decoders and
/// modules_to_save.
Result<std::int64_t> virtual_tokens_from(const Json& adapter_config, const ModelConfig& model,
                                         std::int64_t token_dim);

}  // namespace tunebench
