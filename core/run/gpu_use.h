// GpuUse: how full and how busy a GPU is, as NVIDIA's driver says without CUDA or LibTorch being loaded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/run/gpu_library.h"

namespace tunebench {

struct GpuMemory {
    std::uint64_t total_bytes = 0;
    std::uint64_t free_bytes = 0;  // not taken by any program
    bool operator==(const GpuMemory&) const = default;
};

/// At one moment. None is what the driver does not tell of this GPU.
struct GpuUse {
    std::string name = {};  // "NVIDIA H200"
    std::string uuid = {};  // "GPU-…"
    std::optional<GpuMemory> memory =
        {};                            // none also where it is cut into parts (MIG): a run has one of them
    std::optional<double> share = {};  // 0 to 1: of the time, in which something was computed
    std::optional<double> temperature = {};  // degrees Celsius
    std::optional<double> power = {};        // watts
    bool operator==(const GpuUse&) const = default;
};

/// Holds the driver's library for as long as it lives: opening it again and again may take a second.
class GpuReader {
public:
    explicit GpuReader(const GpuLibrary& library = load_gpu_library());
    ~GpuReader();

    GpuReader(const GpuReader&) = delete;
    GpuReader& operator=(const GpuReader&) = delete;

    /// All that this process may use, now, in the order of the PCI bus; empty where there is none.
    std::vector<GpuUse> read() const;

private:
    GpuLibrary library_;
    bool is_open_ = false;
};

/// What the environment says of the GPUs that CUDA shows; null: nothing.
struct CudaEnvironment {
    const char* visible = nullptr;  // CUDA_VISIBLE_DEVICES
    const char* order = nullptr;    // CUDA_DEVICE_ORDER
};

CudaEnvironment cuda_environment();

/// CUDA's first device, on which runs are. Null where it has none, or where it cannot be told which it is:
/// CUDA sorts different GPUs by their speed.
const GpuUse* first_cuda_gpu(const std::vector<GpuUse>& gpus, const CudaEnvironment& environment);

/// What is known of "gpu_share" (0 to 1), "gpu_memory_bytes" (taken by all programs),
/// "gpu_temperature_celsius" and "gpu_power_watts".
std::vector<std::pair<std::string, double>> gpu_metrics(const GpuUse& gpu);

}  // namespace tunebench
