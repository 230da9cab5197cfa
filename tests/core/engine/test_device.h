// Where tests put their tensors that can be anywhere: TUNEBENCH_TEST_DEVICE names it, "cpu" without it.
#pragma once

#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "core/engine/memory/device.h"

namespace tunebench::test {

/// The processor, which it says, where the device that is named is not there.
inline at::Device test_device() {
    const char* wanted = std::getenv("TUNEBENCH_TEST_DEVICE");
    const auto device = device_of(wanted ? wanted : "cpu");
    if (device)
        return *device;
    fmt::print("TUNEBENCH_TEST_DEVICE: {}\n", device.error().message);
    return at::kCPU;
}

}  // namespace tunebench::test
