#include "core/memory/replay/sites.h"

#include <algorithm>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/gated_activation.h"
#include "core/memory/replay/linear.h"
#include "core/memory/replay/projection.h"

namespace tunebench::replay {
namespace {

/// loreft/layer's rotation(): what its operations keep, all of the shape of the axes.
Sketch rotation(Replay& replay, const Sketch& axes) {
    const auto identity = replay.like(axes);
    const auto lower = replay.like(axes);
    const auto vectors = replay.like(axes);
    const auto top = replay.make(axes.columns, axes.columns, kWide);
    const auto solved = replay.make(axes.columns, axes.columns, kWide);
    const auto turned = replay.like(axes), columns = replay.like(axes);
    return replay.recorded(replay.like(axes), {&axes},
                           [&replay, vectors, top, solved, columns](const Sketch& gradient) -> Sketches {
                               const auto for_columns = replay.like(gradient),
                                          for_turned = replay.like(gradient);
                               return {replay.like(gradient)};
                           });
}

/// A product of two matrices, each of which may train.
Sketch matrix_product(Replay& replay, const Sketch& a, const Sketch& b, std::int64_t columns) {
    const auto kept_a = b.needs_gradient() ? a.detached() : Sketch();
    return replay.recorded(replay.make(a.rows, columns, a.width), {&a, &b},
                           [&replay, kept_a, b = b.detached(), needs_a = a.needs_gradient(),
                            columns_of_a = a.columns](const Sketch& gradient) {
                               Sketches out(2);
                               if (kept_a.is_defined())
                                   out[1] = replay.like(b);
                               if (needs_a)
                                   out[0] = replay.make(gradient.rows, columns_of_a, gradient.width);
                               return out;
                           });
}

/// mul_ by a number.
Sketch scaled_in_place(Replay& replay, const Sketch& x) {
    return replay.recorded(x, {&x},
                           [&replay](const Sketch& gradient) -> Sketches { return {replay.like(gradient)}; });
}

}  // namespace

Sketch BottleneckSketch::apply(Replay& replay, const Sketch& branch, const Sketch& residual,
                               const NormSketch* norm) const {
    const auto input = [&] {
        if (!reads_sum)
            return reads_residual ? residual : branch;
        const auto sum = add(replay, branch, residual);
        return norm ? normed(replay, sum, *norm) : sum;
    };
    const auto width = branch.width;
    Sketch lowered;
    {
        const auto read = input();
        lowered = apply_linear(replay, to_width(replay, read, width), down, down_bias);
    }
    const auto inner = activate(replay, lowered, activation);
    auto added = apply_linear(replay, inner, up, up_bias);
    if (has_scale)
        added = scaled_in_place(replay, added);
    return add(replay, branch, dropped(replay, added, is_training ? dropout : 0.0));
}

Sketch InterventionSketch::apply(Replay& replay, const Sketch& stream, std::int64_t sequences) const {
    const auto rows = sequences * std::min(positions, stream.rows / sequences);
    const auto before = to_width(replay, select_rows(replay, stream, rows), kWide);
    Sketch changed;
    {
        const auto columns = rotates ? rotation(replay, axes) : axes;
        auto inside = apply_linear(replay, before, source, source_bias);
        if (subtracts)
            inside = add(replay, inside, matrix_product(replay, before, columns, inside.columns));
        changed = add(replay, before, matrix_product(replay, inside, columns, stream.columns));
    }
    changed = dropped(replay, changed, is_training ? dropout : 0.0);
    const auto after = to_width(replay, changed, stream.width);
    return replay.recorded(
        replay.like(stream), {&stream, &after},
        [&replay, kept = after.detached(), needs_stream = stream.needs_gradient()](const Sketch& gradient) {
            Sketches out(2);
            if (needs_stream)
                out[0] = replay.like(gradient);
            out[1] = replay.make(kept.rows, kept.columns, gradient.width);
            return out;
        });
}

Sketch PrefixSketch::of_layer(Replay& replay, std::int64_t width) const {
    // parameter_slice: the gradient goes into a part of the parameter's own.
    const auto part_of = [&](const Sketch& parameter, std::int64_t rows, std::int64_t columns) {
        auto view = parameter.viewed(rows, columns);
        view.is_contiguous = false;
        return replay.recorded(std::move(view), {&parameter},
                               [accumulate = parameter.maker](const Sketch& g) -> Sketches {
                                   if (accumulate && accumulate->accumulate)
                                       accumulate->accumulate(g);
                                   return {Sketch()};
                               });
    };
    if (!outer_weight.is_defined())
        return part_of(embedding, length, 2 * width);
    const auto inner =
        activate(replay, apply_linear(replay, embedding, inner_weight, inner_bias), Activation::Tanh);
    return apply_linear(replay, inner, part_of(outer_weight, 2 * width, outer_weight.columns),
                        part_of(outer_bias, 1, 2 * width));
}

Sketch with_prefix(Replay& replay, const Sketch& prefix, const Sketch& x, std::int64_t sequences) {
    return replay.recorded(
        replay.make(x.rows + sequences * prefix.rows, x.columns, x.width), {&prefix, &x},
        [&replay, sequences, of_prefix = prefix.rows, rows = x.rows, trains = prefix.needs_gradient(),
         needs_x = x.needs_gradient()](const Sketch& gradient) {
            Sketches out(2);
            if (needs_x) {
                // A tensor of the whole for each sequence's part, summed in the first.
                out[1] = replay.make(rows, gradient.columns, gradient.width);
                if (sequences > 1)
                    replay.like(out[1]);
            }
            if (trains)
                out[0] = sequences == 1 ? gradient.viewed(of_prefix, gradient.columns)
                                        : replay.make(of_prefix, gradient.columns, gradient.width);
            return out;
        });
}

Sketch adapted_lookup(Replay& replay, const Sketch& a, const Sketch& b, std::int64_t rows) {
    const auto inner =
        replay.recorded(replay.make(rows, a.rows, kWide), {&a},
                        [&replay, a = a.detached()](const Sketch&) -> Sketches { return {replay.like(a)}; });
    return matrix_product(replay, inner, b, b.rows);
}

Sketch with_heads(Replay& replay, const Sketch& x, std::int64_t columns) {
    if (x.columns == columns)
        return x;
    return replay.recorded(replay.make(x.rows, columns, x.width), {&x},
                           [&replay, own = x.columns](const Sketch& gradient) -> Sketches {
                               return {replay.make(gradient.rows, own, gradient.width)};
                           });
}

}  // namespace tunebench::replay
