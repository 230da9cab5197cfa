#include "core/data/text_flaws.h"

#include <algorithm>
#include <array>

namespace tunebench {
namespace {

// Each is a letter of Western Europe, a quotation mark or a byte order mark, encoded twice. Rare otherwise: Ã
// and â are letters of words, but not before these characters.
constexpr std::array<std::string_view, 9> kEncodedTwice = {
    "Ã©", "Ã¨", "Ã¤", "Ã¶", "Ã¼", "ÃŸ", "â€™", "â€œ", "ï»¿",
};

}  // namespace

bool has_replacement_character(std::string_view text) {
    return text.find("\xEF\xBF\xBD") != std::string_view::npos;
}

bool looks_decoded_twice(std::string_view text) {
    return std::ranges::any_of(
        kEncodedTwice, [&](std::string_view trace) { return text.find(trace) != std::string_view::npos; });
}

bool has_control_character(std::string_view text) {
    constexpr std::string_view kOfText = "\t\n\r\f\v";
    return std::ranges::any_of(text, [&](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && kOfText.find(c) == std::string_view::npos) || code == 0x7F;
    });
}

}  // namespace tunebench
