// Names of the hub in a RunConfig ("org/name", "org/name@revision" as model.path, data.train,
// data.validation, evaluation.general_file) and the folders of the hub's cache that they stand for. Nobody is
// asked over the network.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/hub/hub_settings.h"
#include "core/run/run_config.h"

namespace tunebench {

/// Whether the text reads as the name of a model, or of a data set: a file of rows ("data/train.jsonl") is
/// none.
bool names_hub_model(std::string_view path);
bool names_hub_dataset(std::string_view path);

/// The cache of the process's environment; empty when there is none.
std::filesystem::path hub_cache_folder(const Environment& environment = process_environment());

struct LocatedRun {
    RunConfig config = {};            // with folders and files; names that were not found stay
    std::vector<Error> missing = {};  // of those, with their field and the command that downloads them
};

/// The configuration as a run is frozen with it: the folders have the commit in their path, so that a resumed
/// run reads the same files whatever was downloaded since.
LocatedRun locate_sources(const RunConfig& config, const std::filesystem::path& cache);

/// The located configuration, or the first that is missing.
Result<RunConfig> located(const RunConfig& config, const std::filesystem::path& cache);

/// The way back, for forms: "org/name@commit" instead of folders and files in this cache.
RunConfig with_hub_names(RunConfig config, const std::filesystem::path& cache);

/// Whether a run that was frozen so was started from a configuration that is asked for now. A name without a
/// commit stands for every commit.
bool is_made_from(const RunConfig& frozen, const RunConfig& asked);

}  // namespace tunebench
