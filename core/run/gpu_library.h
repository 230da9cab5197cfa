// GpuLibrary: NVIDIA's management library (NVML), which comes with the driver. It says how full and how busy
// GPUs are without CUDA or LibTorch being loaded. Source: docs.nvidia.com/deploy/nvml-api.
#pragma once

namespace tunebench {

/// Its functions by their documented C signatures; all return 0 where they worked. Null: there is none.
struct GpuLibrary {
    using Device = struct nvmlDevice_st*;
    struct Memory {
        unsigned long long total = 0, free = 0, used = 0;  // bytes
    };
    struct Utilization {
        unsigned int gpu = 0, memory = 0;  // percent of the time lately in which each was in use
    };

    int (*init)() = nullptr;
    int (*shutdown)() = nullptr;
    int (*count)(unsigned int*) = nullptr;
    int (*device)(unsigned int, Device*) = nullptr;  // in the order of the PCI bus
    int (*name)(Device, char*, unsigned int) = nullptr;
    int (*uuid)(Device, char*, unsigned int) = nullptr;
    int (*memory)(Device, Memory*) = nullptr;
    int (*utilization)(Device, Utilization*) = nullptr;
    int (*temperature)(Device, int, unsigned int*) = nullptr;  // of sensor 0, degrees Celsius
    int (*power)(Device, unsigned int*) = nullptr;             // milliwatts
    /// Whether it is cut into parts (MIG), now and after the next reset: 1 where it is.
    int (*mig_mode)(Device, unsigned int*, unsigned int*) = nullptr;
};

/// All functions are null where there is no such library, as on a machine without NVIDIA's driver. It is
/// never unloaded.
GpuLibrary load_gpu_library(const char* library = "libnvidia-ml.so.1");

}  // namespace tunebench
