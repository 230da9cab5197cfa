// Exporter: the half of an export format with tensors. It writes what a run has trained, and reads it back.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/engine/training/trainee.h"
#include "core/methods/method.h"
#include "core/run/run_config.h"

namespace tunebench {

struct ExportJob {
    const RunConfig& run;
    const Method& method;
    Trainee& trainee;  // with the weights to write; writing may merge the adapter into its model
    std::filesystem::path out = {};
};

struct Exporter {
    std::string_view id;
    Result<void> (*write)(const ExportJob& job) = nullptr;
    /// The model that the written files stand for.
    Result<std::unique_ptr<CausalModel>> (*reload)(const ExportJob& job) = nullptr;
    /// Formats that are adapter folders: whether a folder is one, and attaching it to a frozen model.
    bool (*recognises)(const std::filesystem::path& folder) = nullptr;
    Result<std::vector<TrainableParameter>> (*attach)(CausalModel& model,
                                                      const std::filesystem::path& folder) = nullptr;
    /// By how much of the largest logit the model that is read back may differ: merging rounds once more than
    /// the adapter. Formats of less precision say more.
    double tolerance = 1e-4;
};

const Exporter* find_exporter(std::string_view format_id);  // nullptr when unknown

/// Attaches the adapter of a folder in any known format to a frozen model.
Result<std::vector<TrainableParameter>> load_adapter(CausalModel& model, const std::filesystem::path& folder);

/// For `reload` of adapter formats: the run's base model, with `attach` called on it.
Result<std::unique_ptr<CausalModel>> reload_on_base(const ExportJob& job, decltype(Exporter::attach) attach);

}  // namespace tunebench
