#include "core/engine/models/block.h"

#include <cmath>

#include "core/engine/ops/attention.h"
#include "core/engine/ops/gated_activation.h"

namespace tunebench {

Block::Block(const ModelConfig& config, std::int64_t layer) : config_(config), layer_(layer) {
    attention_norm = mlp_norm = Norm{.kind = config.norm, .eps = config.norm_eps};
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
    const double scale = 1.0 / std::sqrt(static_cast<double>(config_.head_dim));
    const auto window = config_.window_of(layer_);
    at::Tensor mixed;
    if (context.cache) {
        const auto [keys, values] = context.cache->append(layer_, heads.key, heads.value);
        mixed = attention_cached(heads.query.contiguous(), keys, values, scale, window);
    } else {
        mixed = attention(heads.query, heads.key, heads.value,
                          {.starts = context.starts, .scale = scale, .window = window});
    }
    return attention_output->forward(mixed.reshape({x.size(0), -1}), context);
}

at::Tensor Block::feed_forward(const at::Tensor& x, const ForwardContext& context) const {
    const auto inner =
        gate ? gated_activation(gate->forward(x, context), up->forward(x, context), config_.activation)
             : activate(up->forward(x, context), config_.activation);
    return down->forward(inner, context);
}

at::Tensor Block::forward(const at::Tensor& x, const RopeTable& rope, const ForwardContext& context) const {
    const auto middle = x + attend(attention_norm.forward(x), rope, context);
    return middle + feed_forward(mlp_norm.forward(middle), context);
}

}  // namespace tunebench
