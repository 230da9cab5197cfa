// core/engine/layers/norm and ops/rms_norm.
#pragma once

#include "core/memory/replay/replay.h"
#include "core/models/model_config.h"

namespace tunebench::replay {

struct NormSketch {
    NormKind kind = NormKind::RmsNorm;
    bool adds_one = false;
    int width = 4;  // of what it gives
    Sketch weight = {}, bias = {};
};

/// Of rows of x.
Sketch normed(Replay& replay, const Sketch& x, const NormSketch& norm);

}  // namespace tunebench::replay
