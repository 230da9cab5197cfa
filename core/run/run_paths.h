// The paths inside a RunConfig: absolute in memory, relative in a run file that lies beside what it names.
#pragma once

#include <filesystem>
#include <string>

#include "core/run/run_config.h"

namespace tunebench {

/// `base` / `path`, normalised; "~/" is the home folder. Empty stays empty.
std::string absolute_path(const std::string& path, const std::filesystem::path& base);

void make_paths_absolute(RunConfig& config, const std::filesystem::path& base);

/// Paths at or below `base` become relative to it; others stay as they are.
void make_paths_relative(RunConfig& config, const std::filesystem::path& base);

}  // namespace tunebench
