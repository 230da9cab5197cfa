// Decimals: a whole number in two's complement, and how many of its digits stand behind the point.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/formats/parquet/value_type.h"

namespace tunebench::parquet {

/// The 8 bytes of the number, the most significant one first.
std::string big_endian(std::int64_t number);

/// "-12.30" for {0xFB, 0x32} with scale 2; the bytes are big-endian.
std::string decimal_text(std::string bytes, int scale);

/// A number when the type has at most 15 digits, text when it has more. Corrupt for no bytes or too many.
Result<OrderedJson> decimal_json(std::string bytes, const ValueType& type);

}  // namespace tunebench::parquet
