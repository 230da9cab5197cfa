// The memory of a step that nothing computed: as a LoRA run on a model of 135 million parameters would have
// it.
#pragma once

#include "core/memory/step_timeline.h"

namespace tunebench::test {

/// Its peak is the first moment of the backward phase.
StepTimeline fake_timeline(std::int64_t step);

}  // namespace tunebench::test
