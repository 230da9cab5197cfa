#include "core/engine/training/train_step.h"

#include <algorithm>
#include <cmath>

#include "core/engine/tensor.h"
#include "core/engine/training/task_loss.h"

namespace tunebench {
namespace {

/// Virtual tokens have the first tokens predicted too.
std::int64_t supervised_tokens(const Batch& batch, const CausalModel& model) {
    const auto first =
        std::ranges::count_if(batch.first_labels, [](auto label) { return label != kIgnored; });
    return batch.supervised_tokens + (model.virtual_token_count() > 0 ? first : 0);
}

/// Forward and backward of one micro-batch; its share of the step's loss.
double accumulate(const Trainee& trainee, const Batch& batch, double scale, const StepSettings& settings,
                  std::uint64_t dropout_seed, const PhaseObserver& phase_over) {
    auto tensors = to_tensors(batch, *trainee.model);
    tensors.context.training = true;
    tensors.context.recompute_blocks = settings.recompute_blocks;
    tensors.context.dropout_seed = dropout_seed;
    tensors.context.neftune_alpha = settings.neftune_alpha;
    const auto loss = task_loss(*trainee.model, tensors, scale, settings.loss_terms);
    phase_over("forward");
    loss.backward();
    phase_over("backward");
    return loss.item<double>();
}

/// The norm of all gradients together, in double.
double gradient_norm(const std::vector<TrainableParameter>& parameters) {
    std::vector<at::Tensor> norms;
    for (const auto& parameter : parameters)
        if (const auto& gradient = parameter.tensor.grad(); gradient.defined())
            norms.push_back(gradient.norm().to(at::kDouble));
    // Read all at once: an accelerator would wait for each.
    return norms.empty() ? 0.0 : at::stack(norms).norm().item<double>();
}

}  // namespace

StepResult train_step(Trainee& trainee, std::span<const Batch> batches, const StepInput& input,
                      const StepSettings& settings, const PhaseObserver& phase_over) {
    // Dropped, not zeroed: their memory is free until backward needs it.
    for (const auto& parameter : trainee.parameters)
        parameter.tensor.mutable_grad().reset();
    std::int64_t supervised = 0;
    for (const auto& batch : batches)
        supervised += supervised_tokens(batch, *trainee.model);
    StepResult result;
    const double scale = 1.0 / static_cast<double>(std::max<std::int64_t>(supervised, 1));
    std::uint64_t number = 0;
    for (const auto& batch : batches)
        if (supervised_tokens(batch, *trainee.model) > 0)
            result.loss +=
                accumulate(trainee, batch, scale, settings, settings.dropout_seed + number++, phase_over);
    result.gradient_norm = gradient_norm(trainee.parameters);
    result.is_finite = std::isfinite(result.loss) && std::isfinite(result.gradient_norm);
    if (!result.is_finite)
        return result;
    auto scaled = input;
    if (settings.clip_norm > 0.0 && result.gradient_norm > settings.clip_norm)
        scaled.gradient_scale = settings.clip_norm / (result.gradient_norm + 1e-6);
    trainee.stepper->step(scaled);
    phase_over("optimizer");
    return result;
}

}  // namespace tunebench
