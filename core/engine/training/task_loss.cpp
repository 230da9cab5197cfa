#include "core/engine/training/task_loss.h"

#include "core/engine/ops/cross_entropy.h"
#include "core/engine/tensor.h"

namespace tunebench {

at::Tensor task_loss(const CausalModel& model, const BatchTensors& tensors, double scale) {
    // Only what backward needs outlives this function.
    auto hidden = model.hidden_states(tensors.tokens, tensors.context);
    hidden = hidden.index_select(0, tensors.rows);
    if (!model.config().is_classifier())
        return linear_cross_entropy(hidden, model.head_weight(), tensors.labels, scale);
    return at::cross_entropy_loss(model.logits(hidden), tensors.labels, {}, at::Reduction::Sum) * scale;
}

}  // namespace tunebench
