#include "core/engine/memory/device.h"

#include <fmt/format.h>

#include "core/engine/ops/compat.h"
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

void set_deterministic(const at::Device& device, bool is_deterministic) {
    auto& context = at::globalContext();
    const bool is_on = is_deterministic && !device.is_cpu();
    // Where there is no such kernel LibTorch warns, rather than end the run.
    context.setDeterministicAlgorithms(is_on, /*warn_only=*/true);
    context.setDeterministicCuDNN(is_on);
    context.setBenchmarkCuDNN(!is_deterministic);
    leave_memory_unfilled();
}

at::Generator seeded_generator(const at::Device& device, std::uint64_t seed) {
    return device.is_cpu() ? at::make_generator<at::CPUGeneratorImpl>(seed)
                           : seeded_accelerator_generator(seed);
}

}  // namespace tunebench
