// The hybrid of run lengths and bit packing (RLE = 3): levels, dictionary indexes, truth values.
#pragma once

#include <cstdint>
#include <optional>

#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

class RunDecoder {
public:
    /// Numbers of `width` bits, at most 32.
    RunDecoder(Bytes runs, unsigned width) : cursor_(runs), width_(width) {}

    /// None behind the last number, and when a run is cut off.
    std::optional<std::uint32_t> next() {
        if (left_ == 0 && !begin_run())
            return std::nullopt;
        --left_;
        if (!is_packed_)
            return repeated_;
        const auto value = static_cast<std::uint32_t>(bits_at(packed_, bit_, width_));
        bit_ += width_;
        return value;
    }

private:
    bool begin_run();
    bool begin_packed(std::uint64_t groups);
    bool begin_repeated(std::uint64_t count);

    ByteCursor cursor_;
    unsigned width_;
    std::uint64_t left_ = 0;  // of the run
    bool is_packed_ = false;
    std::uint32_t repeated_ = 0;
    Bytes packed_ = {};
    std::size_t bit_ = 0;  // of packed_
};

}  // namespace tunebench::parquet
