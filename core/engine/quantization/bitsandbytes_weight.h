// Weights that bitsandbytes has quantized to 4 bits: codes and scales taken over as they are.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/engine/quantization/quantized_weight.h"
#include "core/formats/safetensors.h"

namespace tunebench {

/// `weight` must have a state (core/models/bitsandbytes.h); `shape` is (out, in), as the model needs it.
/// Corrupt, naming the tensor, when a tensor is missing or of another size than its state says.
Result<QuantizedWeight> read_bitsandbytes_weight(const SafetensorsSet& set, const std::string& weight,
                                                 const std::vector<std::int64_t>& shape);

}  // namespace tunebench
