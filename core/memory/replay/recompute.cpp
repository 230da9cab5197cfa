#include "core/memory/replay/recompute.h"

namespace tunebench::replay {

Sketches recomputed(Replay& replay, const std::function<Sketches(Sketch)>& function, const Sketch& x) {
    auto out = [&] {
        const Replay::Recording off(replay, false);
        return function(x);
    }();
    // What asks for a gradient in it, x apart.
    const auto anchor = replay.leaf({}, [](const Sketch&) {});
    out.back() = replay.recorded(
        std::move(out.back()), {&x, &anchor},
        [&replay, function, x = x.detached(), needs_x = x.needs_gradient()](const Sketch& gradient) {
            const Replay::Recording on(replay, true);
            Sketch for_x;
            auto input = x;
            if (needs_x)
                input = replay.leaf(x, [&for_x](Sketch found) { for_x = std::move(found); });
            const auto again = [&] {
                const Replay::For activations(replay, Item::Activations);
                return function(input);
            }();
            replay.backward(again.back(), gradient);
            return Sketches{for_x, {}};
        });
    return out;
}

}  // namespace tunebench::replay
