// What llama.cpp calls a model and its modules in GGUF files.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/models/parameters.h"

namespace tunebench {

struct GgufArchitecture {
    std::string_view hugging_face;  // the class that config.json names
    std::string_view id;            // general.architecture: "llama"
    Activation activation;          // the one that llama.cpp computes for it
    // Rotary positions turn pairs of neighbours instead of the halves of a head: rows of queries and keys are
    // stored in that order.
    bool has_rotary_pairs = false;
    bool has_biases = false;       // of queries, keys and values, where the model has them
    bool has_expert_size = false;  // the width of experts is another than that of an MLP
};

/// Null when Tunebench cannot write the model for llama.cpp.
const GgufArchitecture* find_gguf_architecture(const ModelConfig& model);

/// Unsupported when there is none: what can be chosen instead.
Result<void> check_gguf_architecture(const ModelConfig& model);

struct GgufModule {
    std::string name = {};          // "blk.0.attn_q"
    std::int64_t paired_heads = 0;  // heads whose rows are stored as rotary pairs; 0: none
    std::int64_t expert = -1;       // its place in the tensor that holds those of all experts of the layer
};

/// By the module's path in the Hugging Face model. Only for models with an architecture.
std::map<std::string, GgufModule> gguf_modules(const ModelConfig& model);

}  // namespace tunebench
