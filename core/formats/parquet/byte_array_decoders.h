// Byte arrays whose lengths lie in front of all of them (DELTA_LENGTH_BYTE_ARRAY = 6), and those that share
// their start with the one before (DELTA_BYTE_ARRAY = 7).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/formats/parquet/delta_decoder.h"
#include "core/formats/parquet/value_decoder.h"

namespace tunebench::parquet {

class DeltaLengthDecoder final : public ValueDecoder {
public:
    static std::optional<DeltaLengthDecoder> open(Bytes bytes);

    std::optional<StoredValue> next() override;
    std::optional<Bytes> next_bytes();

private:
    DeltaLengthDecoder(DeltaDecoder lengths, Bytes data) : lengths_(lengths), data_(data) {}

    DeltaDecoder lengths_;
    ByteCursor data_;
};

class DeltaByteArrayDecoder final : public ValueDecoder {
public:
    static std::optional<DeltaByteArrayDecoder> open(Bytes bytes);

    std::optional<StoredValue> next() override;

private:
    DeltaByteArrayDecoder(DeltaDecoder prefixes, DeltaLengthDecoder suffixes)
        : prefixes_(prefixes), suffixes_(std::move(suffixes)) {}

    DeltaDecoder prefixes_;
    DeltaLengthDecoder suffixes_;
    std::string value_ = {};
};

}  // namespace tunebench::parquet
