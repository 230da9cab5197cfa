#include "core/engine/models/block.h"

#include <cmath>

#include "core/engine/ops/attention.h"
#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/with_prefix.h"
#include "core/engine/precision/types.h"

namespace tunebench {
namespace {

/// Keys or values (n, some heads, head_dim), each head repeated until there are `heads`.
at::Tensor with_heads(const at::Tensor& x, std::int64_t heads) {
    return x.size(1) == heads ? x : x.repeat_interleave(heads / x.size(1), 1);
}

}  // namespace

Block::Block(const ModelConfig& config, std::int64_t layer) : config_(config), layer_(layer) {
    for (const auto site : {NormSite::Attention, NormSite::AttentionOutput, NormSite::Mlp,
                            NormSite::MlpOutput, NormSite::Query, NormSite::Key})
        if (config.has_norm(site, layer))
            norms[site] = Norm::like(config);
    if (const auto* mixture = config.experts_of(layer))
        experts = std::make_unique<ExpertMixture>(*mixture, config.activation);
}

void Block::set_types(at::ScalarType compute, at::ScalarType stream) {
    compute_ = compute;
    const bool norms_sums = config_.norm_placement == NormPlacement::AfterSum;
    for (auto& [site, norm] : norms)
        norm.out = norms_sums ? stream : compute;
}

bool Block::trains() const {
    for (const auto& [site, norm] : norms)
        if (norm.trains())
            return true;
    for (const auto* projection :
         {&query_key_value, &query, &key, &value, &attention_output, &gate_up, &gate, &up, &down})
        if (const auto& map = *projection; map && map->trains())
            return true;
    if (experts && experts->trains())
        return true;
    return prefix || after_attention || after_mlp || output;
}

const Norm* Block::norm_at(NormSite site) const {
    const auto norm = norms.find(site);
    return norm == norms.end() ? nullptr : &norm->second;
}

at::Tensor Block::normed(NormSite site, const at::Tensor& x) const {
    const auto* norm = norm_at(site);
    return norm ? norm->forward(x) : x;
}

Block::Heads Block::split(const at::Tensor& fused) const {
    const auto rows = fused.size(0), dim = config_.head_dim;
    const auto queries = config_.num_attention_heads, shared = config_.num_key_value_heads;
    if (config_.fused_qkv == FusedQkv::ByHead) {
        const auto of_heads = fused.view({rows, queries, 3, dim});
        return {of_heads.select(2, 0), of_heads.select(2, 1), of_heads.select(2, 2)};
    }
    const auto all = fused.view({rows, -1, dim});
    return {all.narrow(1, 0, queries), all.narrow(1, queries, shared),
            all.narrow(1, queries + shared, shared)};
}

Block::Heads Block::project(const at::Tensor& x, const ForwardContext& context) const {
    const auto heads = [&](const at::Tensor& flat) {
        return flat.view({flat.size(0), -1, config_.head_dim});
    };
    if (query_key_value)
        return split(query_key_value->forward(x, context));
    auto queries = query->forward(x, context), keys = key->forward(x, context);
    if (config_.query_key_norm == QueryKeyNorm::Whole) {
        queries = normed(NormSite::Query, queries);
        keys = normed(NormSite::Key, keys);
    }
    return {heads(queries), heads(keys), heads(value->forward(x, context))};
}

void Block::rotate(Heads& heads, const Rotations& rotations) const {
    const auto* rope = config_.rope_of(layer_);
    if (!rope)
        return;
    const auto& table = rope == &config_.rope ? rotations.usual : rotations.sliding;
    heads.query = apply_rope(heads.query, table);
    heads.key = apply_rope(heads.key, table);
}

at::Tensor Block::attend(const at::Tensor& x, const Rotations& rotations,
                         const ForwardContext& context) const {
    auto heads = project(x, context);
    if (config_.query_key_norm == QueryKeyNorm::Head) {
        heads.query = normed(NormSite::Query, heads.query);
        heads.key = normed(NormSite::Key, heads.key);
    }
    rotate(heads, rotations);
    return attention_output->forward(mix(heads, context).reshape({x.size(0), -1}), context);
}

at::Tensor Block::mix(const Heads& heads, const ForwardContext& context) const {
    AttentionLayout layout{
        .starts = context.starts,
        .scale = config_.attention_scale.value_or(1.0 / std::sqrt(static_cast<double>(config_.head_dim))),
        .softcap = config_.attention_softcap,
        .is_bidirectional = config_.is_encoder,
        .window = config_.window_of(layer_)};
    auto key_states = heads.key, value_states = heads.value;
    const auto before_text = [&] {
        const auto before = prefix->key_value(context);
        const auto type = heads.key.scalar_type();
        return KeyValue{before.key.to(type), before.value.to(type)};
    };
    if (prefix) {
        key_states = with_heads(key_states, prefix->heads());
        value_states = with_heads(value_states, prefix->heads());
        layout.always_seen = prefix->counts_as_tokens() ? 0 : prefix->length();
    }
    if (context.cache) {
        if (prefix && context.cache->length() == 0) {
            const auto before = before_text();
            context.cache->put_prefix(layer_, before.key, before.value);
        }
        const auto [keys, values] = context.cache->append(layer_, key_states, value_states);
        return attention_cached(heads.query.contiguous(), keys, values, layout);
    }
    if (!prefix)
        return attention(heads.query, key_states, value_states, layout);
    layout.prefix = prefix->length();
    const auto before = before_text();
    return attention(heads.query, with_prefix(before.key, key_states, context.starts),
                     with_prefix(before.value, value_states, context.starts), layout);
}

at::Tensor Block::feed_forward(const at::Tensor& x, const ForwardContext& context) const {
    if (experts)
        return experts->forward(x, context);
    if (gate_up)
        return down->forward(gated_halves(gate_up->forward(x, context), config_.activation), context);
    const auto inner =
        gate ? gated_activation(gate->forward(x, context), up->forward(x, context), config_.activation)
             : activate(up->forward(x, context), config_.activation);
    return down->forward(inner, context);
}

at::Tensor Block::added(const at::Tensor& stream, const at::Tensor& residual, const Branch& branch,
                        const ForwardContext& context) const {
    const bool norms_the_sum = config_.norm_placement == NormPlacement::AfterSum;
    auto out = norms_the_sum ? branch.out : normed(branch.behind, branch.out);
    if (config_.residual_scale != 1.0)
        out = out * config_.residual_scale;
    if (branch.site)
        out = branch.site->apply(out, residual, norms_the_sum ? norm_at(branch.behind) : nullptr, context);
    return norms_the_sum ? normed(branch.behind, stream + out) : stream + out;
}

at::Tensor Block::forward(const at::Tensor& x, const Rotations& rotations,
                          const ForwardContext& context) const {
    const auto input = in_type(normed(NormSite::Attention, x), compute_);
    const Branch attention{attend(input, rotations, context), NormSite::AttentionOutput,
                           after_attention.get()};
    const auto middle = added(x, x, attention, context);
    const auto& residual = config_.parallel_residual ? x : middle;
    const auto inner = config_.shared_norm ? input : in_type(normed(NormSite::Mlp, residual), compute_);
    const Branch mlp{feed_forward(inner, context), NormSite::MlpOutput, after_mlp.get()};
    const auto out = added(middle, residual, mlp, context);
    return output ? output->apply(out, context) : out;
}

}  // namespace tunebench
