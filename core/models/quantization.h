// Quantization of frozen weights, as everything without tensors sees it: the settings, and how many bytes are
// left. core/engine/quantization does it.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// Processors decode a weight in panels of about so many bytes, what their second-level cache holds, and of
/// at least so many columns where a panel is less than a row.
inline constexpr std::int64_t kPanelBytes = std::int64_t{2} << 20;
inline constexpr std::int64_t kPanelColumns = 64;

enum class QuantizationType { None, Nf4, Fp4, Int8 };

/// Block-wise: each weight is a code, and `block_size` weights in a row share a scale, the largest magnitude
/// among them. The output head, embeddings and norms are never quantized.
struct QuantizationSettings {
    QuantizationType type = QuantizationType::None;
    std::int64_t block_size = 64;
    bool double_quantization = true;  // the scales are kept in 8 bits too (arXiv:2305.14314)
    bool operator==(const QuantizationSettings&) const = default;

    bool is_enabled() const { return type != QuantizationType::None; }
};

inline constexpr std::int64_t kScaleBlockSize = 256;  // scales that share a scale, with double quantization

/// "none", "nf4", "fp4", "int8": as in run files.
std::string_view quantization_name(QuantizationType type);

/// Of one code; 32 for None.
int quantization_bits(QuantizationType type);

/// InvalidArgument (field "quantization.block_size") unless the block size is a power of two from 32 to 4096,
/// those that bitsandbytes takes.
Result<void> check_quantization(const QuantizationSettings& settings);

/// Bytes of one weight tensor of `count` elements: codes and scales; fp32 with None.
std::uint64_t quantized_bytes(const QuantizationSettings& settings, std::int64_t count);

}  // namespace tunebench
