// What the preflight has found, printed.
#pragma once

#include <optional>
#include <vector>

#include "app/cli/exit_code.h"
#include "core/run/preflight.h"

namespace tunebench::cli {

/// Everything on stderr, as errors and warnings; with `json` also {"error": the first, "findings": all} on
/// stdout when one blocks. No value when nothing blocks; WrongUse when a setting is to blame, Failed
/// otherwise.
std::optional<ExitCode> report_findings(const std::vector<Finding>& findings, bool json);

}  // namespace tunebench::cli
