// The accelerator, when this build of the engine has one.
#pragma once

#include <optional>
#include <string>

namespace tunebench {

/// Name of the first CUDA device that can be used; none without CUDA.
std::optional<std::string> accelerator_name();

}  // namespace tunebench
