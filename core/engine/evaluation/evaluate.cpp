#include "core/engine/evaluation/evaluate.h"

#include <chrono>
#include <cmath>
#include <limits>

#include "core/engine/ops/cross_entropy.h"
#include "core/engine/tensor.h"

namespace tunebench {

EvaluationResult evaluate_examples(const CausalModel& model, const std::vector<Example>& examples,
                                   const SamplerSettings& settings, const std::function<bool()>& goes_on) {
    const at::NoGradGuard no_gradients;
    const auto begin = std::chrono::steady_clock::now();
    auto in_order = settings;
    in_order.shuffle = false;
    in_order.tokens_before = model.tokens_before();
    Sampler sampler(examples, in_order);
    EvaluationResult result;
    double loss_sum = 0.0;
    std::int64_t correct = 0;
    for (std::int64_t i = 0; i < sampler.batches_per_epoch(); ++i) {
        if (goes_on && !goes_on()) {
            result.cancelled = true;
            break;
        }
        const auto batch = sampler.next();
        const auto tensors = to_tensors(batch, model.virtual_token_count());
        if (tensors.rows.size(0) == 0)
            continue;
        const auto hidden = model.hidden_states(tensors.tokens, tensors.context);
        const auto score =
            score_head(hidden.index_select(0, tensors.rows), model.head_weight(), tensors.labels);
        loss_sum += score.loss_sum;
        correct += score.correct;
        result.tokens += tensors.labels.size(0);
    }
    const auto tokens = static_cast<double>(result.tokens);
    result.loss = result.tokens > 0 ? loss_sum / tokens : std::numeric_limits<double>::quiet_NaN();
    result.perplexity = std::exp(result.loss);
    result.token_accuracy = result.tokens > 0 ? static_cast<double>(correct) / tokens : 0.0;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}  // namespace tunebench
