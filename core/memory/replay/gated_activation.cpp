#include "core/memory/replay/gated_activation.h"

#include "core/memory/replay/arithmetic.h"

namespace tunebench::replay {
namespace {

/// By LibTorch. ReLU keeps its result, the others what they are of: of one size.
Sketch activated(Replay& replay, const Sketch& x) {
    return replay.recorded(
        replay.like(x), {&x},
        [&replay, x = x.detached()](const Sketch& gradient) -> Sketches { return {replay.like(gradient)}; });
}

Sketch silu_multiply(Replay& replay, const Sketch& gate, const Sketch& up) {
    return replay.recorded(
        replay.like(gate), {&gate, &up},
        [&replay, gate = gate.detached(), up = up.detached()](const Sketch& /*gradient*/) -> Sketches {
            return {replay.like(gate), replay.like(up)};
        });
}

Sketch silu_multiply_halves(Replay& replay, const Sketch& both) {
    return replay.recorded(replay.make(both.rows, both.columns / 2, both.width), {&both},
                           [&replay, both = both.detached()](const Sketch& /*gradient*/) -> Sketches {
                               return {replay.like(both)};
                           });
}

}  // namespace

Sketch activate(Replay& replay, const Sketch& x) {
    if (!replay.machine().widens_narrow || x.width == kWide)
        return activated(replay, x);
    return to_width(replay, activated(replay, to_width(replay, x, kWide)), x.width);
}

Sketch gated_activation(Replay& replay, const Sketch& gate, const Sketch& up, Activation activation) {
    if (activation == Activation::Silu)
        return silu_multiply(replay, gate, up);
    return multiply(replay, activate(replay, gate), up);
}

Sketch gated_halves(Replay& replay, const Sketch& both, Activation activation) {
    if (activation == Activation::Silu)
        return silu_multiply_halves(replay, contiguous(replay, both));
    const auto half = both.columns / 2;
    const auto up = slice(replay, both, half);
    return multiply(replay, activate(replay, slice(replay, both, half)), up);
}

}  // namespace tunebench::replay
