// The element types that Tunebench writes into and reads from GGUF files, as ggml defines them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tunebench {

/// The values are those of the format.
enum class GgmlType : std::uint32_t {
    F32 = 0,
    F16 = 1,
    Q8_0 = 8,  // blocks of 32 values of a row: a scale (F16) and 32 signed bytes
    BF16 = 30
};

/// Values of one block of Q8_0; a row is a whole number of blocks.
inline constexpr std::int64_t kQ8BlockSize = 32;

/// "F16", "Q8_0".
std::string_view ggml_type_name(GgmlType type);

/// The type of that number in a file; none for a type that is not supported.
std::optional<GgmlType> ggml_type_from(std::uint32_t number);

/// Bytes of a tensor, `shape` row-major. No value when a dimension is negative, when the product overflows,
/// or when a row is no whole number of blocks.
std::optional<std::uint64_t> ggml_byte_count(GgmlType type, std::span<const std::int64_t> shape);

// Single numbers. To the nearest, ties to even; what is too large for F16 becomes infinite; NaN stays NaN.
std::uint16_t to_f16(float value);
float from_f16(std::uint16_t bits);
std::uint16_t to_bf16(float value);
float from_bf16(std::uint16_t bits);

/// The values as the bytes of a tensor (little-endian). Q8_0: the scale of a block is its largest magnitude
/// over 127, its numbers are value / scale rounded half away from zero; a block with a value that is not
/// finite gets the scale NaN, so that the damage shows. `values` must fill whole blocks.
std::vector<std::byte> to_ggml(GgmlType type, std::span<const float> values);

/// The values that the bytes stand for. `bytes` must be a whole number of elements or blocks.
std::vector<float> from_ggml(GgmlType type, std::span<const std::byte> bytes);

}  // namespace tunebench
