// Text that HTML shows as it is. A text that is marked as such is not escaped again, and what is added to it
// is.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

/// The text with entities for & < > " '.
std::string escaped(std::string_view text);

/// What the value prints, escaped unless it is marked.
Result<std::string> escaped_display(Sandbox& sandbox, const Value& value);

}  // namespace tunebench::jinja
