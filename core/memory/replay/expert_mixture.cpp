#include "core/memory/replay/expert_mixture.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/gated_activation.h"

namespace tunebench::replay {
namespace {

struct RoutingSketch {
    Sketch weights = {};  // (tokens, per_token)
    Sketch order = {}, back = {};
};

/// Keeps its result.
Sketch softmax(Replay& replay, const Sketch& logits) {
    const auto wide = to_width(replay, logits, kWide);
    const auto out = replay.like(wide);
    return replay.recorded(out, {&wide}, [&replay, kept = out.detached()](const Sketch&) -> Sketches {
        return {replay.like(kept)};
    });
}

/// Keeps which they are.
Sketch largest(Replay& replay, const Sketch& x, const Sketch& places) {
    return replay.recorded(replay.make(x.rows, places.columns, x.width), {&x},
                           [&replay, places, columns = x.columns](const Sketch& gradient) -> Sketches {
                               return {replay.make(places.rows, columns, gradient.width)};
                           });
}

/// x / its sum of each row.
Sketch renormalized(Replay& replay, const Sketch& x) {
    const auto sums = replay.make(x.rows, 1, x.width);
    return replay.recorded(replay.like(x), {&x},
                           [&replay, x = x.detached(), sums](const Sketch& gradient) -> Sketches {
                               const auto for_sums = replay.like(x);
                               return {replay.like(gradient)};
                           });
}

RoutingSketch route(Replay& replay, const Sketch& logits, const ExpertsConfig& config) {
    const auto choices = logits.rows * config.per_token;
    const auto places = replay.make(logits.rows, config.per_token, kLong);
    RoutingSketch routing{.weights = largest(replay, softmax(replay, logits), places)};
    if (config.renormalizes)
        routing.weights = renormalized(replay, routing.weights);
    {
        const auto sorted = replay.make(choices, 1, kLong);
        routing.order = replay.make(choices, 1, kLong);
    }
    routing.back = replay.make(choices, 1, kLong);
    const auto numbers = replay.make(choices, 1, kLong);
    return routing;
}

/// Rows in another order.
Sketch permuted(Replay& replay, const Sketch& x, const Sketch& back) {
    return replay.recorded(replay.like(x), {&x}, [&replay, back](const Sketch& gradient) -> Sketches {
        return {replay.like(gradient)};
    });
}

Sketch repeated(Replay& replay, const Sketch& x, std::int64_t times) {
    if (times == 1)
        return x;
    return replay.recorded(replay.make(x.rows * times, x.columns, x.width), {&x},
                           [&replay, rows = x.rows](const Sketch& gradient) -> Sketches {
                               return {replay.make(rows, gradient.columns, gradient.width)};
                           });
}

Sketch dispatched(Replay& replay, const Sketch& x, const RoutingSketch& routing) {
    return permuted(replay, repeated(replay, x, routing.weights.columns), routing.back);
}

/// Rows of x · as many numbers, summed over those of a token.
Sketch combined(Replay& replay, const Sketch& results, const RoutingSketch& routing) {
    const auto by_token = permuted(replay, results, routing.order);
    const auto weights = to_width(replay, routing.weights, results.width);
    const auto weighted = multiply_by_vector(replay, by_token, weights);
    const auto tokens = weights.rows;
    // The gradient of a sum is the same memory for all.
    return replay.recorded(replay.make(tokens, results.columns, results.width), {&weighted},
                           [rows = results.rows](const Sketch& gradient) -> Sketches {
                               return {gradient.viewed(rows, gradient.columns)};
                           });
}

/// How many of `choices` go to each.
std::vector<std::int64_t> even_counts(std::int64_t choices, std::int64_t experts) {
    std::vector<std::int64_t> counts;
    for (std::int64_t i = 0; i < experts; ++i)
        counts.push_back(choices / experts + (i < choices % experts ? 1 : 0));
    return counts;
}

/// Views of neighbouring rows. Their gradients wait for each other and become one tensor.
Sketches split(Replay& replay, const Sketch& x, const std::vector<std::int64_t>& counts) {
    const auto parts =
        static_cast<std::size_t>(std::ranges::count_if(counts, [](std::int64_t count) { return count > 0; }));
    const auto waiting = std::make_shared<Sketches>();
    Sketches views;
    for (const auto count : counts) {
        if (count == 0)
            continue;
        views.push_back(
            replay.recorded(x.viewed(count, x.columns), {&x},
                            [&replay, waiting, parts, rows = x.rows](const Sketch& gradient) -> Sketches {
                                waiting->push_back(gradient);
                                if (waiting->size() < parts)
                                    return {Sketch()};
                                auto whole = replay.make(rows, gradient.columns, gradient.width);
                                waiting->clear();
                                return {std::move(whole)};
                            }));
    }
    return views;
}

}  // namespace

Sketch ExpertSketch::forward(Replay& replay, const Sketch& x, Activation activation) {
    const auto of_up = up.forward(replay, x), of_gate = gate.forward(replay, x);
    return down.forward(replay, gated_activation(replay, of_gate, of_up, activation));
}

Sketch MixtureSketch::forward(Replay& replay, const Sketch& x, Sketches* logits) {
    const Replay::At place(replay, "experts");
    const auto of_router = router.forward(replay, x);
    if (logits)
        logits->push_back(of_router);
    const auto routing = route(replay, of_router, *config);
    const auto results = computed(replay, dispatched(replay, x, routing));
    return combined(replay, results, routing);
}

Sketch MixtureSketch::computed(Replay& replay, const Sketch& inputs) {
    const auto parts = split(replay, inputs, even_counts(inputs.rows, config->count));
    Sketches results;
    for (std::size_t i = 0; i < parts.size(); ++i)
        results.push_back(experts[i].forward(replay, parts[i], activation));
    return joined(replay, results);
}

std::vector<ProjectionSketch*> MixtureSketch::projections() {
    std::vector<ProjectionSketch*> all = {&router};
    for (auto& expert : experts)
        all.insert(all.end(), {&expert.gate, &expert.up, &expert.down});
    return all;
}

bool MixtureSketch::trains() const {
    return router.trains() || std::ranges::any_of(experts, &ExpertSketch::trains);
}

Sketch balance_term(Replay& replay, const Sketches& logits) {
    const auto of_all = softmax(replay, joined(replay, logits));
    return replay.recorded(
        replay.make(1, 1, kWide), {&of_all},
        [&replay, shape = std::pair{of_all.rows, of_all.columns}](const Sketch&) -> Sketches {
            return {replay.make(shape.first, shape.second, kWide)};
        });
}

}  // namespace tunebench::replay
