// Which tensors weight decay applies to.
#pragma once

#include <span>

#include "core/params/param_spec.h"

namespace tunebench {

enum class Decay {
    All,
    Matrices  // no biases, norms and rotations
};

inline constexpr Choice kDecayChoices[] = {{"all", "All tensors"}, {"matrices", "Matrices only"}};

}  // namespace tunebench
