// Writing into the text of a JSON file while every other byte of it stays.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// The text of a JSON object in which `content` (elements or members, as JSON) stands after what the array or
/// object `key` of it has so far. Where the object has no such member, or a null, it gets one: `empty` ("[]"
/// or
/// "{}") with the content. Corrupt when the text is no JSON object or the member is of another kind; errors
/// name `source_name`.
Result<std::string> with_json_inserted(std::string_view text, std::string_view source_name,
                                       std::string_view key, std::string_view empty,
                                       std::string_view content);

}  // namespace tunebench
