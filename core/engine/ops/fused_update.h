// What the loops that update parameters in one pass have in common.
#pragma once

#include <cstdint>

#include <ATen/ATen.h>

namespace tunebench {

inline constexpr std::int64_t kUpdateGrain = 32768;  // elements that are worth a thread

/// fp32 in one piece on the CPU; anything else takes LibTorch's own operations.
inline bool takes_fused_loop(const at::Tensor& parameter) {
    return parameter.is_contiguous() && parameter.scalar_type() == at::kFloat && parameter.device().is_cpu();
}

}  // namespace tunebench
