// What a column of values holds: how its values are stored, and what they mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/formats/parquet/metadata.h"

namespace tunebench::parquet {

enum class Meaning { Stored, Text, Unsigned, Decimal, Date, Time, Timestamp, Float16, Uuid };

struct ValueType {
    PhysicalType physical = PhysicalType::ByteArray;
    std::size_t byte_count = 0;  // of a value; 0 for truth values and byte arrays
    Meaning meaning = Meaning::Stored;
    int scale = 0;                         // of decimals: digits behind the point
    int precision = 0;                     // of decimals: digits
    std::int64_t ticks_per_second = 1000;  // of times
    bool is_utc = false;                   // of timestamps: an instant, not the time on a clock
    bool operator==(const ValueType&) const = default;
};

/// An annotation that does not fit the stored type is passed over. Corrupt for a type or a length that does
/// not exist, Unsupported for decimals with more digits than anybody uses.
Result<ValueType> value_type_of(const SchemaElement& element);

/// "text", "int64", "timestamp", ...
std::string name_of(const ValueType& type);

}  // namespace tunebench::parquet
