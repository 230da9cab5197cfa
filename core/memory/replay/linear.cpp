#include "core/memory/replay/linear.h"

#include <algorithm>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/kept_input.h"

namespace tunebench::replay {
namespace {

/// Where the types are not the same: a copy of the weight for each product.
Sketch cast_linear(Replay& replay, const Sketch& x, const Sketch& weight) {
    const bool trains = weight.needs_gradient();
    return replay.recorded(
        product(replay, x, weight, x.rows, weight.rows), {&x, &weight},
        [&replay, kept = KeptInput(trains ? x : Sketch()), trains, weight = weight.detached(),
         needs_x = x.needs_gradient()](const Sketch& gradient) {
            Sketches out(2);
            if (trains) {
                const auto input = kept.again();
                out[1] =
                    replay.cast(product(replay, gradient, input, weight.rows, weight.columns), weight.width);
            }
            if (needs_x)
                out[0] = product(replay, gradient, weight, gradient.rows, weight.columns);
            return out;
        });
}

Sketch native_product(Replay& replay, std::int64_t rows, std::int64_t columns, std::int64_t depth, int width,
                      bool is_left_transposed = false) {
    auto out = replay.make(rows, columns, width);
    replay.scratch_of(
        {.rows = rows, .columns = columns, .depth = depth, .is_left_transposed = is_left_transposed}, width);
    return out;
}

/// at::linear: the products of gradients in their order.
Sketch native_linear(Replay& replay, const Sketch& x, const Sketch& weight, const Sketch& bias) {
    const auto kept = weight.needs_gradient() ? x.detached() : Sketch();
    const auto kept_weight = x.needs_gradient() ? weight.detached() : Sketch();
    if (bias.is_defined())
        replay.need_second_workspace();
    return replay.recorded(
        native_product(replay, x.rows, weight.rows, x.columns, x.width), {&x, &weight, &bias},
        [&replay, kept, kept_weight, rows = weight.rows, columns = weight.columns,
         bias_trains = bias.needs_gradient()](const Sketch& gradient) {
            Sketches out(3);
            if (kept.is_defined())
                out[1] = native_product(replay, rows, columns, gradient.rows, gradient.width,
                                        /*is_left_transposed=*/true);
            if (kept_weight.is_defined())
                out[0] = native_product(replay, gradient.rows, columns, rows, gradient.width);
            if (bias_trains)
                out[2] = replay.make(1, rows, gradient.width);
            return out;
        });
}

/// A weight as codes, decoded in parts that are multiplied in a wider type where they must be.
class Panels {
public:
    Panels(Replay& replay, const Weight& weight, int width)
        : replay_(replay),
          width_(width),
          wide_(replay.machine().widens_narrow && width == 2 ? 4 : width),
          numbers_(kPanelBytes / width) {
        const auto count = weight.out_features * weight.in_features;
        const auto& settings = *weight.quantization;
        const auto blocks = (count + settings.block_size - 1) / settings.block_size;
        if (settings.double_quantization)
            scales_ = replay.make(1, blocks, 4);
    }

    std::int64_t rows_at_once(const Weight& weight) const {
        return std::max<std::int64_t>(1, numbers_ / weight.in_features);
    }
    std::int64_t columns_at_once(const Weight& weight) const {
        return std::max<std::int64_t>(1, numbers_ / weight.out_features / kPanelColumns) * kPanelColumns;
    }

    /// x (n, …) · a panel for all of the result's columns.
    Sketch multiply(const Sketch& x, std::int64_t all, std::int64_t at_once, std::int64_t depth) const {
        if (all <= at_once)
            return replay_.cast(part(x, all, depth), x.width);
        auto out = replay_.make(x.rows, all, x.width);
        // One comes and goes like the other, and the first is the largest.
        const auto end = replay_.ledger().is_recording() ? all : at_once;
        for (std::int64_t begin = 0; begin < end; begin += at_once)
            part(x, std::min(at_once, all - begin), depth);
        return out;
    }

    Sketch widened(const Sketch& x) const { return replay_.cast(x, wide_); }

private:
    Sketch part(const Sketch& x, std::int64_t count, std::int64_t depth) const {
        const auto decoded = replay_.make(count, depth, width_);
        const auto multiplied = replay_.cast(decoded, wide_);
        return replay_.make(x.rows, count, wide_);
    }

