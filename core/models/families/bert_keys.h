// What BERT and RoBERTa share: an encoder whose norms follow the sums, with learned positions and token
// types.
#pragma once

#include "core/models/families/config_keys.h"

namespace tunebench {

/// Everything that makes an encoder of the first kind, and no decoder: norms after the sums, biases in every
/// map, learned positions, a norm of the embedded tokens, and a head that reads the first token. Heads have
/// the size hidden_size / num_attention_heads.
void make_first_encoder(ModelConfig& config);

/// BERT's keys. Unsupported for decoders and for positions other than absolute ones.
Result<void> read_bert_like(const Json& json, ModelConfig& config);
void write_bert_like(const ModelConfig& config, OrderedJson& json);

/// The module names below `prefix` ("bert.").
ModuleNames bert_names(const std::string& prefix);

}  // namespace tunebench
