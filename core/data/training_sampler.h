// How a run's batches are made: what its sampler is told.
#pragma once

#include "core/data/epoch_plan.h"
#include "core/run/run_config.h"

namespace tunebench {

/// `tokens_before`: virtual tokens that the method puts before each example.
SamplerSettings training_sampler(const RunConfig& config, std::int64_t tokens_before);

/// The same for evaluations.
SamplerSettings evaluation_sampler(const RunConfig& config);

}  // namespace tunebench
