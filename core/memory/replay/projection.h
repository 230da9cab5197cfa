// core/engine/layers/projection, with what methods hang on it.
#pragma once

#include "core/memory/replay/linear.h"
#include "core/memory/replay/replay.h"

namespace tunebench::replay {

struct ProjectionSketch {
    Weight weight = {};
    Sketch bias = {};
    // Of a low-rank side path.
    Sketch a = {}, b = {};
    double dropout = 0.0;
    Sketch magnitude = {};   // DoRA
    Sketch squares = {};     // likewise, of the rows' own numbers
    Sketch last_norms = {};  // likewise, from the first pass on
    Sketch scaling = {};     // IA3
    bool scales_input = false;
    bool is_training = true;

    Sketch forward(Replay& replay, const Sketch& x);
    bool trains() const;
    /// The lengths of the rows, when DoRA is attached.
    void measure_norms(Replay& replay);
    /// What hangs on it becomes part of the weight, which is dense then.
    void merge(Replay& replay);

private:
    Sketch base(Replay& replay, const Sketch& x) const;
    Sketch low_rank(Replay& replay, const Sketch& x) const;
    Sketch with_magnitude(Replay& replay, const Sketch& x);
    Sketch ratio(Replay& replay, int width);
    Sketch scaled(Replay& replay, const Sketch& x) const;
};

/// x where nothing is dropped.
Sketch dropped(Replay& replay, const Sketch& x, double probability);

}  // namespace tunebench::replay
