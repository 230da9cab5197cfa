// SentencePiece's tokens for single bytes: <0x00> to <0xFF>.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tunebench {

/// The byte that such a token stands for; none for every other token.
inline std::optional<std::uint8_t> byte_of_token(std::string_view token) {
    if (token.size() != 6 || !token.starts_with("<0x") || token.back() != '>')
        return std::nullopt;
    unsigned byte = 0;
    for (const char c : token.substr(3, 2)) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        if (!digit && !letter)
            return std::nullopt;
        byte = byte * 16 + static_cast<unsigned>(digit ? c - '0' : (c & 0x0F) + 9);
    }
    return static_cast<std::uint8_t>(byte);
}

}  // namespace tunebench
