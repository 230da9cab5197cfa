// Whether the settings of a run that a program has put together go together.
#pragma once

#include "core/base/result.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

/// What would be refused before a run starts is refused here, with the same words: a quantized base that the
/// method would train, types that do not go together.
Result<void> check_combination(const ModelConfig& stored, const RunConfig& run);

}  // namespace tunebench
