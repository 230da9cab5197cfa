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
    /// The loss of each row.
    at::Tensor add(const CausalModel& model, const at::Tensor& hidden, const at::Tensor& labels) {
        const auto score = score_head(hidden, model.head(), labels);
        loss_sum_ += score.losses.sum().item<double>();
        correct_ += score.correct;
        tokens_ += labels.size(0);
        return score.losses;
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

    at::Tensor add(const CausalModel& model, const at::Tensor& hidden, const at::Tensor& labels) {
        const auto logits = model.logits(hidden);
        const auto losses = at::cross_entropy_loss(logits, labels, {}, at::Reduction::None).to(at::kDouble);
        loss_sum_ += losses.sum().item<double>();
        const auto predicted = logits.argmax(1).to(at::kCPU), expected = labels.to(at::kCPU);
        for (std::int64_t i = 0; i < labels.size(0); ++i)
            counts_.add(predicted[i].item<std::int64_t>(), expected[i].item<std::int64_t>());
        sequences_ += labels.size(0);
        return losses;
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

/// The sequence of each row of the loss: the last that begins at or before it.
std::vector<std::size_t> sequences_of(const at::Tensor& rows, const std::vector<std::int32_t>& starts,
                                      std::int64_t virtual_tokens) {
    std::vector<std::size_t> sequences;
    const auto positions = rows.to(at::kCPU).contiguous();
    std::size_t sequence = 0;
    for (std::int64_t i = 0; i < positions.size(0); ++i) {
        const auto row = positions.data_ptr<std::int64_t>()[i];
        while (row >= starts[sequence + 1] + virtual_tokens * static_cast<std::int64_t>(sequence + 1))
            ++sequence;
        sequences.push_back(sequence);
    }
    return sequences;
}

/// The mean of each sequence's losses, at its example's place.
void note_losses(const Batch& batch, const std::vector<std::size_t>& sequences, const at::Tensor& losses,
                 std::vector<double>& example_losses) {
    const auto values = losses.to(at::kCPU).contiguous();
    std::vector<double> sums(batch.example_indices.size());
    std::vector<std::int64_t> counts(sums.size());
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        sums[sequences[i]] += values.data_ptr<double>()[i];
        ++counts[sequences[i]];
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        example_losses[static_cast<std::size_t>(batch.example_indices[i])] = mean(sums[i], counts[i]);
}

template <class Score>
EvaluationResult evaluate_with(Score score, const CausalModel& model, Sampler& sampler, std::size_t examples,
                               const std::function<bool()>& goes_on) {
    EvaluationResult result{.example_losses = std::vector<double>(examples, kNone)};
    for (std::int64_t i = 0; i < sampler.batches_per_epoch(); ++i) {
        if (goes_on && !goes_on()) {
            result.cancelled = true;
            break;
        }
        const auto batch = sampler.next();
        const auto tensors = to_tensors(batch, model);
        if (tensors.rows.size(0) == 0)
            continue;
        const auto hidden = model.hidden_states(tensors.tokens, tensors.context);
        const auto losses = score.add(model, tensors.counted(hidden), tensors.labels);
        note_losses(batch, sequences_of(tensors.rows, batch.starts, model.virtual_token_count()), losses,
                    result.example_losses);
    }
    score.report(result);
    return result;
}

}  // namespace

EvaluationResult evaluate_examples(const CausalModel& model, const Examples& examples,
                                   const SamplerSettings& settings, const std::function<bool()>& goes_on) {
    const at::NoGradGuard no_gradients;
    const auto begin = std::chrono::steady_clock::now();
    auto in_order = settings;
    in_order.shuffle = false;
    in_order.tokens_before = model.tokens_before();
    Sampler sampler(examples, in_order);
    const auto& config = model.config();
    auto result =
        config.is_classifier()
            ? evaluate_with(ClassScore(config.labels.size()), model, sampler, examples.size(), goes_on)
            : evaluate_with(TokenScore(), model, sampler, examples.size(), goes_on);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}  // namespace tunebench
