#include <ATen/cuda/CUDAContext.h>
#include <torch/torch.h>

#include "core/engine/memory/device.h"

namespace tunebench {

std::optional<std::string> accelerator_name() {
    if (!torch::cuda::is_available())
        return std::nullopt;
    return std::string(at::cuda::getDeviceProperties(0)->name);
}

}  // namespace tunebench
