// HardwareUse: what the process and the machine were doing, from the counters of /proc and what a GPU's
// driver says. Values are named as history's metrics.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/run/gpu_use.h"

namespace tunebench {

/// At one moment. Times are seconds since the process or the machine was started, over all processors.
struct HardwareCounters {
    double process_seconds = 0.0;       // of computing
    double machine_busy_seconds = 0.0;  // of all programs
    double machine_seconds = 0.0;       // busy or idle
    std::uint64_t process_bytes = 0;    // resident
    std::uint64_t machine_bytes = 0;    // of the machine's memory that is not available
    std::optional<GpuUse> gpu = {};     // CUDA's first, whether a run is on it or not
    bool operator==(const HardwareCounters&) const = default;
};

/// None where the system does not tell.
std::optional<HardwareCounters> read_hardware(const GpuReader& gpus);

/// From the texts of /proc/stat, /proc/meminfo and /proc/self/statm; without the process's time and the GPU.
std::optional<HardwareCounters> hardware_counters_from(std::string_view stat, std::string_view memory,
                                                       std::string_view own_memory);

/// Between two readings: "process_cpu_share" and "machine_cpu_share", 0 to 1 of all processors;
/// "process_memory_bytes" and "machine_memory_bytes" at the second, and what
/// it knows of a GPU (gpu_metrics).
std::vector<std::pair<std::string, double>> hardware_use(const HardwareCounters& before,
                                                         const HardwareCounters& now);

}  // namespace tunebench
