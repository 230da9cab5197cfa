#include <algorithm>

#include <ATen/cuda/CUDAContext.h>
#include <ATen/cuda/CUDAGeneratorImpl.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>

#include "core/engine/memory/device.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

namespace allocator = c10::cuda::CUDACachingAllocator;

constexpr int kFirst = 0;        // the device that is used
constexpr std::size_t kAll = 0;  // of the allocator's statistics: small and large blocks together

/// Without this a run on the processor would take some hundred MiB of the device.
bool is_in_use() {
    return c10::cuda::device_count() > 0 && at::detail::getCUDAHooks().hasPrimaryContext(kFirst);
}

}  // namespace

std::optional<std::string> accelerator_name() {
    if (!at::hasCUDA() || c10::cuda::device_count() == 0)
        return std::nullopt;
    return std::string(at::cuda::getDeviceProperties(kFirst)->name);
}

at::Generator seeded_accelerator_generator(std::uint64_t seed) {
    auto generator = at::make_generator<at::CUDAGeneratorImpl>(kFirst);
    generator.set_current_seed(seed);
    return generator;
}

void finish_accelerator() {
    if (is_in_use())
        c10::cuda::device_synchronize();
}

MemoryReading accelerator_memory() {
    const auto bytes = allocator::getDeviceStats(kFirst).allocated_bytes[kAll];  // a copy: the whole goes
    return {.current_bytes = static_cast<std::uint64_t>(bytes.current),
            .peak_bytes = static_cast<std::uint64_t>(bytes.peak)};
}

void reset_accelerator_peak() {
    allocator::resetPeakStats(kFirst);
}

void release_accelerator_memory() {
    if (is_in_use())
        allocator::emptyCache();
}

std::uint64_t limit_accelerator_memory(std::uint64_t bytes) {
    const std::uint64_t all = at::cuda::getDeviceProperties(kFirst)->totalGlobalMem;
    const auto limit = bytes == 0 ? all : std::min(bytes, all);
    release_accelerator_memory();  // what is kept from before the limit would pass it by
    allocator::setMemoryFraction(static_cast<double>(limit) / static_cast<double>(all), kFirst);
    return limit;
}

}  // namespace tunebench
