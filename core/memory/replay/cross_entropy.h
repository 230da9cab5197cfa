// core/engine/ops/cross_entropy.
#pragma once

#include "core/memory/replay/replay.h"

namespace tunebench::replay {

struct HeadSketch {
    Sketch weight = {}, bias = {};
    bool caps_logits = false;
};

/// Of the supervised rows. A scalar.
Sketch linear_cross_entropy(Replay& replay, const Sketch& hidden, const HeadSketch& head);

/// For evaluation.
void score_head(Replay& replay, const Sketch& hidden, const HeadSketch& head);

}  // namespace tunebench::replay
