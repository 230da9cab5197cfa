// The build that core, the programs and the engine must have in common.
#pragma once

#include <string_view>

namespace tunebench {

std::string_view build_id();  // "0.1.0"

}  // namespace tunebench
