// Exporting the result of a run: write, reload what was written, compare with the trained model.
#pragma once

#include "core/base/result.h"
#include "core/engine_api/engine.h"

namespace tunebench {

Result<ExportReport> export_run(const ExportRequest& request);

}  // namespace tunebench
