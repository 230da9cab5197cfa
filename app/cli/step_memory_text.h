// The memory of one step for people.
#pragma once

#include <string>

#include "core/memory/step_timeline.h"

namespace tunebench::cli {

/// What tensors took by use when each phase took the most: a table. Of at least one moment.
std::string step_memory_text(const StepTimeline& timeline);

}  // namespace tunebench::cli
