#include "core/engine/ops/expert_routing.h"

#include <tuple>

#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Rows in another order. The gradient of a general lookup would add rows in an order of its own on an
/// accelerator; of a permutation it is a lookup again.
class Permute : public torch::autograd::Function<Permute> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& order,
                              const at::Tensor& back) {
        context->save_for_backward({back});
        return x.index_select(0, order);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto back = context->get_saved_variables()[0];
        return {gradients[0].index_select(0, back), at::Tensor(), at::Tensor()};
    }
};

at::Tensor router_probabilities(const at::Tensor& logits) {
    return at::softmax(is_narrow(logits.scalar_type()) ? logits.to(at::kFloat) : logits, -1);
}

/// How often each of `experts` is chosen.
at::Tensor counts_of(const at::Tensor& chosen, std::int64_t experts) {
    return at::bincount(chosen.reshape(-1), {}, experts);
}

}  // namespace

Routing route(const at::Tensor& logits, std::int64_t per_token, bool renormalizes) {
    Routing routing;
    at::Tensor chosen;
    std::tie(routing.weights, chosen) = at::topk(router_probabilities(logits), per_token, -1);
    if (renormalizes)
        routing.weights = routing.weights / routing.weights.sum(-1, /*keepdim=*/true);
    const auto by_token = chosen.reshape(-1);
    routing.order = std::get<1>(at::sort(by_token, /*stable=*/true, 0, /*descending=*/false));
    routing.back = at::empty_like(routing.order)
                       .scatter_(0, routing.order, at::arange(by_token.size(0), by_token.options()));
    const auto counts = counts_of(chosen, logits.size(-1)).to(at::kCPU);
    routing.counts.assign(counts.data_ptr<std::int64_t>(), counts.data_ptr<std::int64_t>() + counts.numel());
    return routing;
}

at::Tensor dispatched(const at::Tensor& x, const Routing& routing) {
    const auto width = x.size(1);
    const auto repeated = x.unsqueeze(1).expand({-1, routing.weights.size(1), -1}).reshape({-1, width});
    return Permute::apply(repeated, routing.order, routing.back);
}

at::Tensor combined(const at::Tensor& results, const Routing& routing) {
    const auto& weights = routing.weights;
    const auto by_token = Permute::apply(results, routing.back, routing.order)
                              .view({weights.size(0), weights.size(1), results.size(1)});
    return (by_token * weights.to(results.scalar_type()).unsqueeze(2)).sum(1);
}

at::Tensor balance_loss(const std::vector<at::Tensor>& logits, std::int64_t per_token) {
    const auto of_all = router_probabilities(at::cat(logits, 0));
    const auto chosen = std::get<1>(at::topk(of_all.detach(), per_token, -1));
    const auto experts = of_all.size(1);
    const auto shares = counts_of(chosen, experts).to(of_all.scalar_type()) / of_all.size(0);
    return (shares * of_all.mean(0)).sum() * experts;
}

}  // namespace tunebench
