// A Parquet file's two ends: its magic numbers, and the footer in front of the last one.
#pragma once

#include <cstddef>

#include "core/base/result.h"
#include "core/formats/parquet/metadata.h"
#include "core/formats/parquet/schema.h"

namespace tunebench::parquet {

struct Footer {
    FileMetadata metadata = {};
    Schema schema = {};
    std::size_t begin = 0;  // where the data ends
};

/// With as many columns in each row group as the schema has leaves, and as many rows in all of them as the
/// file says. Corrupt, or Unsupported when it is encrypted.
Result<Footer> read_footer(Bytes file);

}  // namespace tunebench::parquet
