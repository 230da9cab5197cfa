#include "core/engine/memory/device.h"

// No tensor can be on an accelerator that does not exist: the rest is never called.
namespace tunebench {

std::optional<std::string> accelerator_name() {
    return std::nullopt;
}

at::Generator seeded_accelerator_generator(std::uint64_t /*seed*/) {
    return {};
}

void finish_accelerator() {}

MemoryReading accelerator_memory() {
    return {};
}

void reset_accelerator_peak() {}

void release_accelerator_memory() {}

std::uint64_t limit_accelerator_memory(std::uint64_t /*bytes*/) {
    return 0;
}

}  // namespace tunebench
