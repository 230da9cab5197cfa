#include "core/run/gpu_use.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace tunebench {
namespace {

using Device = GpuLibrary::Device;

template <typename Function, typename... Arguments>
bool works(Function* function, Arguments... arguments) {
    return function && function(arguments...) == 0;
}

std::string text_of(int (*function)(Device, char*, unsigned int), Device device) {
    std::array<char, 128> text = {};
    return works(function, device, text.data(), static_cast<unsigned int>(text.size() - 1)) ? text.data()
                                                                                            : std::string();
}

bool is_cut_into_parts(const GpuLibrary& library, Device device) {
    unsigned int now = 0;
    unsigned int later = 0;
    return works(library.mig_mode, device, &now, &later) && now == 1;
}

std::optional<GpuMemory> memory_of(const GpuLibrary& library, Device device) {
    GpuLibrary::Memory memory;
    if (is_cut_into_parts(library, device) || !works(library.memory, device, &memory) || memory.total == 0 ||
        memory.free > memory.total)
        return std::nullopt;
    return GpuMemory{.total_bytes = memory.total, .free_bytes = memory.free};
}

GpuUse use_of(const GpuLibrary& library, Device device) {
    constexpr int kGpuSensor = 0;
    GpuUse gpu{.name = text_of(library.name, device),
               .uuid = text_of(library.uuid, device),
               .memory = memory_of(library, device)};
    if (GpuLibrary::Utilization percent; works(library.utilization, device, &percent))
        gpu.share = std::clamp(static_cast<double>(percent.gpu) / 100.0, 0.0, 1.0);
    if (unsigned int celsius = 0; works(library.temperature, device, kGpuSensor, &celsius))
        gpu.temperature = celsius;
    if (unsigned int milliwatts = 0; works(library.power, device, &milliwatts))
        gpu.power = static_cast<double>(milliwatts) / 1000.0;
    return gpu;
}

/// Whether CUDA counts them as the driver does.
bool have_one_order(const std::vector<GpuUse>& gpus, const CudaEnvironment& environment) {
    return (environment.order && environment.order == std::string_view("PCI_BUS_ID")) ||
           std::ranges::all_of(gpus, [&](const GpuUse& gpu) { return gpu.name == gpus.front().name; });
}

const GpuUse* gpu_with_uuid(const std::vector<GpuUse>& gpus, std::string_view start) {
    const auto has_it = [&](const GpuUse& gpu) { return gpu.uuid.starts_with(start); };
    const auto found = std::ranges::find_if(gpus, has_it);
    return found == gpus.end() ? nullptr : &*found;
}

}  // namespace

GpuReader::GpuReader(const GpuLibrary& library)
    : library_(library), is_open_(library.shutdown && works(library.init)) {}

GpuReader::~GpuReader() {
    if (is_open_)
        library_.shutdown();
}

std::vector<GpuUse> GpuReader::read() const {
    std::vector<GpuUse> gpus;
    unsigned int count = 0;
    if (!is_open_ || !works(library_.count, &count))
        return gpus;
    for (unsigned int i = 0; i < count; ++i)
        if (Device device = nullptr; works(library_.device, i, &device))
            gpus.push_back(use_of(library_, device));
    return gpus;
}

CudaEnvironment cuda_environment() {
    return {.visible = std::getenv("CUDA_VISIBLE_DEVICES"), .order = std::getenv("CUDA_DEVICE_ORDER")};
}

const GpuUse* first_cuda_gpu(const std::vector<GpuUse>& gpus, const CudaEnvironment& environment) {
    std::string_view first = environment.visible ? environment.visible : "0";
    first = first.substr(0, first.find(','));
    if (first.starts_with("GPU-"))
        return gpu_with_uuid(gpus, first);
    std::size_t index = 0;
    const auto* end = first.data() + first.size();
    const auto read = std::from_chars(first.data(), end, index);
    const bool is_one = read.ec == std::errc() && read.ptr == end && index < gpus.size();
    return is_one && have_one_order(gpus, environment) ? &gpus[index] : nullptr;
}

std::vector<std::pair<std::string, double>> gpu_metrics(const GpuUse& gpu) {
    std::vector<std::pair<std::string, double>> metrics;
    const auto add = [&](const char* name, const std::optional<double>& value) {
        if (value)
            metrics.emplace_back(name, *value);
    };
    add("gpu_share", gpu.share);
    if (gpu.memory)
        add("gpu_memory_bytes", static_cast<double>(gpu.memory->total_bytes - gpu.memory->free_bytes));
    add("gpu_temperature_celsius", gpu.temperature);
    add("gpu_power_watts", gpu.power);
    return metrics;
}

}  // namespace tunebench
