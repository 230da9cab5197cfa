// Virtual tokens: what the run's method puts before each sequence.
#pragma once

#include <cstdint>

#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

/// How many take a position and room of a row; 0 where the method cannot be planned on this model.
std::int64_t tokens_before(const RunConfig& config, const ModelConfig& model);

}  // namespace tunebench
