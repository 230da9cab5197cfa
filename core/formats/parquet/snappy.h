// Snappy's raw format (format_description.txt of google/snappy).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

/// No value when the bytes are not Snappy's or do not make exactly `expected` bytes.
std::optional<std::vector<std::byte>> unpack_snappy(Bytes packed, std::size_t expected);

}  // namespace tunebench::parquet
