// CRC-32C (Castagnoli, as in RFC 3720), and the masked form that record files store, so that a checksum of
// bytes which hold checksums is still a good one.
#pragma once

#include <cstdint>
#include <string_view>

namespace tunebench {

std::uint32_t crc32c(std::string_view bytes);

/// Rotated right by 15 bits, plus a constant (TensorFlow's record format).
std::uint32_t masked_crc32c(std::string_view bytes);

}  // namespace tunebench
