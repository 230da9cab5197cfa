#include "core/memory/replay/norm.h"

#include <utility>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/kept_input.h"

namespace tunebench::replay {
namespace {

/// By rows; of rows that do not lie together, by LibTorch's operations on a wide copy.
Sketch scaled_rows(Replay& replay, const Sketch& x, int width) {
    if (x.is_contiguous)
        return replay.make(x.rows, x.columns, width);
    const auto wide = replay.cast(x, kWide);
    const auto scaled = replay.copied(x, kWide);
    return replay.cast(scaled, width);
}

/// An accelerator works the scales out once more.
Sketch rms_norm_again(Replay& replay, const Sketch& x, int width) {
    const bool has_scales = x.is_contiguous && !replay.machine().is_on_processor;
    const auto scale = has_scales ? replay.make(x.rows, 1, kWide) : Sketch();
    return scaled_rows(replay, x, width);
}

Sketch rms_norm(Replay& replay, const Sketch& x, const Sketch& weight, int width) {
    const bool by_rows = x.is_contiguous;
    const auto scale = replay.make(x.rows, 1, kWide);
    auto out = replay.recorded(
        scaled_rows(replay, x, width), {&x, &weight},
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
    return made_again_by(std::move(out),
                         [&replay, x = x.detached(), width] { return rms_norm_again(replay, x, width); });
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
