#include "core/engine/evaluation/evaluate.h"

#include <chrono>
#include <cmath>
#include <limits>

#include "core/engine/evaluation/class_counts.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double mean(double sum, std::int64_t count) {
    return count > 0 ? sum / static_cast<double>(count) : kNone;
}

/// Adds up next-token predictions.
class TokenScore {
public:
    void add(const CausalModel& model, const at::Tensor& hidden, const at::Tensor& labels) {
        const auto score = score_head(hidden, model.head_weight(), labels);
        loss_sum_ += score.loss_sum;
        correct_ += score.correct;
        tokens_ += labels.size(0);
    }

    void report(EvaluationResult& result) const {
        result.tokens = tokens_;
        result.loss = mean(loss_sum_, tokens_);
        result.perplexity = std::exp(result.loss);
        result.token_accuracy = tokens_ > 0 ? mean(static_cast<double>(correct_), tokens_) : 0.0;
    }

private:
    double loss_sum_ = 0.0;
    std::int64_t correct_ = 0, tokens_ = 0;
};

/// Adds up predicted classes.
class ClassScore {
public:
    explicit ClassScore(std::size_t classes) : counts_(classes) {}

    void add(const CausalModel& model, const at::Tensor& hidden, const at::Tensor& labels) {
        const auto logits = model.logits(hidden);
        loss_sum_ += at::cross_entropy_loss(logits, labels, {}, at::Reduction::Sum).item<double>();
        const auto predicted = logits.argmax(1);
        for (std::int64_t i = 0; i < labels.size(0); ++i)
            counts_.add(predicted[i].item<std::int64_t>(), labels[i].item<std::int64_t>());
        sequences_ += labels.size(0);
    }

    void report(EvaluationResult& result) const {
        result.tokens = sequences_;
        result.loss = mean(loss_sum_, sequences_);
        result.perplexity = result.token_accuracy = kNone;
        result.accuracy = counts_.accuracy();
        result.f1 = counts_.macro_f1();
    }

private:
    ClassCounts counts_;
    double loss_sum_ = 0.0;
    std::int64_t sequences_ = 0;
};

template <class Score>
EvaluationResult evaluate_with(Score score, const CausalModel& model, Sampler& sampler,
                               const std::function<bool()>& goes_on) {
    EvaluationResult result;
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
        score.add(model, hidden.index_select(0, tensors.rows), tensors.labels);
    }
    score.report(result);
    return result;
}

}  // namespace

EvaluationResult evaluate_examples(const CausalModel& model, const std::vector<Example>& examples,
                                   const SamplerSettings& settings, const std::function<bool()>& goes_on) {
    const at::NoGradGuard no_gradients;
    const auto begin = std::chrono::steady_clock::now();
    auto in_order = settings;
    in_order.shuffle = false;
    in_order.tokens_before = model.tokens_before();
    Sampler sampler(examples, in_order);
    const auto& config = model.config();
    auto result = config.is_classifier()
                      ? evaluate_with(ClassScore(config.labels.size()), model, sampler, goes_on)
                      : evaluate_with(TokenScore(), model, sampler, goes_on);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}  // namespace tunebench
