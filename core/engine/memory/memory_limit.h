// What tensors may take: running out of memory shall be an event of the run, not the end of the process.
#pragma once

#include <cstdint>

#include <ATen/ATen.h>

namespace tunebench {

/// Tensors on the processor may take what is free now, on top of what they have, less a reserve for
/// everything else. With `limit_gib` above 0 those on `device` may take no more than that. Holds until the
/// next call. Bytes that tensors on `device` may take.
std::uint64_t limit_memory(const at::Device& device = at::kCPU, double limit_gib = 0.0);

}  // namespace tunebench
