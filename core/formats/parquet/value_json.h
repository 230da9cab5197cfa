// A stored value as JSON, by what it means.
#pragma once

#include "core/base/json.h"
#include "core/formats/parquet/value_decoder.h"

namespace tunebench::parquet {

/// Text as text, and bytes without a meaning too when they are UTF-8. Dates and times as ISO 8601 writes them
/// ("2024-05-01", "12:30:00.250", "2024-05-01T12:30:00Z"), outside of the years 1 to 9999 as the stored
/// number. Decimals of up to 15 digits as numbers, which are exact when printed, longer ones as text. Corrupt
/// for text that is not UTF-8, Unsupported for bytes that are none.
Result<OrderedJson> json_of(const ValueType& type, const StoredValue& value);

}  // namespace tunebench::parquet
