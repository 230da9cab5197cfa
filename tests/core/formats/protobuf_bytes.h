// Messages of Protocol Buffers for tests, written field by field.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace tunebench::test {

inline std::string varint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(value | 0x80);
    return bytes += static_cast<char>(value);
}

template <class Number>
std::string little_endian(Number value) {
    std::string bytes;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes += static_cast<char>(value >> (8 * i));
    return bytes;
}

inline std::string number_field(std::uint32_t number, std::uint64_t value) {
    return varint(number << 3) + varint(value);
}

inline std::string bytes_field(std::uint32_t number, std::string_view bytes) {
    return varint(number << 3 | 2) + varint(bytes.size()) + std::string(bytes);
}

inline std::string float_field(std::uint32_t number, float value) {
    return varint(number << 3 | 5) + little_endian(std::bit_cast<std::uint32_t>(value));
}

inline std::string double_field(std::uint32_t number, double value) {
    return varint(number << 3 | 1) + little_endian(std::bit_cast<std::uint64_t>(value));
}

}  // namespace tunebench::test
