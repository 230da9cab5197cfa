// core/engine/ops/gated_activation.
#pragma once

#include "core/memory/replay/replay.h"
#include "core/models/model_config.h"

namespace tunebench::replay {

/// In fp32 where the machine has nothing narrower.
Sketch activate(Replay& replay, const Sketch& x, Activation activation);

/// activation(gate) · up.
Sketch gated_activation(Replay& replay, const Sketch& gate, const Sketch& up, Activation activation);

/// The same of both in one tensor, the gate first.
Sketch gated_halves(Replay& replay, const Sketch& both, Activation activation);

}  // namespace tunebench::replay
