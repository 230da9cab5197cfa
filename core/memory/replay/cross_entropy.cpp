#include "core/memory/replay/cross_entropy.h"

#include <algorithm>

#include "core/memory/replay/arithmetic.h"

namespace tunebench::replay {
namespace {

std::int64_t chunk_rows(const Replay& replay) {
    return replay.machine().is_on_processor ? 256 : 1024;
}

/// From here on they are gradients.
Sketch as_gradient(const Sketch& x) {
    if (x.is_defined())
        x.memory->become(Item::Gradients);
    return x;
}

Sketch chunk_logits(Replay& replay, const Sketch& rows, const Sketch& multiplied) {
    return product(replay, rows, multiplied, rows.rows, multiplied.rows);
}

Sketch cast_bias(Replay& replay, const HeadSketch& head, int width) {
    return head.bias.is_defined() ? replay.cast(head.bias, width) : Sketch();
}

void add_weight_gradient(Replay& replay, const Sketch& for_weight, const Sketch& logits, const Sketch& rows) {
    if (for_weight.width == logits.width)
        return add_product(replay, for_weight, logits, rows);
    const auto narrow = product(replay, logits, rows, for_weight.rows, for_weight.columns);
    // Accelerators add numbers of two types without a copy.
    const auto wide = replay.machine().is_on_processor ? replay.cast(narrow, for_weight.width) : Sketch();
}

}  // namespace

Sketch linear_cross_entropy(Replay& replay, const Sketch& hidden, const HeadSketch& head) {
    const bool records = replay.records();
    const auto trains = [&](const Sketch& x) { return records && x.needs_gradient(); };
    const auto made_where = [&](const Sketch& x) { return trains(x) ? replay.like(x) : Sketch(); };
    const auto for_hidden = made_where(hidden);
    const auto for_weight = as_gradient(made_where(head.weight));
    const auto for_bias = as_gradient(made_where(head.bias));
    {
        const auto multiplied = replay.cast(head.weight, hidden.width);
        const auto added = cast_bias(replay, head, hidden.width);
        const auto at_once = chunk_rows(replay);
        for (std::int64_t first = 0; first < hidden.rows; first += at_once) {
            const auto rows =
                hidden.detached().viewed(std::min(at_once, hidden.rows - first), hidden.columns);
            const auto logits = chunk_logits(replay, rows, multiplied);
            const bool any = trains(hidden) || trains(head.weight) || trains(head.bias);
            const auto slope = head.caps_logits && any ? replay.like(logits) : Sketch();
            if (for_hidden.is_defined())
                product(replay, logits, multiplied, rows.rows, rows.columns);
            if (for_weight.is_defined())
                add_weight_gradient(replay, for_weight, logits, rows);
            if (for_bias.is_defined())
                replay.make(1, logits.columns, logits.width);
        }
    }
    return replay.recorded(replay.make(1, 1, kWide), {&hidden, &head.weight, &head.bias},
                           [for_hidden, for_weight, for_bias](const Sketch&) -> Sketches {
                               return {for_hidden, for_weight, for_bias};
                           });
}

void score_head(Replay& replay, const Sketch& hidden, const HeadSketch& head) {
    const auto losses = replay.make(hidden.rows, 1, 8);
    const auto multiplied = replay.cast(head.weight, hidden.width);
    const auto added = cast_bias(replay, head, hidden.width);
    const auto at_once = chunk_rows(replay);
    for (std::int64_t first = 0; first < hidden.rows; first += at_once) {
        const auto rows = hidden.viewed(std::min(at_once, hidden.rows - first), hidden.columns);
        const auto values = chunk_logits(replay, rows, multiplied);
        const auto logits = replay.cast(values, kWide);
        const auto exponentials = replay.like(logits);
    }
}

}  // namespace tunebench::replay
