// The command line that starts the same run as a form: what --set must say, and how a shell takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

/// What apply_overrides() needs to turn `start` into `wanted`, in the order of the run file and no more than
/// that. The shortest text that reads back the same is taken, else JSON. Settings of another version
/// (RunConfig::unknown) are left out: --set knows none. InvalidArgument where a setting cannot be said so.
Result<std::vector<std::string>> overrides_between(const RunConfig& start, const RunConfig& wanted);

/// One word of a POSIX shell: as it is where no character means anything, else in single quotes.
std::string shell_quoted(std::string_view word);

/// "tunebench-cli run --set model.path=/models/town method.rank=8": what differs from the defaults.
Result<std::string> equivalent_command(const RunConfig& run);

}  // namespace tunebench
