// Differences between LibTorch 1.13 and 2.x. The only place where the version is asked for.
#pragma once

#include <torch/version.h>

#include "core/engine/tensor.h"

namespace tunebench {

#if TORCH_VERSION_MAJOR >= 2
inline constexpr bool kHasHalfOnCpu = true;
#define TUNEBENCH_ALLOCATE_CONST
#else
inline constexpr bool kHasHalfOnCpu = false;  // 1.13 has no fp16 kernels on the CPU
#define TUNEBENCH_ALLOCATE_CONST const
#endif

}  // namespace tunebench
