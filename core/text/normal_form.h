// The normalization forms of Unicode (UAX 15).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tunebench {

enum class NormalForm : std::uint8_t { Composed, Decomposed, CompatibleComposed, CompatibleDecomposed };

/// The text in that form (NFC, NFD, NFKC, NFKD). Invalid UTF-8 comes back as it is.
std::string normal_form(std::string_view text, NormalForm form);

}  // namespace tunebench
