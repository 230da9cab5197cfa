#include "core/memory/replay/model.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/gated_activation.h"
#include "core/memory/replay/model_builder.h"

namespace tunebench::replay {
Model::Model(Replay& replay, const ModelConfig& config, const MethodPlan& plan, const RunConfig& run,
             const QuantizationSettings& quantization, const TrainingRules& rules)
    : replay_(replay),
      config_(config),
      stream_width_(static_cast<int>(bytes_of(run.precision.stream()))),
      compute_width_(static_cast<int>(bytes_of(run.precision.compute))) {
    ModelBuilder(*this, plan, run, quantization, rules).build();
}

/// Rows of a table. Its gradient is as large as the table.
Sketch Model::looked_up(const Sketch& table, std::int64_t rows, const Sketch& places) {
    return replay_.recorded(replay_.make(rows, table.columns, table.width), {&table},
                            [this, all = table.rows, places](const Sketch& gradient) -> Sketches {
                                return {replay_.make(all, gradient.columns, gradient.width)};
                            });
}

Sketch Model::embedded(const TokenCounts& tokens) {
    const auto rows = tokens.sequences * (tokens.length - tokens.virtual_tokens);
    const auto scaled = [&](const Sketch& x) {
        return config_.embedding_scale == 1.0 ? x : scale(replay_, x);
    };
    auto x = to_width(replay_, looked_up(embedding_, rows), stream_width_);
    if (embedding_a_.is_defined()) {
        const auto adapted = adapted_lookup(replay_, embedding_a_, embedding_b_, rows);
        x = add(replay_, x, to_width(replay_, adapted, stream_width_));
    }
    if (config_.scales_lookup)
        x = scaled(x);
    if (has_noise_ && is_training_) {
        const auto noise = replay_.copied(x, kWide);
        x = add(replay_, x, replay_.cast(noise, x.width));
    }
    if (virtual_tokens_.is_defined() && tokens.virtual_tokens > 0)
        x = with_prefix(replay_, to_width(replay_, virtual_tokens_, stream_width_), x, tokens.sequences);
    return config_.scales_lookup ? x : scaled(x);
}

Sketch Model::placed(Sketch x, std::int64_t rows) {
    const auto with = [&](const Sketch& table) {
        const auto places = replay_.make(rows, 1, kLong);
        x = add(replay_, x, to_width(replay_, looked_up(table, rows, places), stream_width_));
    };
    if (config_.token_types > 0)
        with(token_type_embedding_);
    if (config_.positions == PositionKind::Learned)
        with(position_embedding_);
    return config_.has_norm(NormSite::Embedding) ? normed(replay_, x, embedding_norm_) : x;
}

BatchSketch Model::rotations_of(const TokenCounts& tokens) {
    BatchSketch batch{.sequences = tokens.sequences, .length = tokens.length};
    if (config_.positions != PositionKind::Rotary)
        return batch;
    const Replay::For of_batch(replay_, Item::Batch);
    const auto table = [&](const RopeConfig& rope, Sketch& cosine, Sketch& sine) {
        const auto half = (rope.dimensions > 0 ? rope.dimensions : config_.head_dim) / 2;
        const auto angles = replay_.make(tokens.rows(), half, kWide);
        cosine = replay_.like(angles);
        sine = replay_.like(angles);
    };
    table(config_.rope, batch.cosine, batch.sine);
    if (config_.sliding_rope)
        table(*config_.sliding_rope, batch.sliding_cosine, batch.sliding_sine);
    return batch;
}

Sketch Model::hidden_states(const TokenCounts& tokens, std::int64_t recompute_blocks, CacheSketch* cache,
                            Sketches* router_logits) {
    const Replay::At place(replay_, "embedding");
    auto x = placed(embedded(tokens), tokens.rows());
    auto batch = rotations_of(tokens);
    batch.cache = cache;
    batch.router_logits = router_logits;
    x = through_blocks(std::move(x), batch, recompute_blocks);
    kept_activations_ = replay_.ledger().alive().of(Item::Activations);
    x = config_.has_norm(NormSite::Final) ? normed(replay_, x, final_norm_)
                                          : to_width(replay_, x, compute_width_);
    return config_.logit_scale == 1.0 ? x : scale(replay_, x);
}

Sketch Model::through_blocks(Sketch x, const BatchSketch& batch, std::int64_t recompute_blocks) {
    const auto all = std::span(blocks_);
    for (std::size_t first = 0, count = 1; first < all.size(); first += count) {
        const bool is_recomputed =
            recompute_blocks > 0 && replay_.records() && (x.needs_gradient() || all[first].trains());
        count = is_recomputed ? std::min(static_cast<std::size_t>(recompute_blocks), all.size() - first) : 1;
        const auto run = [this, blocks = all.subspan(first, count), batch](Sketch in) {
            Sketches results;
            auto own = batch;
            own.router_logits = batch.router_logits ? &results : nullptr;
            for (auto& block : blocks)
                in = block.forward(replay_, in, own);
            results.push_back(std::move(in));
            return results;
        };
        auto results = is_recomputed ? recomputed(replay_, run, x) : run(x);
        x = std::move(results.back());
        results.pop_back();
        if (batch.router_logits)
            std::ranges::move(results, std::back_inserter(*batch.router_logits));
    }
    return x;
}

HeadSketch Model::head() {
    if (!head_.a.is_defined())
        return {.weight = head_.weight.dense, .bias = head_.bias, .caps_logits = config_.logit_softcap > 0.0};
    // A head with an adapter is made whole.
    const auto a = head_.a, b = head_.b;
    Sketch sum;
    {
        const auto wide = replay_.cast(head_.weight.dense, kWide);
        sum = replay_.make(b.rows, a.columns, kWide);
    }
    const auto whole = replay_.recorded(std::move(sum), {&a, &b}, [this, a, b](const Sketch&) -> Sketches {
        return {replay_.like(a), replay_.like(b)};
    });
    return {.weight = whole, .bias = head_.bias, .caps_logits = config_.logit_softcap > 0.0};
}

bool Model::balances_experts() const {
    return config_.experts && config_.experts->balances && !config_.is_classifier();
}

Sketch Model::counted(const Sketch& hidden, const TokenCounts& tokens) {
    if (!config_.is_classifier() || config_.pooling != Pooling::Mean)
        return select_rows(replay_, hidden, tokens.supervised);
    Sketches means;
    for (std::int64_t i = 0; i < tokens.sequences; ++i)
        means.push_back(mean_of_rows(replay_, rows_of(replay_, hidden, tokens.length)));
    return joined(replay_, means);
}

/// The map before the rows of the classes, and these.
Sketch Model::class_logits(const Sketch& pooled) {
    auto x = pooled;
    if (config_.head_dense)
        x = activate(replay_, head_dense_.forward(replay_, x), config_.head_dense->activation);
    if (config_.has_norm(NormSite::Head))
        x = normed(replay_, x, head_norm_);
    return to_width(replay_, apply_linear(replay_, x, head_.weight.dense, head_.bias), kWide);
}

Sketch Model::classification_loss(const Sketch& pooled) {
    const auto logits = class_logits(pooled);
    const auto logarithms = replay_.like(logits);
    return replay_.recorded(replay_.make(1, 1, kWide), {&logits},
                            [this, logarithms](const Sketch&) -> Sketches {
                                const auto for_logarithms = replay_.like(logarithms);
                                return {replay_.like(logarithms)};
                            });
}

Sketch Model::loss(const TokenCounts& tokens, std::int64_t recompute_blocks) {
    Sketches router_logits;
    auto hidden = [&] {
        const Replay::For activations(replay_, Item::Activations);
        return hidden_states(tokens, recompute_blocks, nullptr,
                             balances_experts() ? &router_logits : nullptr);
    }();
    if (at_loss_)
        at_loss_();
    const Replay::For loss(replay_, Item::Loss);
    const Replay::At place(replay_, "head");
    hidden = counted(hidden, tokens);
    if (config_.is_classifier())
        return classification_loss(hidden);
    const auto loss_of_tokens = linear_cross_entropy(replay_, hidden, head());
    return router_logits.empty() ? loss_of_tokens
                                 : add(replay_, loss_of_tokens, balance_term(replay_, router_logits));
}

void Model::evaluate(const TokenCounts& tokens) {
    const Replay::Recording off(replay_, false);
    set_training(false);
    const auto ids = replay_.make(tokens.rows(), 2, kLong);
    const auto rows = replay_.make(tokens.supervised, 2, kLong);
    const auto hidden = hidden_states(tokens, 0);
    const auto read = counted(hidden, tokens);
    if (config_.is_classifier())
        class_logits(read);
    else
        score_head(replay_, read, head());
    set_training(true);
}

void Model::generate(std::int64_t prompt, std::int64_t tokens, std::int64_t virtual_tokens) {
    const Replay::Recording off(replay_, false);
    set_training(false);
    const auto read = prompt + virtual_tokens;
    CacheSketch cache{.room = read + tokens + (prefix_ ? prefix_->length : 0)};
    next_logits({.length = read, .virtual_tokens = virtual_tokens}, cache);
    // One after the other; the last sees the most keys.
    if (tokens > 1) {
        cache.length = read + tokens - 2;
        next_logits({}, cache);
    }
    set_training(true);
}

void Model::next_logits(const TokenCounts& tokens, CacheSketch& cache) {
    const auto ids_and_positions = replay_.make(tokens.rows() - tokens.virtual_tokens, 2, kLong);
    const auto hidden = hidden_states(tokens, 0, &cache);
    logits_of(hidden.viewed(1, hidden.columns));
}

/// In fp32, capped where the model does.
Sketch Model::logits_of(const Sketch& hidden) {
    const auto of = head();
    const auto logits = replay_.cast(apply_linear(replay_, hidden, of.weight, of.bias), kWide);
    if (!of.caps_logits)
        return logits;
    const auto divided = replay_.like(logits), bent = replay_.like(logits);
    return replay_.like(logits);
}

Sketch Model::logits(const TokenCounts& tokens) {
    const Replay::Recording off(replay_, false);
    set_training(false);
    const auto ids_and_positions = replay_.make(tokens.rows(), 2, kLong);
    const auto hidden = hidden_states(tokens, 0);
    auto logits = config_.is_classifier() ? class_logits(hidden) : logits_of(hidden);
    set_training(true);
    return logits;
}

void Model::merge() {
    for (auto& block : blocks_)
        block.merge(replay_);
    head_dense_.merge(replay_);
    head_.merge(replay_);
    others_.clear();  // codes
    if (!embedding_a_.is_defined())
        return;
    embedding_ = replay_.make_as(Item::Weights, embedding_.rows, embedding_.columns, kWide);
    embedding_a_ = embedding_b_ = {};
}

void Model::set_training(bool is_training) {
    is_training_ = is_training;
    for (auto& block : blocks_)
        block.set_training(is_training);
}

}  // namespace tunebench::replay
