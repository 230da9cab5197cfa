#include "core/memory/replay/norm.h"

#include "core/memory/replay/arithmetic.h"

namespace tunebench::replay {
namespace {

/// By rows; of rows that do not lie together, by LibTorch's operations on a wide copy.
Sketch rms_norm(Replay& replay, const Sketch& x, const Sketch& weight, int width) {
    const bool by_rows = x.is_contiguous;
    const auto scale = replay.make(x.rows, 1, kWide);
    Sketch out;
    if (by_rows) {
        out = replay.make(x.rows, x.columns, width);
    } else {
        const auto wide = replay.cast(x, kWide);
        const auto scaled = replay.copied(x, kWide);
        out = replay.cast(scaled, width);
    }
    return replay.recorded(
        std::move(out), {&x, &weight},
        [&replay, by_rows, x = x.detached(), weight = weight.detached(), scale, needs_x = x.needs_gradient(),
         trains = weight.needs_gradient()](const Sketch& gradient) {
            Sketches results(2);
            if (!by_rows) {
                const auto wide = replay.cast(gradient, kWide);
                const auto wide_x = replay.cast(x, kWide);
                const auto normed = replay.copied(x, kWide);
                if (trains) {
                    const auto each = replay.copied(x, kWide);
                    results[1] = replay.make(1, x.columns, kWide);
                }
                if (needs_x) {
                    const auto weighted = replay.copied(x, kWide), along = replay.copied(x, kWide);
                    results[0] = replay.cast(weighted, x.width);
                }
                return results;
            }
            if (trains)
                results[1] = replay.make(1, x.columns, kWide);
            if (needs_x)
                results[0] = replay.like(x);
            return results;
        });
}

Sketch layer_norm(Replay& replay, const Sketch& x, const Sketch& weight, const Sketch& bias) {
    const auto statistics = replay.make(x.rows, 2, kWide);
    return replay.recorded(
        replay.like(x), {&x, &weight, &bias},
        [&replay, x = x.detached(), weight = weight.detached(), statistics, needs_x = x.needs_gradient(),
         weight_trains = weight.needs_gradient(), bias_trains = bias.needs_gradient()](const Sketch&) {
            Sketches results(3);
            if (needs_x)
                results[0] = replay.like(x);
            if (weight_trains)
                results[1] = replay.make(1, x.columns, kWide);
            if (bias_trains)
                results[2] = replay.make(1, x.columns, kWide);
            return results;
        });
}

}  // namespace

Sketch normed(Replay& replay, const Sketch& x, const NormSketch& norm) {
    if (norm.kind == NormKind::RmsNorm) {
        const auto weight =
            norm.adds_one ? replay.recorded(replay.like(norm.weight), {&norm.weight},
                                            [](const Sketch& gradient) -> Sketches { return {gradient}; })
                          : norm.weight;
        return rms_norm(replay, x, weight, norm.width);
    }
    const auto out = layer_norm(replay, to_width(replay, x, kWide), norm.weight, norm.bias);
    return to_width(replay, out, norm.width);
}

}  // namespace tunebench::replay
