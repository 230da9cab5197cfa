// Block: one pre-norm transformer layer: attention and MLP, each added to the stream.
#pragma once

#include <memory>
#include <optional>

#include "core/engine/layers/forward_context.h"
#include "core/engine/layers/norm.h"
#include "core/engine/layers/projection.h"
#include "core/engine/layers/sites.h"
#include "core/engine/ops/rope.h"
#include "core/models/model_config.h"

namespace tunebench {

class Block {
public:
    Block(const ModelConfig& config, std::int64_t layer);

    /// x (n, hidden) → (n, hidden). `rope` is unused with learned positions.
    at::Tensor forward(const at::Tensor& x, const RopeTable& rope, const ForwardContext& context) const;

    /// Whether anything in it trains, or hangs on it that may.
    bool trains() const;

    Norm attention_norm;
    Norm mlp_norm;
    // Either the fused one or the three; null otherwise. The gate only in gated MLPs.
    std::unique_ptr<Projection> query_key_value, query, key, value, attention_output, gate, up, down;
    // Where methods hang their arithmetic; null where none does.
    std::unique_ptr<KeyValuePrefix> prefix;
    std::unique_ptr<BranchSite> after_attention, after_mlp;
    std::unique_ptr<StreamSite> output;

private:
    struct Heads {
        at::Tensor query, key, value;  // (n, heads, head_dim)
    };
    at::Tensor mix(const Heads& heads, const ForwardContext& context) const;
    Heads project(const at::Tensor& x, const ForwardContext& context) const;
    at::Tensor attend(const at::Tensor& x, const RopeTable& rope, const ForwardContext& context) const;
    at::Tensor feed_forward(const at::Tensor& x, const ForwardContext& context) const;

    const ModelConfig& config_;
    std::int64_t layer_;
};

}  // namespace tunebench
