#include "core/engine/layers/expert_mixture.h"

#include <algorithm>

#include "core/engine/ops/gated_activation.h"

namespace tunebench {

at::Tensor Expert::forward(const at::Tensor& x, Activation activation, const ForwardContext& context) const {
    return down->forward(gated_activation(gate->forward(x, context), up->forward(x, context), activation),
                         context);
}

bool Expert::trains() const {
    return gate->trains() || up->trains() || down->trains();
}

ExpertMixture::ExpertMixture(const ExpertsConfig& config, Activation activation)
    : experts(static_cast<std::size_t>(config.count)), config_(config), activation_(activation) {}

at::Tensor ExpertMixture::forward(const at::Tensor& x, const ForwardContext& context) const {
    const auto logits = router->forward(x, context);
    if (context.router_logits)
        context.router_logits->push_back(logits);
    const auto routing = route(logits, config_.per_token, config_.renormalizes);
    return combined(computed(x, routing, context), routing);
}

at::Tensor ExpertMixture::computed(const at::Tensor& x, const Routing& routing,
                                   const ForwardContext& context) const {
    const auto inputs = dispatched(x, routing).split_with_sizes(routing.counts, 0);
    std::vector<at::Tensor> results;
    for (std::size_t i = 0; i < experts.size(); ++i)
        if (routing.counts[i] > 0)
            results.push_back(experts[i].forward(inputs[i], activation_, context));
    return at::cat(results, 0);
}

bool ExpertMixture::trains() const {
    return router->trains() || std::ranges::any_of(experts, &Expert::trains);
}

}  // namespace tunebench
