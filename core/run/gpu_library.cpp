#include "core/run/gpu_library.h"

#include <dlfcn.h>

namespace tunebench {
namespace {

template <typename Function>
void look_up(void* library, const char* name, Function*& function) {
    function = reinterpret_cast<Function*>(dlsym(library, name));
}

}  // namespace

GpuLibrary load_gpu_library(const char* library) {
    GpuLibrary found;
    void* handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle)
        return found;
    look_up(handle, "nvmlInit_v2", found.init);
    look_up(handle, "nvmlShutdown", found.shutdown);
    look_up(handle, "nvmlDeviceGetCount_v2", found.count);
    look_up(handle, "nvmlDeviceGetHandleByIndex_v2", found.device);
    look_up(handle, "nvmlDeviceGetName", found.name);
    look_up(handle, "nvmlDeviceGetUUID", found.uuid);
    look_up(handle, "nvmlDeviceGetMemoryInfo", found.memory);
    look_up(handle, "nvmlDeviceGetUtilizationRates", found.utilization);
    look_up(handle, "nvmlDeviceGetTemperature", found.temperature);
    look_up(handle, "nvmlDeviceGetPowerUsage", found.power);
    look_up(handle, "nvmlDeviceGetMigMode", found.mig_mode);
    dlclose(handle);  // it stays: RTLD_NODELETE
    return found;
}

}  // namespace tunebench
