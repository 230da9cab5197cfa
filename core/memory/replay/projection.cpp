#include "core/memory/replay/projection.h"

#include "core/memory/replay/arithmetic.h"

namespace tunebench::replay {

Sketch dropped(Replay& replay, const Sketch& x, double probability) {
    if (probability <= 0.0)
        return x;
    const auto drawn = replay.copied(x, kWide);
    const auto mask = replay.cast(drawn, x.width);
    return multiply(replay, x, mask);
}

Sketch ProjectionSketch::forward(Replay& replay, const Sketch& x) {
    if (magnitude.is_defined())
        return with_magnitude(replay, x);
    if (a.is_defined())
        return low_rank(replay, x);
    return scaling.is_defined() ? scaled(replay, x) : base(replay, x);
}

bool ProjectionSketch::trains() const {
    const auto needs = [](const Sketch& x) { return x.needs_gradient(); };
    return needs(weight.dense) || needs(bias) || needs(a) || needs(scaling);
}

Sketch ProjectionSketch::base(Replay& replay, const Sketch& x) const {
    return weight.quantization ? quantized_linear(replay, x, weight, bias)
                               : apply_linear(replay, x, weight.dense, bias);
}

Sketch ProjectionSketch::low_rank(Replay& replay, const Sketch& x) const {
    if (!is_training || dropout <= 0.0)
        return with_bias(replay, adapted_linear(replay, x, weight, a, b), bias);
    const auto out = base(replay, x);
    const auto inner = scale(replay, apply_linear(replay, dropped(replay, x, dropout), a, {}));
    return add(replay, out, apply_linear(replay, inner, b, {}));
}

void ProjectionSketch::measure_norms(Replay& replay) {
    constexpr int kDouble = 8;
    squares = replay.make_as(Item::Weights, 1, weight.out_features, kDouble);
}

void ProjectionSketch::merge(Replay& replay) {
    const bool has_delta = a.is_defined() || scaling.is_defined();
    if (!has_delta && !weight.quantization)
        return;
    const auto dense = weight.quantization ? dequantized(replay, weight) : weight.dense.detached();
    auto merged = has_delta ? replay.copied(dense, kWide) : dense;
    merged.memory->become(Item::Weights);
    weight.dense = merged.viewed(weight.out_features, weight.in_features);
    weight.quantization.reset();
    a = b = magnitude = squares = last_norms = scaling = {};
}

Sketch ProjectionSketch::ratio(Replay& replay, int width) {
    const Replay::Recording off(replay, false);
    {
        const auto dense = weight.quantization ? dequantized(replay, weight) : weight.dense.detached();
        const auto like_a = replay.cast(dense, kWide);
        const auto products = replay.like(b), factors = replay.like(b);
        last_norms = replay.make_as(Item::Weights, 1, weight.out_features, kWide);
    }
    return replay.make(1, weight.out_features, width);
}

Sketch ProjectionSketch::with_magnitude(Replay& replay, const Sketch& x) {
    // magnitude / norms, whose gradient is as small.
    const auto lengths = replay.recorded(ratio(replay, x.width), {&magnitude},
                                         [&replay, norms = last_norms](const Sketch& gradient) -> Sketches {
                                             return {replay.copied(gradient, kWide)};
                                         });
    const auto cast_bias = bias.is_defined() ? to_width(replay, bias, x.width) : bias;
    if (is_training && dropout > 0.0) {
        const auto drop = dropped(replay, x, dropout);
        auto product = base(replay, drop);
        if (bias.is_defined())
            product = add_vector(replay, product, cast_bias);
        const auto adapted = add(
            replay, product, apply_linear(replay, scale(replay, apply_linear(replay, drop, a, {})), b, {}));
        const auto own = base(replay, x);
        return add(replay, own, multiply_by_vector(replay, adapted, lengths));
    }
    const auto product = adapted_linear(replay, x, weight, a, b);
    const auto out = multiply_by_vector(replay, product, lengths);
    return out;
}

Sketch ProjectionSketch::scaled(Replay& replay, const Sketch& x) const {
    const auto factors = to_width(replay, scaling, x.width);
    return scales_input ? base(replay, multiply_by_vector(replay, x, factors))
                        : multiply_by_vector(replay, base(replay, x), factors);
}

}  // namespace tunebench::replay
