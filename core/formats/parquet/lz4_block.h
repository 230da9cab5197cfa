// LZ4's block format (doc/lz4_Block_format.md of lz4/lz4), which Parquet calls LZ4_RAW.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

/// No value when the bytes are no such block or do not make exactly `expected` bytes.
std::optional<std::vector<std::byte>> unpack_lz4_block(Bytes packed, std::size_t expected);

}  // namespace tunebench::parquet
