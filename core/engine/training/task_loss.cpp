#include "core/engine/training/task_loss.h"

#include "core/engine/ops/expert_routing.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

/// Whether the loss asks for an even use of experts, as transformers does where config.json says so.
bool balances_experts(const ModelConfig& model) {
    return model.experts && model.experts->balances && !model.is_classifier();
}

/// The term of it for `rows` supervised rows: a batch counts in a step as much as these do.
at::Tensor balance_term(const std::vector<at::Tensor>& router_logits, const ExpertsConfig& experts,
                        std::int64_t rows, double scale) {
    return balance_loss(router_logits, experts.per_token) *
           (experts.balance_weight * scale * static_cast<double>(rows));
}

}  // namespace

at::Tensor task_loss(const CausalModel& model, const BatchTensors& tensors, double scale,
                     const LossTerms& terms) {
    // Only what backward needs outlives this function.
    std::vector<at::Tensor> router_logits;
    auto context = tensors.context;
    if (balances_experts(model.config()))
        context.router_logits = &router_logits;
    auto hidden = model.hidden_states(tensors.tokens, context);
    hidden = tensors.counted(hidden);
    if (!model.config().is_classifier()) {
        const auto loss = linear_cross_entropy(hidden, model.head(), tensors.labels, scale, terms);
        return router_logits.empty() ? loss
                                     : loss + balance_term(router_logits, *model.config().experts,
                                                           tensors.labels.size(0), scale);
    }
    return cross_entropy(model.logits(hidden, tensors.context), tensors.labels, scale, terms);
}

}  // namespace tunebench
