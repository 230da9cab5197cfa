// What `run` is asked to do: start a run file, or go on with a run that exists.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/engine_api/engine.h"
#include "core/run/run_config.h"

namespace tunebench::cli {

struct RunArguments {
    std::string target = {};  // a run file; with `resume` also a run's folder or id; empty: the defaults
    std::string preset = {};  // put over the file's settings
    bool resume = false;
    std::vector<std::string> overrides = {};  // "section.key=value"
    std::string name = {};
    std::string data_folder = {};
    int progress_seconds = 10;
    bool json = false;
};

struct RunTarget {
    RunConfig config = {};
    std::optional<std::filesystem::path> resume_folder = {};  // none: a fresh run
    std::optional<AdjustCommand> adjustment = {};             // of a run that goes on
    std::string note = {};                                    // worth telling before it starts; may be empty
};

/// The configuration of a run file with --set and --name applied, names of the hub found in its cache.
Result<RunConfig> configured(const std::string& run_file, const std::vector<std::string>& overrides,
                             const std::string& name);

/// Strict: unknown fields, flags that contradict each other and runs that cannot go on are errors.
Result<RunTarget> resolve_target(const RunArguments& arguments, const std::filesystem::path& data_folder);

}  // namespace tunebench::cli
