// Differences between LibTorch 1.13 and 2.x. The only place where the version is asked for.
#pragma once

#include <torch/version.h>

#include "core/engine/tensor.h"
#include "core/memory/libtorch_rules.h"

namespace tunebench {

#if TORCH_VERSION_MAJOR >= 2
inline constexpr bool kHasHalfOnCpu = true;
#define TUNEBENCH_ALLOCATE_CONST
#else
inline constexpr bool kHasHalfOnCpu = false;  // 1.13 has no fp16 kernels on the CPU
#define TUNEBENCH_ALLOCATE_CONST const
#endif

/// For estimates of what this engine takes.
inline constexpr LibTorchRules kLibTorchRules = {.sums_gradients_in_place = TORCH_VERSION_MAJOR >= 2};

/// From 2.2 on determinism also fills new tensors with NaN, which costs time and helps only those who read
/// what they have not written.
inline void leave_memory_unfilled() {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 2)
    at::globalContext().setDeterministicFillUninitializedMemory(false);
#endif
}

}  // namespace tunebench
