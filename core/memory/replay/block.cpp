#include "core/memory/replay/block.h"

#include <algorithm>

#include "core/memory/replay/arithmetic.h"
#include "core/memory/replay/gated_activation.h"

namespace tunebench::replay {

bool BlockSketch::trains() const {
    const auto needs = [](const Sketch& x) { return x.needs_gradient(); };
    for (const auto& [site, norm] : norms)
        if (needs(norm.weight) || needs(norm.bias))
            return true;
    for (const auto& [role, map] : projections)
        if (map.trains())
            return true;
    if (experts && experts->trains())
        return true;
    return prefix || after_attention || after_mlp || !output.empty();
}

void BlockSketch::set_training(bool is_training) {
    for (auto& [role, projection] : projections)
        projection.is_training = is_training;
    if (experts)
        for (auto* projection : experts->projections())
            projection->is_training = is_training;
    for (auto* site : {&after_attention, &after_mlp})
        if (*site)
            (*site)->is_training = is_training;
    for (auto& intervention : output)
        intervention.is_training = is_training;
}

void BlockSketch::merge(Replay& replay) {
    for (auto& [role, projection] : projections)
        projection.merge(replay);
    if (experts)
        for (auto* projection : experts->projections())
            projection->merge(replay);
}

Sketch BlockSketch::project(Replay& replay, ProjectionRole role, const Sketch& x) {
    return projections.at(role).forward(replay, x);
}

Sketch BlockSketch::normed_at(Replay& replay, NormSite site, const Sketch& x) const {
    const auto norm = norms.find(site);
    return norm == norms.end() ? x : normed(replay, x, norm->second);
}

/// Each head is a row.
Sketch BlockSketch::normed_heads(Replay& replay, NormSite site, const Sketch& x) const {
    const auto of_heads = x.viewed(x.count() / config->head_dim, config->head_dim);
    return normed_at(replay, site, of_heads).viewed(x.rows, x.columns);
}

BlockSketch::Heads BlockSketch::heads_of(Replay& replay, const Sketch& x) {
    const auto queries = config->num_attention_heads * config->head_dim;
    const auto shared = config->num_key_value_heads * config->head_dim;
    if (has(ProjectionRole::QueryKeyValue)) {
        const auto fused = project(replay, ProjectionRole::QueryKeyValue, x);
        auto query = slice(replay, fused, queries), key = slice(replay, fused, shared);
        return {std::move(query), std::move(key), slice(replay, fused, shared)};
    }
    auto query = project(replay, ProjectionRole::Query, x), key = project(replay, ProjectionRole::Key, x);
    if (config->query_key_norm == QueryKeyNorm::Whole) {
        query = normed_at(replay, NormSite::Query, query);
        key = normed_at(replay, NormSite::Key, key);
    }
    return {std::move(query), std::move(key), project(replay, ProjectionRole::Value, x)};
}

Sketch BlockSketch::rotated(Replay& replay, const Sketch& x, const BatchSketch& batch) const {
    const auto* rope = config->rope_of(layer);
    if (!rope)
        return x;
    const bool is_usual = rope == &config->rope;
    const auto cosine = is_usual ? batch.cosine : batch.sliding_cosine;
    const auto sine = is_usual ? batch.sine : batch.sliding_sine;
    const auto turned = [&replay](const Sketch& of) {
        const auto whole = of.is_contiguous ? of : replay.like(of);
        return replay.like(of);
    };
    auto out = turned(x);
    out.is_contiguous = true;
    return replay.recorded(std::move(out), {&x},
                           [&replay, turned, cosine, sine](const Sketch& gradient) -> Sketches {
                               const auto other_way = replay.like(sine);
                               return {turned(gradient)};
                           });
}

Sketch BlockSketch::mix(Replay& replay, const Heads& heads, const BatchSketch& batch) const {
    AttentionShape shape{.sequences = batch.sequences,
                         .length = batch.length,
                         .heads = config->num_attention_heads,
                         .key_value_heads = config->num_key_value_heads,
                         .head_dim = config->head_dim,
                         .caps_scores = config->attention_softcap > 0.0,
                         .is_bidirectional = config->is_encoder,
                         .window = config->window_of(layer)};
    auto key = heads.key, value = heads.value;
    if (prefix) {
        shape.key_value_heads = prefix->heads;
        shape.sees_all_of_prefix = !prefix->counts_as_tokens;
        key = with_heads(replay, key, prefix->heads * config->head_dim);
        value = with_heads(replay, value, prefix->heads * config->head_dim);
    }
    if (batch.cache)
        return mix_cached(replay, heads, shape, batch);
    if (!prefix)
        return attention(replay, heads.query, key, value, shape);
    shape.prefix = prefix->length;
    const auto before = key_value_of_prefix(replay, key.width);
    const auto all_keys = with_prefix(replay, before.key, key, batch.sequences);
    return attention(replay, heads.query, all_keys, with_prefix(replay, before.value, value, batch.sequences),
                     shape);
}

BlockSketch::Heads BlockSketch::key_value_of_prefix(Replay& replay, int width) const {
    const auto columns = prefix->heads * config->head_dim;
    const auto both = prefix->of_layer(replay, columns);
    auto key = to_width(replay, slice(replay, both, columns), width);
    return {
        .query = {}, .key = std::move(key), .value = to_width(replay, slice(replay, both, columns), width)};
}

Sketch BlockSketch::mix_cached(Replay& replay, const Heads& heads, const AttentionShape& shape,
                               const BatchSketch& batch) const {
    const auto columns = shape.key_value_heads * shape.head_dim;
    if (prefix && !batch.continues()) {
        const auto before = key_value_of_prefix(replay, heads.key.width);
        batch.cache->reserve(replay, layer, columns, heads.key.width);
    }
    batch.cache->reserve(replay, layer, columns, heads.key.width);
    const auto keys = (prefix ? prefix->length : 0) + batch.cache->length + heads.query.rows;
    return attention_cached(replay, contiguous(replay, heads.query), keys, shape);
}

Sketch BlockSketch::attend(Replay& replay, const Sketch& x, const BatchSketch& batch) {
    const Replay::At place(replay, "attention");
    auto heads = heads_of(replay, x);
    if (config->query_key_norm == QueryKeyNorm::Head) {
        heads.query = normed_heads(replay, NormSite::Query, heads.query);
        heads.key = normed_heads(replay, NormSite::Key, heads.key);
    }
    heads.query = rotated(replay, heads.query, batch);
    heads.key = rotated(replay, heads.key, batch);
    const auto mixed = mix(replay, heads, batch);
    return project(replay, ProjectionRole::AttentionOutput, contiguous(replay, mixed));
}

Sketch BlockSketch::feed_forward(Replay& replay, const Sketch& x, const BatchSketch& batch) {
    if (experts)
        return experts->forward(replay, x, batch.router_logits);
    const Replay::At place(replay, "feed forward");
    if (has(ProjectionRole::GateUp))
        return project(replay, ProjectionRole::Down,
                       gated_halves(replay, project(replay, ProjectionRole::GateUp, x), config->activation));
    Sketch inner;
    {
        const auto up = project(replay, ProjectionRole::Up, x);
        inner = has(ProjectionRole::Gate) ? gated_activation(replay, project(replay, ProjectionRole::Gate, x),
                                                             up, config->activation)
                                          : activate(replay, up, config->activation);
    }
    return project(replay, ProjectionRole::Down, inner);
}

Sketch BlockSketch::added(Replay& replay, const Sketch& stream, const Sketch& residual,
                          const Branch& branch) const {
    const bool norms_the_sum = config->norm_placement == NormPlacement::AfterSum;
    auto out = norms_the_sum ? branch.out : normed_at(replay, branch.behind, branch.out);
    if (config->residual_scale != 1.0)
        out = scale(replay, out);
    if (branch.site)
        out = branch.site->apply(replay, out, residual, norms_the_sum ? &norms.at(branch.behind) : nullptr);
    const auto sum = add(replay, stream, out);
    return norms_the_sum ? normed_at(replay, branch.behind, sum) : sum;
}

Sketch BlockSketch::forward(Replay& replay, const Sketch& x, const BatchSketch& batch) {
    const Replay::At place(replay, "block");
    const auto input = to_width(replay, normed_at(replay, NormSite::Attention, x), compute_width);
    const Branch attention{attend(replay, input, batch), NormSite::AttentionOutput, after_attention};
    const auto middle = added(replay, x, x, attention);
    const auto& residual = config->parallel_residual ? x : middle;
    const auto inner = config->shared_norm
                           ? input
                           : to_width(replay, normed_at(replay, NormSite::Mlp, residual), compute_width);
    const Branch mlp{feed_forward(replay, inner, batch), NormSite::MlpOutput, after_mlp};
    auto out = added(replay, middle, residual, mlp);
    if (batch.continues())
        return out;
    for (const auto& intervention : output)
        out = intervention.apply(replay, out, batch.sequences);
    return out;
}

}  // namespace tunebench::replay
