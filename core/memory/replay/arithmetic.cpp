#include "core/memory/replay/arithmetic.h"

#include <algorithm>

namespace tunebench::replay {
namespace {

/// The left side is transposed where its rows are not the result's.
ProductShape product_shape(const Sketch& left, std::int64_t rows, std::int64_t columns) {
    return {.rows = rows,
            .columns = columns,
            .depth = left.count() / rows,
            .is_left_transposed = left.rows != rows};
}

}  // namespace

Sketch to_width(Replay& replay, const Sketch& x, int width) {
    if (x.width == width)
        return x;
    return replay.recorded(replay.copied(x, width), {&x},
                           [&replay, from = x.width](const Sketch& gradient) -> Sketches {
                               return {replay.copied(gradient, from)};
                           });
}

Sketch add(Replay& replay, const Sketch& a, const Sketch& b) {
    const auto width = std::max(a.width, b.width);
    Sketch out;
    {
        // Accelerators add numbers of two types without copies.
        const auto widened = [&](const Sketch& x) {
            return replay.machine().is_on_processor ? replay.cast(x, width) : Sketch();
        };
        const auto wide_a = widened(a), wide_b = widened(b);
        out = replay.copied(a, width);
    }
    return replay.recorded(std::move(out), {&a, &b},
                           [&replay, of_a = a.width, of_b = b.width, needs_a = a.needs_gradient(),
                            needs_b = b.needs_gradient()](const Sketch& gradient) -> Sketches {
                               return {needs_a ? replay.cast(gradient, of_a) : Sketch(),
                                       needs_b ? replay.cast(gradient, of_b) : Sketch()};
                           });
}

Sketch scale(Replay& replay, const Sketch& x) {
    return replay.recorded(replay.like(x), {&x},
                           [&replay](const Sketch& gradient) -> Sketches { return {replay.like(gradient)}; });
}

Sketch multiply(Replay& replay, const Sketch& a, const Sketch& b) {
    const auto kept_a = b.needs_gradient() ? a.detached() : Sketch();
    const auto kept_b = a.needs_gradient() ? b.detached() : Sketch();
    return replay.recorded(replay.like(a), {&a, &b},
                           [&replay, kept_a, kept_b](const Sketch& gradient) -> Sketches {
                               return {kept_b.is_defined() ? replay.like(gradient) : Sketch(),
                                       kept_a.is_defined() ? replay.like(gradient) : Sketch()};
                           });
}

Sketch multiply_by_vector(Replay& replay, const Sketch& x, const Sketch& vector) {
    const auto kept_x = vector.needs_gradient() ? x.detached() : Sketch();
    const auto kept_vector = x.needs_gradient() ? vector.detached() : Sketch();
    return replay.recorded(
        replay.like(x), {&x, &vector},
        [&replay, kept_x, kept_vector, numbers = vector.count()](const Sketch& gradient) -> Sketches {
            const auto for_x = kept_vector.is_defined() ? replay.like(gradient) : Sketch();
            auto for_vector = kept_x.is_defined() ? replay.like(gradient) : Sketch();
            if (for_vector.is_defined())
                for_vector = replay.make(1, numbers, gradient.width);
            return {for_x, for_vector};
        });
}

Sketch add_vector(Replay& replay, const Sketch& x, const Sketch& vector) {
    return replay.recorded(replay.like(x), {&x, &vector},
                           [&replay, numbers = vector.count(),
                            trains = vector.needs_gradient()](const Sketch& gradient) -> Sketches {
                               return {gradient, trains ? replay.make(1, numbers, gradient.width) : Sketch()};
                           });
}

Sketch select_rows(Replay& replay, const Sketch& x, std::int64_t rows) {
    return replay.recorded(replay.make(rows, x.columns, x.width), {&x},
                           [&replay, all = x.rows](const Sketch& gradient) -> Sketches {
                               return {replay.make(all, gradient.columns, gradient.width)};
                           });
}

Sketch contiguous(Replay& replay, const Sketch& x) {
    if (x.is_contiguous)
        return x;
    return replay.recorded(replay.like(x), {&x},
                           [](const Sketch& gradient) -> Sketches { return {gradient}; });
}

Sketch slice(Replay& replay, const Sketch& x, std::int64_t columns) {
    auto view = x.viewed(x.rows, columns);
    view.is_contiguous = columns == x.columns;
    return replay.recorded(std::move(view), {&x},
                           [&replay, all = x.columns](const Sketch& gradient) -> Sketches {
                               return {replay.make(gradient.rows, all, gradient.width)};
                           });
}

Sketch joined(Replay& replay, const Sketches& parts) {
    std::int64_t rows = 0;
    std::vector<const Sketch*> inputs;
    std::vector<std::int64_t> counts;
    for (const auto& part : parts) {
        rows += part.rows;
        inputs.push_back(&part);
        counts.push_back(part.rows);
    }
    return replay.recorded(replay.make(rows, parts.front().columns, parts.front().width), inputs,
                           [counts](const Sketch& gradient) {
                               Sketches views;
                               for (const auto count : counts)
                                   views.push_back(gradient.viewed(count, gradient.columns));
                               return views;
                           });
}

Sketch rows_of(Replay& replay, const Sketch& x, std::int64_t rows) {
    return replay.recorded(x.viewed(rows, x.columns), {&x},
                           [&replay, all = x.rows](const Sketch& gradient) -> Sketches {
                               return {replay.make(all, gradient.columns, gradient.width)};
                           });
}

Sketch mean_of_rows(Replay& replay, const Sketch& x) {
    return replay.recorded(replay.make(1, x.columns, x.width), {&x},
                           [&replay, rows = x.rows](const Sketch& gradient) -> Sketches {
                               return {replay.make(rows, gradient.columns, gradient.width)};
                           });
}

Sketch product(Replay& replay, const Sketch& a, const Sketch& b, std::int64_t rows, std::int64_t columns) {
    if (replay.machine().widens_narrow && a.width == 2) {
        const auto wide_a = replay.copied(a, 4);
        const auto narrow_b = replay.cast(b, 2);
        const auto wide_b = replay.copied(b, 4);
        const auto wide = replay.make(rows, columns, 4);
        return replay.make(rows, columns, 2);
    }
    const auto same = replay.cast(b, a.width);
    auto out = replay.make(rows, columns, a.width);
    replay.scratch_of(product_shape(a, rows, columns), a.width);
    return out;
}

void add_product(Replay& replay, const Sketch& out, const Sketch& a, const Sketch& b) {
    const auto same_a = replay.cast(a, out.width), same_b = replay.cast(b, out.width);
    if (replay.machine().widens_narrow && out.width == 2) {
        const auto wide_a = replay.copied(a, 4), wide_b = replay.copied(b, 4);
        const auto wide = replay.copied(out, 4);
    }
    replay.scratch_of(product_shape(a, out.rows, out.columns), out.width);
}

}  // namespace tunebench::replay
