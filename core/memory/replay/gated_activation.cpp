#include "core/memory/replay/gated_activation.h"

#include <utility>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/kept_input.h"

namespace tunebench::replay {
namespace {

/// By LibTorch. ReLU and tanh keep their result, which what follows may keep as well, the others what they
/// are of.
Sketch activated(Replay& replay, const Sketch& x, Activation activation) {
    auto out = replay.like(x);
    const bool keeps_result = activation == Activation::Relu || activation == Activation::Tanh;
    const auto kept = keeps_result ? out.detached() : x.detached();
    return replay.recorded(std::move(out), {&x}, [&replay, kept](const Sketch& gradient) -> Sketches {
        return {replay.like(gradient)};
    });
}

Sketch silu_multiply(Replay& replay, const Sketch& gate, const Sketch& up) {
    auto out = replay.recorded(
        replay.like(gate), {&gate, &up},
        [&replay, gate = gate.detached(), up = up.detached()](const Sketch& /*gradient*/) -> Sketches {
            return {replay.like(gate), replay.like(up)};
        });
    return made_again_by(std::move(out), [&replay, gate = gate.detached()] { return replay.like(gate); });
}

Sketch silu_multiply_halves(Replay& replay, const Sketch& both) {
    const auto made = [&replay, rows = both.rows, columns = both.columns / 2, width = both.width] {
        return replay.make(rows, columns, width);
    };
    auto out = replay.recorded(made(), {&both},
                               [&replay, both = both.detached()](const Sketch& /*gradient*/) -> Sketches {
                                   return {replay.like(both)};
                               });
    return made_again_by(std::move(out), made);
}

}  // namespace

Sketch activate(Replay& replay, const Sketch& x, Activation activation) {
    if (!replay.machine().widens_narrow || x.width == kWide)
        return activated(replay, x, activation);
    return to_width(replay, activated(replay, to_width(replay, x, kWide), activation), x.width);
}

Sketch gated_activation(Replay& replay, const Sketch& gate, const Sketch& up, Activation activation) {
    if (activation == Activation::Silu)
        return silu_multiply(replay, gate, up);
    return multiply(replay, activate(replay, gate, activation), up);
}

Sketch gated_halves(Replay& replay, const Sketch& both, Activation activation) {
    if (activation == Activation::Silu)
        return silu_multiply_halves(replay, contiguous(replay, both));
    const auto half = both.columns / 2;
    const auto up = slice(replay, both, half);
    return multiply(replay, activate(replay, slice(replay, both, half), activation), up);
}

}  // namespace tunebench::replay
