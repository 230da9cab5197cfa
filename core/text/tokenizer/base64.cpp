#include "core/text/tokenizer/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tunebench {

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto kValues = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        values[static_cast<std::uint8_t>(kDigits[i])] = static_cast<std::int8_t>(i);
    return values;
}();

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::string_view part = bytes.substr(at, 3);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 3; ++i)
            value = value << 8 | (i < part.size() ? static_cast<std::uint8_t>(part[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= part.size() ? kDigits[value >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    const std::size_t length = text.find_last_not_of('=') + 1;  // 0 for no digit at all
    if (text.size() - length > 2)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        const std::int8_t digit = kValues[static_cast<std::uint8_t>(text[i])];
        if (digit < 0)
            return std::nullopt;
        value = value << 6 | static_cast<std::uint32_t>(digit);
        if (i % 4 != 0)
            bytes += static_cast<char>(value >> (6 - 2 * (i % 4)) & 0xFF);
    }
    return bytes;
}

}  // namespace tunebench
