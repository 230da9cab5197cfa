// ForwardContext: what every layer must know of the batch that runs through the model.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

#include "core/engine/layers/key_value_cache.h"

namespace tunebench {

struct ForwardContext {
    at::Tensor positions = {};                      // (n) int64
    at::Tensor token_types = {};                    // (n) int64; undefined: all of type 0
    std::vector<std::int32_t> starts = {};          // of the sequences; a last entry of n ends them
    std::vector<std::int32_t> prompt_lengths = {};  // of the sequences: tokens before the answer
    bool training = false;                          // dropout is on
    std::uint64_t dropout_seed = 0;     // of this micro-batch; each site derives its own stream from it
    double neftune_alpha = 0.0;         // size of the noise on embedded tokens, while training
    std::int64_t recompute_blocks = 0;  // gradient checkpointing: of how many blocks at once; 0: none
    KeyValueCache* cache = nullptr;     // generation: one sequence, continued
    std::vector<at::Tensor>* router_logits = nullptr;  // where routers of experts leave theirs, in order
};

/// Inverted dropout whose mask is a function of the seed and the site, so that it is the same when a block is
/// computed again and when a run is resumed.
at::Tensor dropout(const at::Tensor& x, double probability, const ForwardContext& context,
                   std::uint64_t site);

/// NEFTune (arXiv:2310.05914): embedded tokens (n, hidden) with uniform noise, at most
/// alpha / √(length of the sequence · hidden) each; a function of the seed as well.
at::Tensor with_embedding_noise(const at::Tensor& embedded, const ForwardContext& context);

}  // namespace tunebench
