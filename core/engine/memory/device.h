// Where tensors live: the processor, or the accelerator that this build of the engine can use.
#pragma once

#include <optional>
#include <string>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/engine/memory/meter.h"

namespace tunebench {

/// The device that `general.device` names: "auto" is the accelerator where there is one. Unsupported when
/// this engine or this machine has none.
Result<at::Device> device_of(const std::string& wanted);

/// "cpu", or "cuda (NVIDIA H100)".
std::string device_title(const at::Device& device);

/// Random numbers drawn on the device; the same seed draws others on another kind of device.
at::Generator seeded_generator(const at::Device& device, std::uint64_t seed);

/// Kernels that sum in a fixed order on an accelerator, or the quickest there. On the processor all are of
/// the first kind: the switch of LibTorch is left off there, for it makes some of them serial.
void set_deterministic(const at::Device& device, bool is_deterministic);

// What only an engine with the accelerator's LibTorch can do: device_cuda.cpp, or device_none.cpp.

/// Name of the first CUDA device that can be used; none without CUDA.
std::optional<std::string> accelerator_name();
at::Generator seeded_accelerator_generator(std::uint64_t seed);
/// Waits until the accelerator has done what was asked of it, for measuring time.
void finish_accelerator();
/// Of tensors on the accelerator, which must have been used before.
MemoryReading accelerator_memory();
void reset_accelerator_peak();
void release_accelerator_memory();
/// Of tensors there; 0: all that the accelerator has. Bytes that they may take now.
std::uint64_t limit_accelerator_memory(std::uint64_t bytes);

}  // namespace tunebench
