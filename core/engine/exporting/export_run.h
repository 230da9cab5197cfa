// Exporting the result of a run: write, read back what was written, compare with the trained model.
#pragma once

#include "core/base/result.h"
#include "core/engine_api/engine.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

/// Nothing is left at request.out unless what was written gives the trained model back.
Result<ExportReport> export_run(const ExportRequest& request, const CancelToken& cancel = {});

}  // namespace tunebench
