// Checkpoints that bitsandbytes has quantized to 4 bits, as Hugging Face models hold them: what config.json
// says of them, and which tensors stand in a weight's place. Source: what bitsandbytes' QuantState writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/formats/safetensors.h"
#include "core/models/quantization.h"

namespace tunebench {

/// From config.json's `quantization_config`; no value when there is none. Unsupported for 8-bit checkpoints
/// and for those of other tools (GPTQ, AWQ, …). The block size stands with each tensor: here it is
/// bitsandbytes' default.
Result<std::optional<QuantizationSettings>> stored_quantization(const Json& model_config);

/// The JSON that lies beside each weight.
struct BitsandbytesState {
    QuantizationType type = QuantizationType::Nf4;
    std::int64_t block_size = 64;
    std::vector<std::int64_t> shape = {};
    std::string dtype = "float32";       // of the weight before: "float16", "bfloat16" or "float32"
    std::int64_t nested_block_size = 0;  // 0: no double quantization
    double nested_offset = 0.0;
};

/// Corrupt, naming the key, when a size is below 1 or a type is not known.
Result<BitsandbytesState> parse_bitsandbytes_state(std::string_view json, std::string_view source_name);

/// The tensor of the set that holds the JSON of the weight ("….q_proj.weight"); empty when the weight is not
/// quantized.
std::string bitsandbytes_state_tensor(const SafetensorsSet& set, const std::string& weight);

/// The tensors of the set that belong to a quantized weight, besides the weight itself.
std::vector<std::string> bitsandbytes_companions(const SafetensorsSet& set, const std::string& weight);

}  // namespace tunebench
