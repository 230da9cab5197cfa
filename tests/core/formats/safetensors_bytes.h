// safetensors files put together by hand, so that a test can put them together wrongly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tunebench::test {

inline std::string safetensors_bytes(std::uint64_t claimed_length, std::string_view header,
                                     std::size_t data_bytes) {
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(claimed_length >> (8 * i) & 0xFF));
    return bytes.append(header).append(data_bytes, '\x01');
}

inline std::string safetensors_bytes(std::string_view header, std::size_t data_bytes) {
    return safetensors_bytes(header.size(), header, data_bytes);
}

}  // namespace tunebench::test
