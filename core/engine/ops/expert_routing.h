// Expert routing: which experts each token goes to, the way there and back, and how evenly they are used.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

/// The places of `choices` = tokens · per_token, by token and then by probability, sorted by expert.
struct Routing {
    at::Tensor weights = {};                // (tokens, per_token) fp32: what each choice counts
    at::Tensor order = {};                  // (choices) int64: those of the first expert first
    at::Tensor back = {};                   // (choices) int64: the inverse of `order`
    std::vector<std::int64_t> counts = {};  // of choices, of each expert
};

/// From a router's logits (tokens, experts): softmax in fp32 and the largest of it; `renormalizes` divides
/// these by their sum. Gradients go through the weights, not through the choice.
Routing route(const at::Tensor& logits, std::int64_t per_token, bool renormalizes);

/// x (tokens, width) → (choices, width): each token once for every expert that it goes to, those of the first
/// expert first.
at::Tensor dispatched(const at::Tensor& x, const Routing& routing);

/// What the experts made of these (choices, width) → (tokens, width), weighted and summed.
at::Tensor combined(const at::Tensor& results, const Routing& routing);

/// The load-balancing loss of arXiv:2101.03961, equations 4 to 6, as transformers computes it, of routers'
/// logits (tokens, experts) of all layers together: experts · Σ (share of choices) · (mean probability),
/// where shares are of tokens, and so sum to per_token. A scalar, fp32; its gradient goes through the
/// probabilities. Sequences lie without padding, so that every token counts.
at::Tensor balance_loss(const std::vector<at::Tensor>& logits, std::int64_t per_token);

}  // namespace tunebench
