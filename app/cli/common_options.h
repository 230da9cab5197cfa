// Flags that several subcommands share, with the same names and the same help everywhere.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/engine_api/engine.h"

namespace CLI {
class App;
}

namespace tunebench::cli {

void add_json_flag(CLI::App& parser, bool& json);

/// --data-folder DIR; empty when it is not given.
void add_data_folder_option(CLI::App& parser, std::string& folder);

/// The given folder, else that of the environment.
std::filesystem::path chosen_data_folder(const std::string& given);

/// --threads N; 0: one a core.
void add_threads_option(CLI::App& parser, int& threads);

/// --progress-seconds N.
void add_progress_option(CLI::App& parser, int& seconds);

/// --quantization TYPE, as precision.quantization of a run file.
void add_quantization_option(CLI::App& parser, std::string& type);
Result<QuantizationSettings> quantization_of(const std::string& type);

/// --max-tokens --temperature --top-k --top-p --seed --stop.
void add_sampling_options(CLI::App& parser, SamplingOptions& sampling);

/// "Example:" and one line each, for the end of --help.
std::string example_footer(const std::vector<std::string>& lines);

/// Absolute paths: the engine may look at them later than this process's folder holds.
std::filesystem::path absolute_path(const std::string& given);

/// The folder of a model: the path, or what lies in the hub's cache under that name ("org/name"); NotFound
/// with the command that downloads it.
Result<std::filesystem::path> model_folder(const std::string& given);

}  // namespace tunebench::cli
