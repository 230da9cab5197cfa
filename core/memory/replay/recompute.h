// core/engine/ops/recompute.
#pragma once

#include <functional>

#include "core/memory/replay/replay.h"

namespace tunebench::replay {

/// function(x), keeping only x. Gradients run through the last of its results: those of the others are too
/// small to tell.
Sketches recomputed(Replay& replay, const std::function<Sketches(Sketch)>& function, const Sketch& x);

}  // namespace tunebench::replay
