// Pages as they lie in the file to pages as they are read.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/result.h"
#include "core/formats/parquet/byte_cursor.h"
#include "core/formats/parquet/metadata.h"

namespace tunebench::parquet {

/// Unsupported, with what to do, for codecs that are not read, by the number in the file.
Result<Codec> codec_of(std::int32_t number);

/// Exactly `expected` bytes. Corrupt otherwise, and before memory is taken when no `packed` of that size can
/// grow to them.
Result<std::vector<std::byte>> unpack(Codec codec, Bytes packed, std::size_t expected);

}  // namespace tunebench::parquet
