#include <ATen/cuda/CUDAContext.h>

#include "core/engine/memory/device.h"
#include "core/engine/tensor.h"

namespace tunebench {

std::optional<std::string> accelerator_name() {
    if (!at::hasCUDA())
        return std::nullopt;
    return std::string(at::cuda::getDeviceProperties(0)->name);
}

}  // namespace tunebench
