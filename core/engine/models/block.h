// Block: one transformer layer: attention and MLP, each added to the stream, with norms where the family has
// them.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "core/engine/layers/expert_mixture.h"
#include "core/engine/layers/forward_context.h"
#include "core/engine/layers/norm.h"
#include "core/engine/layers/projection.h"
#include "core/engine/layers/sites.h"
#include "core/engine/ops/rope.h"
#include "core/models/model_config.h"

namespace tunebench {

/// The rotations of a batch's positions: of most layers, and of those with a window where theirs differ.
struct Rotations {
    RopeTable usual = {};
    RopeTable sliding = {};
};

class Block {
public:
    Block(const ModelConfig& config, std::int64_t layer);

    /// x (n, hidden) → (n, hidden). `rotations` are unused with learned positions.
    at::Tensor forward(const at::Tensor& x, const Rotations& rotations, const ForwardContext& context) const;

    /// The type that its maps read, and that of the stream, which norms of sums give back.
    void set_types(at::ScalarType compute, at::ScalarType stream);

    /// Whether anything in it trains, or hangs on it that may.
    bool trains() const;

    std::map<NormSite, Norm> norms = {};  // those that the family has
    // Either the fused one or the three, and likewise in the MLP; null otherwise. The gate only in gated
    // MLPs.
    std::unique_ptr<Projection> query_key_value, query, key, value, attention_output, gate_up, gate, up, down;
    std::unique_ptr<ExpertMixture> experts;  // in place of the MLP's; null where there is that
    // Where methods hang their arithmetic; null where none does.
    std::unique_ptr<KeyValuePrefix> prefix;
    std::unique_ptr<BranchSite> after_attention, after_mlp;
    std::unique_ptr<StreamSite> output;

private:
    struct Heads {
        at::Tensor query, key, value;  // (n, heads, head_dim)
    };
    struct Branch {
        at::Tensor out;
        NormSite behind;
        BranchSite* site;
    };
    /// Null where there is no such norm.
    const Norm* norm_at(NormSite site) const;
    /// x itself where there is no such norm.
    at::Tensor normed(NormSite site, const at::Tensor& x) const;
    Heads project(const at::Tensor& x, const ForwardContext& context) const;
    Heads split(const at::Tensor& fused) const;
    void rotate(Heads& heads, const Rotations& rotations) const;
    at::Tensor mix(const Heads& heads, const ForwardContext& context) const;
    at::Tensor attend(const at::Tensor& x, const Rotations& rotations, const ForwardContext& context) const;
    at::Tensor feed_forward(const at::Tensor& x, const ForwardContext& context) const;
    /// The stream with what a branch, which read `residual`, adds to it.
    at::Tensor added(const at::Tensor& stream, const at::Tensor& residual, const Branch& branch,
                     const ForwardContext& context) const;

    const ModelConfig& config_;
    std::int64_t layer_;
    at::ScalarType compute_ = at::kFloat;
};

}  // namespace tunebench
