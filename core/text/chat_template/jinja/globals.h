// The functions that every template can call: range, namespace, dict, cycler, joiner, raise_exception,
// strftime_now.
#pragma once

#include <string_view>

#include "core/text/chat_template/jinja/builtin.h"

namespace tunebench::jinja {

/// Null for an unknown name.
const Builtin* find_global(std::string_view name);

}  // namespace tunebench::jinja
