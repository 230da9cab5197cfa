// Traces that a wrong encoding leaves in text.
#pragma once

#include <string_view>

namespace tunebench {

/// Whether the text has the character that stands for bytes that could not be read (U+FFFD).
bool has_replacement_character(std::string_view text);

/// Whether it looks like UTF-8 that was read as Latin-1 or Windows-1252 and saved again: "cafÃ©", "itâ€™s".
bool looks_decoded_twice(std::string_view text);

/// Whether it has a control character that no text has: NUL and the like, but not tabs and the ends of lines.
bool has_control_character(std::string_view text);

}  // namespace tunebench
