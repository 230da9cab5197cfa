#include "core/engine/models/block.h"

#include <cmath>

#include "core/engine/ops/attention.h"
#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/with_prefix.h"

namespace tunebench {
namespace {

/// Keys or values (n, some heads, head_dim), each head repeated until there are `heads`.
at::Tensor with_heads(const at::Tensor& x, std::int64_t heads) {
    return x.size(1) == heads ? x : x.repeat_interleave(heads / x.size(1), 1);
}

}  // namespace

Block::Block(const ModelConfig& config, std::int64_t layer) : config_(config), layer_(layer) {
    attention_norm = mlp_norm = Norm{.kind = config.norm, .eps = config.norm_eps};
}

bool Block::trains() const {
    const auto needs = [](const at::Tensor& tensor) { return tensor.defined() && tensor.requires_grad(); };
    for (const auto* norm : {&attention_norm, &mlp_norm})
        if (needs(norm->weight) || needs(norm->bias))
            return true;
    for (const auto* projection :
         {&query_key_value, &query, &key, &value, &attention_output, &gate, &up, &down})
        if (const auto& map = *projection;
            map && (map->has_delta() || needs(map->weight) || needs(map->bias)))
            return true;
    return prefix || after_attention || after_mlp || output;
}

Block::Heads Block::project(const at::Tensor& x, const ForwardContext& context) const {
    const auto dim = config_.head_dim;
    const auto heads = [&](const at::Tensor& flat) { return flat.view({flat.size(0), -1, dim}); };
    if (!query_key_value)
        return {heads(query->forward(x, context)), heads(key->forward(x, context)),
                heads(value->forward(x, context))};
    const auto all = heads(query_key_value->forward(x, context));
    const auto queries = config_.num_attention_heads;
    const auto shared = config_.num_key_value_heads;
    return {all.narrow(1, 0, queries), all.narrow(1, queries, shared),
            all.narrow(1, queries + shared, shared)};
}

at::Tensor Block::attend(const at::Tensor& x, const RopeTable& rope, const ForwardContext& context) const {
    auto heads = project(x, context);
    if (config_.positions == PositionKind::Rotary) {
        heads.query = apply_rope(heads.query, rope);
        heads.key = apply_rope(heads.key, rope);
    }
    return attention_output->forward(mix(heads, context).reshape({x.size(0), -1}), context);
}

at::Tensor Block::mix(const Heads& heads, const ForwardContext& context) const {
    AttentionLayout layout{.starts = context.starts,
                           .scale = 1.0 / std::sqrt(static_cast<double>(config_.head_dim)),
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
    const auto inner =
        gate ? gated_activation(gate->forward(x, context), up->forward(x, context), config_.activation)
             : activate(up->forward(x, context), config_.activation);
    return down->forward(inner, context);
}

at::Tensor Block::forward(const at::Tensor& x, const RopeTable& rope, const ForwardContext& context) const {
    const auto added = [&](const std::unique_ptr<BranchSite>& site, const at::Tensor& branch,
                           const at::Tensor& residual) {
        return residual + (site ? site->apply(branch, residual, context) : branch);
    };
    const auto middle = added(after_attention, attend(attention_norm.forward(x), rope, context), x);
    const auto out = added(after_mlp, feed_forward(mlp_norm.forward(middle), context), middle);
    return output ? output->apply(out, context) : out;
}

}  // namespace tunebench
