// The names of LoRA's tensors in PEFT's layout, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

struct LoraTensor {
    std::string module = {};    // path in the Hugging Face model: "model.layers.0.self_attn.q_proj"
    bool is_b = false;          // B (out, rank), otherwise A (rank, in)
    bool of_embedding = false;  // A is (rank, vocabulary)
};

/// None for a tensor that is not one of a pair of low-rank matrices.
std::optional<LoraTensor> parse_lora_tensor(std::string_view name);

}  // namespace tunebench
