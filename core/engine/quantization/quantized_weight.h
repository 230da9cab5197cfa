// QuantizedWeight: a frozen weight (out, in) as codes. NF4 and FP4 are those of bitsandbytes, bit for bit.
// int8 is block-wise too, with evenly spaced codes: finer than one scale a row as in LLM.int8()
// (arXiv:2208.07339), whose separate columns for outliers it needs not, because inputs are not quantized.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/engine/quantization/block_codes.h"
#include "core/models/quantization.h"

namespace tunebench {

/// The scales of a weight's blocks in 8 bits: their mean, and codes for what is above and below it.
struct NestedScales {
    BlockCodes codes = {};
    float offset = 0.0F;
};

struct QuantizedWeight {
    QuantizationType type = QuantizationType::None;
    std::vector<std::int64_t> shape = {};
    BlockCodes codes = {};                    // absmax is undefined with nested scales
    std::optional<NestedScales> scales = {};  // with double quantization
    at::ScalarType rounded_to = at::kFloat;   // the type that values are rounded to: that of the source

    /// (out, in) in `type`, on the codes' device.
    at::Tensor dequantize(at::ScalarType type = at::kFloat) const;

    /// One a block, float.
    at::Tensor block_scales() const;

    /// Of codes and scales, in memory.
    std::uint64_t bytes() const;

    void move_to(const at::Device& device);
};

/// `weight` (out, in) of any floating type; settings must be enabled and checked. InvalidArgument when a
/// weight is not finite; `what` names the tensor.
Result<QuantizedWeight> quantize_weight(const at::Tensor& weight, const QuantizationSettings& settings,
                                        const std::string& what);

}  // namespace tunebench