    Replay& replay_;
    int width_, wide_;
    std::int64_t numbers_;
    Sketch scales_;
};

/// As accelerators do for a product, in its type at once.
Sketch decoded(Replay& replay, const Weight& weight, int width) {
    return replay.make(weight.out_features, weight.in_features, width);
}

}  // namespace

Sketch dequantized(Replay& replay, const Weight& weight) {
    const auto count = weight.out_features * weight.in_features;
    const auto& settings = *weight.quantization;
    const auto scales = settings.double_quantization && replay.machine().is_on_processor
                            ? replay.make(1, (count + settings.block_size - 1) / settings.block_size, 4)
                            : Sketch();
    return replay.make(weight.out_features, weight.in_features, 4);
}

Sketch product_with(Replay& replay, const Sketch& x, const Weight& weight) {
    if (!weight.quantization)
        return product(replay, x, weight.dense, x.rows, weight.out_features);
    if (!replay.machine().is_on_processor)
        return product(replay, x, decoded(replay, weight, x.width), x.rows, weight.out_features);
    const Panels panels(replay, weight, x.width);
    const auto wide = panels.widened(x);
    return panels.multiply(x, weight.out_features, panels.rows_at_once(weight), weight.in_features);
}

Sketch product_back(Replay& replay, const Sketch& gradient, const Weight& weight) {
    if (!weight.quantization)
        return product(replay, gradient, weight.dense, gradient.rows, weight.in_features);
    if (!replay.machine().is_on_processor)
        return product(replay, gradient, decoded(replay, weight, gradient.width), gradient.rows,
                       weight.in_features);
    const Panels panels(replay, weight, gradient.width);
    const auto wide = panels.widened(gradient);
    return panels.multiply(gradient, weight.in_features, panels.columns_at_once(weight), weight.out_features);
}

Sketch with_bias(Replay& replay, const Sketch& x, const Sketch& bias) {
    return bias.is_defined() ? add_vector(replay, x, to_width(replay, bias, x.width)) : x;
}

Sketch apply_linear(Replay& replay, const Sketch& x, const Sketch& weight, const Sketch& bias) {
    const auto cast_bias = bias.is_defined() ? to_width(replay, bias, x.width) : bias;
    const bool spares_input = !bias.is_defined() && weight.needs_gradient() && is_made_again(x);
    if (weight.width == x.width && !(replay.machine().widens_narrow && x.width == 2) && !spares_input)
        return native_linear(replay, x, weight, cast_bias);
    const auto out = cast_linear(replay, x, weight);
    return bias.is_defined() ? add_vector(replay, out, cast_bias) : out;
}

Sketch quantized_linear(Replay& replay, const Sketch& x, const Weight& weight, const Sketch& bias) {
    const auto out = replay.recorded(product_with(replay, x, weight), {&x},
                                     [&replay, weight](const Sketch& gradient) -> Sketches {
                                         return {product_back(replay, gradient, weight)};
                                     });
    return with_bias(replay, out, bias);
}

Sketch adapted_linear(Replay& replay, const Sketch& x, const Weight& weight, const Sketch& a,
                      const Sketch& b) {
    const auto rank = a.rows;
    const auto inner = product(replay, x, a, x.rows, rank);
    auto out = product_with(replay, x, weight);
    add_product(replay, out, inner, b);
    return replay.recorded(
        std::move(out), {&x, &a, &b},
        [&replay, weight, kept = KeptInput(x), a = a.detached(), b = b.detached(), inner,
         needs_x = x.needs_gradient()](const Sketch& gradient) {
            const auto for_inner = product(replay, gradient, b, gradient.rows, inner.columns);
            Sketches results(3);
            {
                const auto input = kept.again();
                results[1] = replay.cast(product(replay, for_inner, input, a.rows, a.columns), a.width);
            }
            if (needs_x) {
                results[0] = product_back(replay, gradient, weight);
                add_product(replay, results[0], for_inner, a);
            }
            results[2] = replay.cast(product(replay, gradient, inner, b.rows, b.columns), b.width);
            return results;
        });
}

}  // namespace tunebench::replay
