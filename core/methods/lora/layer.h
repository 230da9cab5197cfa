// The low-rank side path of one projection, or of the embedding.
#pragma once

#include "core/engine/layers/additive_delta.h"
#include "core/engine/layers/sites.h"
#include "core/methods/lora/lora.h"

namespace tunebench::lora {

/// The two matrices of one module and how they act. They are shared with the list of trainable parameters.
struct LowRank {
    at::Tensor a = {};  // (rank, in)
    at::Tensor b = {};  // (out, rank)
    double scale = 1.0;
    double dropout = 0.0;
    std::uint64_t site = 0;  // tells this module's dropout stream from the others'
};

class LowRankDelta : public AdditiveDelta {
public:
    explicit LowRankDelta(LowRank low_rank) : low_rank_(std::move(low_rank)) {}

    at::Tensor forward(const Projection& owner, const at::Tensor& x, const ForwardContext& context) override;
    at::Tensor added(const at::Tensor& out, double share, const at::Tensor& x,
                     const ForwardContext& context) override;
    at::Tensor merged_share(const at::Tensor& weight, double share) const override;

private:
    LowRank low_rank_;
};

/// On the lookup of the token embedding; without dropout, as in PEFT.
class LowRankEmbedding : public EmbeddingSite {
public:
    explicit LowRankEmbedding(LowRank low_rank) : low_rank_(std::move(low_rank)) {}

    at::Tensor added(const at::Tensor& tokens) const override;
    at::Tensor merged(const at::Tensor& embedding) const override;

private:
    LowRank low_rank_;
};

/// A and B as PEFT starts them.
struct Start {
    at::Tensor a = {};
    at::Tensor b = {};
};

/// B zero and A kaiming-uniform with a = √5, which is uniform within ±1/√in, or of standard deviation 1/rank
/// when gaussian. The embedding: A zero and B standard normal.
Start drawn_start(const Adapted& site, Initialization initialization, at::Generator& generator);

/// Out of the weight (out, in). PiSSA: its largest singular directions, their values shared evenly; OLoRA:
/// the first columns and rows of its QR factors.
Start cut_start(const at::Tensor& weight, const Adapted& site, Initialization initialization);

}  // namespace tunebench::lora
