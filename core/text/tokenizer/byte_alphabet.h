// The alphabet of byte-level vocabularies (GPT-2): every byte is written as one printable character.
// Printable bytes of Latin-1 stand for themselves, the other 68 are U+0100, U+0101, ... in ascending order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

/// The character for a byte, in UTF-8 (one or two bytes).
std::string_view byte_character(std::uint8_t byte);

/// The byte that a character stands for; none for a character outside the alphabet.
std::optional<std::uint8_t> character_byte(char32_t character);

/// Every byte of `bytes` as its character.
std::string to_byte_characters(std::string_view bytes);

/// The bytes that `characters` stand for. A text with a character outside the alphabet stands for itself, as
/// an added token does.
std::string from_byte_characters(std::string_view characters);

}  // namespace tunebench
