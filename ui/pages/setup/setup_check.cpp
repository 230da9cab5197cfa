#include "ui/pages/setup/setup_check.h"

#include "core/base/durable_file.h"
#include "core/memory/parameter_memory.h"
#include "core/models/parameters.h"
#include "core/run/run_model.h"
#include "core/run/run_sources.h"

namespace tunebench::ui {
namespace {

std::uint64_t weightBytes(const std::filesystem::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".safetensors" && entry.is_regular_file(error))
            bytes += entry.file_size(error);
    return bytes;
}

Result<ModelFacts> modelFacts(const ModelSection& model) {
    ModelFacts facts;
    TRY(facts.config, stored_model_of(model));
    facts.parameters = parameter_count(facts.config);
    facts.file_bytes = weightBytes(model.path);
    return facts;
}

Result<ModelFacts> modelOf(const LocatedRun& run) {
    for (const Error& missing : run.missing)
        if (missing.field == "model.path")
            return missing;
    return modelFacts(run.config.model);
}

void addMemory(SetupCheck& check, const ModelConfig& model, const RunConfig& config) {
    check.estimate = estimate_memory(model, config, batch_shape_of(config));
    if (auto exporting = estimate_export(model, config, batch_shape_of(config)))
        check.exporting = *std::move(exporting);
    check.methods = method_cards(config, model, check.calibration);
}

}  // namespace

RunConfig SetupCheck::onItsDevice(RunConfig config) const {
    if (config.general.device == "auto" && !device.empty())
        config.general.device = device;
    return config;
}

SetupCheck checkSetup(const RunConfig& config, const std::filesystem::path& dataFolder,
                      const MemoryCalibrations& calibrations) {
    PreflightPlace place = this_machine();
    place.data_folder = dataFolder;
    const auto disk = free_bytes(dataFolder);
    place.free_disk_bytes = disk ? std::optional(*disk) : std::nullopt;
    place.calibrations = calibrations;
    return checkSetupOn(place, config);
}

SetupCheck checkSetupOn(const PreflightPlace& place, const RunConfig& asked) {
    const RunConfig config = with_likely_device(asked, place);
    SetupCheck check{.findings = preflight(asked, place),
                     .device = config.general.device,
                     .available_bytes = usable_memory(config, place)};
    check.calibration = place.calibrations.of(is_on_processor(config));
    if (config.model.path.empty())
        return check;
    const auto run = locate_sources(config, place.hub_cache);
    check.model = modelOf(run);
    if (*check.model)
        addMemory(check, (*check.model)->config, run.config);
    return check;
}

LargestAnswer largestOf(const SetupCheck& check, const RunConfig& asked) {
    const bool isKnown = check.model && *check.model && check.estimate && *check.estimate;
    if (!isKnown || check.limit_bytes() == 0)
        return {};
    const RunConfig config = check.onItsDevice(asked);
    const ModelConfig& model = (*check.model)->config;
    const std::uint64_t limit = check.limit_bytes();
    return {.fit = fit_memory(model, config, **check.estimate, limit, check.calibration),
            .values = largest_values(model, config, limit, check.calibration),
            .model = largest_model(model, config, limit, check.calibration)};
}

}  // namespace tunebench::ui
