#include "core/run/preflight.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "core/base/durable_file.h"
#include "core/memory/estimate.h"
#include "core/memory/libtorch_rules.h"
#include "core/run/preflight_checks.h"
#include "core/run/run_folder.h"
#include "core/run/run_sources.h"

namespace tunebench {

namespace {

/// NVIDIA's, which is there before anything of CUDA is loaded.
bool has_accelerator_driver() {
    std::error_code ignored;
    return std::filesystem::exists("/proc/driver/nvidia/version", ignored);
}

std::optional<GpuMemory> accelerator_memory() {
    const auto gpus = GpuReader().read();
    const auto* gpu = first_cuda_gpu(gpus, cuda_environment());
    return gpu ? gpu->memory : std::nullopt;
}

/// Of an engine that somebody chose it is not known.
bool engine_has_cuda() {
    return built_libtorch_has_cuda() && !std::getenv("TUNEBENCH_ENGINE");
}

}  // namespace

PreflightPlace this_machine() {
    const auto disk = free_bytes(data_folder());
    const auto accelerator = accelerator_memory();
    return {.data_folder = data_folder(),
            .hub_cache = hub_cache_folder(),
            .available_memory_bytes = available_memory_bytes(),
            .free_disk_bytes = disk ? std::optional(*disk) : std::nullopt,
            .accelerator = accelerator,
            .may_have_accelerator = has_accelerator_driver() || accelerator,
            .auto_is_accelerator = accelerator && engine_has_cuda(),
            .cores = static_cast<int>(std::thread::hardware_concurrency())};
}

std::vector<Finding> preflight(const RunConfig& asked, const PreflightPlace& place) {
    Findings findings;
    const auto run = locate_sources(asked, place.hub_cache);
    const RunConfig& config = run.config;
    for (const auto& missing : run.missing)
        findings.block(missing.field, missing);
    const auto model = check_model(config, findings);
    if (model)
        check_starting_adapter(config, findings);
    check_data(config, findings);
    check_settings(config, place, findings);
    check_choices(config, model, findings);
    check_data_folder(place, findings);
    auto list = findings.take();
    if (model && !has_blocking(list)) {
        Findings resources;
        check_resources(config, *model, place, resources);
        std::ranges::move(resources.take(), std::back_inserter(list));
    }
    std::stable_partition(list.begin(), list.end(),
                          [](const Finding& f) { return f.severity == Finding::Severity::Blocks; });
    return list;
}

std::vector<Finding> preflight(const RunConfig& config) {
    return preflight(config, this_machine());
}

bool has_blocking(const std::vector<Finding>& findings) {
    return std::ranges::any_of(findings,
                               [](const Finding& f) { return f.severity == Finding::Severity::Blocks; });
}

}  // namespace tunebench
