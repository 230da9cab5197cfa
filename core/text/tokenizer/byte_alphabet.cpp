#include "core/text/tokenizer/byte_alphabet.h"

#include <array>

#include "core/text/unicode.h"

namespace tunebench {

namespace {

struct Utf8Character {
    std::array<char, 2> bytes{};
    std::uint8_t length = 0;
};

constexpr bool is_printable(unsigned byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

constexpr auto kCodePoints = [] {
    std::array<char16_t, 256> code_points{};
    char16_t next = 0x100;
    for (unsigned byte = 0; byte < 256; ++byte)
        code_points[byte] = is_printable(byte) ? static_cast<char16_t>(byte) : next++;
    return code_points;
}();

constexpr auto kCharacters = [] {
    std::array<Utf8Character, 256> characters{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        const unsigned c = kCodePoints[byte];
        if (c < 0x80)
            characters[byte] = {{static_cast<char>(c), '\0'}, 1};
        else
            characters[byte] = {{static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))}, 2};
    }
    return characters;
}();

constexpr unsigned kEndOfAlphabet = 0x100 + 68;

constexpr auto kBytes = [] {
    std::array<std::int16_t, kEndOfAlphabet> bytes{};
    bytes.fill(-1);
    for (unsigned byte = 0; byte < 256; ++byte)
        bytes[kCodePoints[byte]] = static_cast<std::int16_t>(byte);
    return bytes;
}();

}  // namespace

std::string_view byte_character(std::uint8_t byte) {
    return {kCharacters[byte].bytes.data(), kCharacters[byte].length};
}

std::optional<std::uint8_t> character_byte(char32_t character) {
    if (character >= kEndOfAlphabet || kBytes[character] < 0)
        return std::nullopt;
    return static_cast<std::uint8_t>(kBytes[character]);
}

std::string to_byte_characters(std::string_view bytes) {
    std::string characters;
    characters.reserve(bytes.size() + bytes.size() / 4);
    for (const char byte : bytes)
        characters += byte_character(static_cast<std::uint8_t>(byte));
    return characters;
}

std::string from_byte_characters(std::string_view characters) {
    std::string bytes;
    bytes.reserve(characters.size());
    for (std::size_t at = 0; at < characters.size();) {
        const CodePoint character = code_point_at(characters, at);
        const auto byte = character_byte(character.value);
        if (!byte)
            return std::string(characters);
        bytes += static_cast<char>(*byte);
        at += character.length;
    }
    return bytes;
}

}  // namespace tunebench
