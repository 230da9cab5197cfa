// The values of a page, one after the other, from the bytes that its encoding makes of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/formats/parquet/byte_cursor.h"
#include "core/formats/parquet/value_type.h"

namespace tunebench::parquet {

/// As stored: whole numbers with the sign of their stored width, arrays of bytes and INT96 as bytes.
using StoredValue = std::variant<bool, std::int64_t, double, std::string_view>;

class ValueDecoder {
public:
    virtual ~ValueDecoder() = default;

    /// None behind the last value and when the bytes are no such values. Bytes live until the next call.
    virtual std::optional<StoredValue> next() = 0;
};

/// `bytes` and `dictionary` outlive the decoder. Unsupported for an encoding that is not read, Corrupt for
/// one that the type cannot have.
Result<std::unique_ptr<ValueDecoder>> make_decoder(std::int32_t encoding, const ValueType& type, Bytes bytes,
                                                   std::span<const StoredValue> dictionary);

/// Of a type with a byte count.
StoredValue value_of(const ValueType& type, Bytes stored);

}  // namespace tunebench::parquet
