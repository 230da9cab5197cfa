// The element types that tensors have in files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tunebench {

/// In the order in which the reference writer of safetensors sorts them (it writes the last first).
enum class DType {
    Bool,
    F4,
    F6E2M3,
    F6E3M2,
    U8,
    I8,
    F8E5M2,
    F8E4M3,
    F8E8M0,
    I16,
    U16,
    F16,
    BF16,
    I32,
    U32,
    F32,
    C64,
    F64,
    I64,
    U64
};

/// The name in safetensors headers: "BF16", "F8_E4M3", "BOOL".
std::string_view dtype_name(DType dtype);

/// The dtype of that name (case matters, as in the format).
std::optional<DType> parse_dtype(std::string_view name);

/// Bits of one element: 1 byte for Bool, less than 8 for F4 and F6.
int dtype_bits(DType dtype);

/// Bytes of one element. Only for types of whole bytes: F4 and F6 have none and give 0.
std::size_t dtype_bytes(DType dtype);

/// Bytes of a tensor. No value when a dimension is negative, when the product overflows, or when elements of
/// less than a byte do not fill whole bytes.
std::optional<std::uint64_t> tensor_byte_count(DType dtype, std::span<const std::int64_t> shape);

}  // namespace tunebench
