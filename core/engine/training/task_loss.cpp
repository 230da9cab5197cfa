#include "core/engine/training/task_loss.h"

#include "core/engine/tensor.h"

namespace tunebench {

at::Tensor task_loss(const CausalModel& model, const BatchTensors& tensors, double scale,
                     const LossTerms& terms) {
    // Only what backward needs outlives this function.
    auto hidden = model.hidden_states(tensors.tokens, tensors.context);
    hidden = tensors.counted(hidden);
    if (!model.config().is_classifier())
        return linear_cross_entropy(hidden, model.head(), tensors.labels, scale, terms);
    return cross_entropy(model.logits(hidden, tensors.context), tensors.labels, scale, terms);
}

}  // namespace tunebench
