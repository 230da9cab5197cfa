// Which of its checkpoints a run keeps, by its own settings.
#pragma once

#include "core/run/checkpoint.h"
#include "core/run/run_config.h"

namespace tunebench {

/// Whether the settings ask for it. One that only somebody asked for is none to go back to: whoever stops and
/// resumes a run does not change its course.
bool is_planned_checkpoint(const CheckpointSection& wanted, const Checkpoint& checkpoint);

/// What stays when a new checkpoint was written; under roll_back also what the run would go back to.
Retention retention_of(const RunConfig& config);

}  // namespace tunebench
