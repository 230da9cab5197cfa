// Bytes as text of 64 printable characters (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

/// With padding.
std::string to_base64(std::string_view bytes);

/// Nothing for another character, or where the padding or the length is wrong.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace tunebench
