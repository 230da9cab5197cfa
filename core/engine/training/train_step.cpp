#include "core/engine/training/train_step.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/engine/memory/memory_use.h"
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

BatchTensors tensors_of(const Batch& batch, const CausalModel& model, const StepSettings& settings,
                        std::uint64_t dropout_seed) {
    auto tensors = to_tensors(batch, model);
    tensors.context.training = true;
    tensors.context.recompute_blocks = settings.recompute_blocks;
    tensors.context.dropout_seed = dropout_seed;
    tensors.context.neftune_alpha = settings.neftune_alpha;
    return tensors;
}

/// Forward and backward of one micro-batch; its share of the step's loss.
double accumulate(const Trainee& trainee, const Batch& batch, double scale, const StepSettings& settings,
                  std::uint64_t dropout_seed, const PhaseObserver& phase_over) {
    const auto tensors = tensors_of(batch, *trainee.model, settings, dropout_seed);
    const auto loss = [&] {
        const MeteredAs activations(MemoryUse::Activations);
        return task_loss(*trainee.model, tensors, scale, settings.loss_terms);
    }();
    phase_over("forward");
    loss.backward();
    phase_over("backward");
    return loss.item<double>();
}

/// Updates tensors while backward goes on, until a gradient is not finite.
class UpdateInBackward {
public:
    UpdateInBackward(Trainee& trainee, const StepInput& input) : trainee_(trainee), input_(input) {
        trainee.gradients->begin([this](std::size_t i) { update(i); });
    }
    ~UpdateInBackward() { trainee_.gradients->end(); }
    UpdateInBackward(const UpdateInBackward&) = delete;
    UpdateInBackward& operator=(const UpdateInBackward&) = delete;

    /// Of the gradients that were used; not finite if one was.
    double norm() const { return std::sqrt(squares_); }
    std::int64_t updated() const { return updated_; }

private:
    void update(std::size_t i) {
        const auto& gradient = trainee_.gradients->of(i);
        const double norm = gradient_norm(gradient);
        squares_ += norm * norm;
        if (!std::isfinite(squares_))
            return;
        trainee_.stepper->step_one(i, gradient, input_);
        ++updated_;
    }

    Trainee& trainee_;
    StepInput input_;
    double squares_ = 0.0;
    std::int64_t updated_ = 0;
};

}  // namespace

StepResult train_step(Trainee& trainee, std::span<const Batch> batches, const StepInput& input,
                      const StepSettings& settings, const PhaseObserver& phase_over) {
    auto scaled = input;
    scaled.gradient_scale = 1.0 / settings.loss_scale;
    std::optional<UpdateInBackward> in_backward;
    if (settings.update_in_backward)
        in_backward.emplace(trainee, scaled);
    else
        trainee.gradients->begin();
    std::int64_t supervised = 0;
    for (const auto& batch : batches)
        supervised += supervised_tokens(batch, *trainee.model);
    StepResult result;
    const double scale = settings.loss_scale / static_cast<double>(std::max<std::int64_t>(supervised, 1));
    std::uint64_t number = 0;
    for (const auto& batch : batches)
        if (supervised_tokens(batch, *trainee.model) > 0)
            result.loss +=
                accumulate(trainee, batch, scale, settings, settings.dropout_seed + number++, phase_over);
    result.loss /= settings.loss_scale;
    result.gradient_norm = gradient_norm(*trainee.gradients);
    if (in_backward)
        result.gradient_norm = std::hypot(result.gradient_norm, in_backward->norm());
    result.gradient_norm /= settings.loss_scale;
    if (const auto type = trainee.model->types().compute; is_narrow(type))
        result.narrow = narrow_shares(*trainee.gradients, type);
    result.is_finite = std::isfinite(result.loss) && std::isfinite(result.gradient_norm);
    result.is_partly_done = !result.is_finite && in_backward && in_backward->updated() > 0;
    if (!result.is_finite)
        return result;
    if (settings.clip_norm > 0.0 && result.gradient_norm > settings.clip_norm)
        scaled.gradient_scale *= settings.clip_norm / (result.gradient_norm + 1e-6);
    for (std::size_t i = 0; i < trainee.gradients->size(); ++i)
        if (trainee.gradients->of(i).defined())
            trainee.stepper->prepare(i);
    for (std::size_t i = 0; i < trainee.gradients->size(); ++i)
        trainee.stepper->step_one(i, trainee.gradients->of(i), scaled);
    phase_over("optimizer");
    return result;
}

}  // namespace tunebench
