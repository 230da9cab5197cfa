#include "core/engine/memory/memory_limit.h"

#include "core/engine/memory/device.h"
#include "core/engine/memory/meter.h"
#include "core/memory/estimate.h"

namespace tunebench {

std::uint64_t limit_memory(const at::Device& device, double limit_gib) {
    constexpr double kGibibyte = 1073741824.0;
    const auto limit =
        usable_memory_bytes(device.is_cpu() ? limit_gib : 0.0, held_bytes() + available_memory_bytes());
    limit_meter(limit);
    return device.is_cpu() ? limit
                           : limit_accelerator_memory(static_cast<std::uint64_t>(limit_gib * kGibibyte));
}

}  // namespace tunebench
