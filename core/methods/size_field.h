// What says how large a method is: the rank of a LoRA, the width of an adapter, the length of a prompt.
#pragma once

#include <string_view>

#include "core/methods/method.h"

namespace tunebench {

/// The key of its parameter; empty of a method that has no size to choose.
std::string_view size_field(const Method& method);

}  // namespace tunebench
