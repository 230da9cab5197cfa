// The tests: what stands behind `is`.
#pragma once

#include <string_view>

#include "core/text/chat_template/jinja/builtin.h"

namespace tunebench::jinja {

/// Null for an unknown name.
const Builtin* find_test(std::string_view name);

}  // namespace tunebench::jinja
