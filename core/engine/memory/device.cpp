#include "core/engine/memory/device.h"

#include <fmt/format.h>

#include "core/engine/tensor.h"

namespace tunebench {

Result<at::Device> device_of(const std::string& wanted) {
    if (wanted == "cpu")
        return at::Device(at::kCPU);
    if (accelerator_name()) {
        at::zeros({1}, at::kCUDA);  // so that its allocator is there to be asked
        return at::Device(at::kCUDA, 0);
    }
    if (wanted == "auto")
        return at::Device(at::kCPU);
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("This machine has no device '{}' that LibTorch can use", wanted),
                 .hint = "Choose cpu, or build Tunebench with a LibTorch for CUDA (see README.md).",
                 .field = "device"};
}

std::string device_title(const at::Device& device) {
    return device.is_cpu() ? "cpu" : fmt::format("cuda ({})", accelerator_name().value_or("unknown"));
}

at::Generator seeded_generator(const at::Device& device, std::uint64_t seed) {
    return device.is_cpu() ? at::make_generator<at::CPUGeneratorImpl>(seed)
                           : seeded_accelerator_generator(seed);
}

}  // namespace tunebench
