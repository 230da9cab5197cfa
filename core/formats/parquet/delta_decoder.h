// Whole numbers as differences, bit-packed in blocks (DELTA_BINARY_PACKED = 5).
#pragma once

#include <cstdint>
#include <optional>

#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

class DeltaDecoder {
public:
    /// None when the header is none. The stream may be followed by other bytes.
    static std::optional<DeltaDecoder> open(Bytes bytes);

    /// How many numbers it has; at most 2^31 - 1.
    std::uint64_t count() const { return count_; }

    /// None behind the last number, and when a block is cut off. Sums wrap around in 64 bits; the lowest 32
    /// are those of a stream of 32-bit numbers.
    std::optional<std::int64_t> next();

    /// What follows the stream; none when a block is cut off. Reads no number twice: ask a copy.
    std::optional<Bytes> behind() &&;

private:
    explicit DeltaDecoder(Bytes bytes) : cursor_(bytes) {}

    bool read_header();
    bool begin_block();
    bool begin_miniblock();

    ByteCursor cursor_;
    std::uint64_t miniblocks_ = 0;  // in a block
    std::uint64_t miniblock_values_ = 0;
    std::uint64_t count_ = 0;
    std::uint64_t taken_ = 0;

    std::uint64_t value_ = 0;  // the next one is this and a difference; the first one is this
    std::uint64_t least_ = 0;  // difference in the block
    Bytes widths_ = {};        // of the miniblocks that are left in the block
    Bytes packed_ = {};        // of the miniblock
    unsigned width_ = 0;
    std::uint64_t left_ = 0;  // in the miniblock
    std::size_t bit_ = 0;
};

}  // namespace tunebench::parquet
