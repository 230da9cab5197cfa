// The runs that an export or an evaluation reads, locked so that nobody deletes them meanwhile.
#pragma once

#include <vector>

#include "core/engine_api/engine.h"
#include "core/run/run_folder.h"

namespace tunebench {

/// Io when one of them is being moved. What lies in no run's folder needs no lock.
Result<std::vector<RunLock>> lock_runs_of(const ExportRequest& request);
Result<std::vector<RunLock>> lock_runs_of(const EvaluateRequest& request);

}  // namespace tunebench
