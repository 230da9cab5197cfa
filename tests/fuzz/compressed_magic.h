// Inputs that readers would decompress: what they hold has nothing to do with the bytes of the input.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tunebench::fuzz {

inline bool begins_compressed(const std::uint8_t* data, std::size_t size) {
    const bool is_gzip = size >= 2 && data[0] == 0x1F && data[1] == 0x8B;
    const bool is_zstd = size >= 2 && data[0] == 0x28 && data[1] == 0xB5;
    return is_gzip || is_zstd;
}

}  // namespace tunebench::fuzz
