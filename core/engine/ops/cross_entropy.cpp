#include "core/engine/ops/cross_entropy.h"

#include <algorithm>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// (m, 1) of logits (m, V) and their log-sums (m, 1).
at::Tensor row_losses(const at::Tensor& logits, const at::Tensor& log_sum, const at::Tensor& label,
                      const LossTerms& terms) {
    auto losses = log_sum - logits.gather(1, label).mul_(1.0 - terms.label_smoothing);
    if (terms.label_smoothing > 0.0)
        losses.sub_(logits.mean({1}, /*keepdim=*/true), terms.label_smoothing);
    if (terms.z_loss > 0.0)
        losses.addcmul_(log_sum, log_sum, terms.z_loss);
    return losses;
}

/// The gradient of row_losses, in the logits' own memory: softmax − target, and what z-loss adds.
at::Tensor& logits_to_gradient(at::Tensor& logits, const at::Tensor& log_sum, const at::Tensor& label,
                               const LossTerms& terms) {
    logits.sub_(log_sum).exp_();
    if (terms.z_loss > 0.0)
        logits.mul_(log_sum.mul(2.0 * terms.z_loss).add_(1.0));
    logits.scatter_add_(1, label, at::full_like(log_sum, terms.label_smoothing - 1.0));
    if (terms.label_smoothing > 0.0)
        logits.sub_(terms.label_smoothing / static_cast<double>(logits.size(1)));
    return logits;
}

class LinearCrossEntropy : public torch::autograd::Function<LinearCrossEntropy> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& hidden, const at::Tensor& weight,
                              const at::Tensor& labels, double scale, const LossTerms& terms,
                              bool hidden_trains, bool weight_trains) {
        auto loss = at::zeros({}, hidden.options().dtype(at::kDouble));
        const auto for_hidden = hidden_trains ? at::empty_like(hidden) : at::Tensor();
        const auto for_weight = weight_trains ? at::zeros_like(weight) : at::Tensor();
        for (std::int64_t first = 0; first < hidden.size(0); first += kCrossEntropyChunk) {
            const auto count = std::min(kCrossEntropyChunk, hidden.size(0) - first);
            const auto rows = hidden.narrow(0, first, count);
            const auto label = labels.narrow(0, first, count).unsqueeze(1);
            auto logits = at::mm(rows, weight.t());
            const auto log_sum = at::logsumexp(logits, {1}, /*keepdim=*/true);
            loss += row_losses(logits, log_sum, label, terms).sum(at::kDouble);
            if (!hidden_trains && !weight_trains)
                continue;
            logits_to_gradient(logits, log_sum, label, terms).mul_(scale);
            if (hidden_trains) {
                auto out = for_hidden.narrow(0, first, count);
                at::mm_out(out, logits, weight);
            }
            if (weight_trains)
                for_weight.addmm_(logits.t(), rows);
        }
        context->save_for_backward({for_hidden, for_weight});
        return loss.mul_(scale).to(hidden.scalar_type());
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        // In place: a second V·h would be the peak of full fine-tuning. The graph runs backward once.
        for (auto gradient : saved)
            if (gradient.defined())
                gradient.mul_(gradients[0]);
        return {saved[0], saved[1], {}, {}, {}, {}, {}};
    }
};

}  // namespace

at::Tensor linear_cross_entropy(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& labels,
                                double scale, const LossTerms& terms) {
    const bool records = at::GradMode::is_enabled();
    return LinearCrossEntropy::apply(hidden, weight, labels, scale, terms, records && hidden.requires_grad(),
                                     records && weight.requires_grad());
}

at::Tensor linear_cross_entropy_composed(const at::Tensor& hidden, const at::Tensor& weight,
                                         const at::Tensor& labels, double scale, const LossTerms& terms) {
    return cross_entropy(at::mm(hidden, weight.t()), labels, scale, terms);
}

at::Tensor cross_entropy(const at::Tensor& logits, const at::Tensor& labels, double scale,
                         const LossTerms& terms) {
    auto loss = at::cross_entropy_loss(logits, labels, {}, at::Reduction::Sum, /*ignore_index=*/-100,
                                       terms.label_smoothing);
    if (terms.z_loss > 0.0)
        loss = loss + at::logsumexp(logits, {1}).square().sum() * terms.z_loss;
    return loss * scale;
}

HeadScore score_head(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& labels) {
    const at::NoGradGuard no_gradients;
    HeadScore score{.losses = at::empty({hidden.size(0)}, hidden.options().dtype(at::kDouble))};
    for (std::int64_t first = 0; first < hidden.size(0); first += kCrossEntropyChunk) {
        const auto count = std::min(kCrossEntropyChunk, hidden.size(0) - first);
        const auto label = labels.narrow(0, first, count);
        const auto logits = at::mm(hidden.narrow(0, first, count), weight.t());
        const auto chosen = logits.gather(1, label.unsqueeze(1)).squeeze(1);
        score.losses.narrow(0, first, count).copy_(at::logsumexp(logits, {1}) - chosen);
        score.correct += logits.argmax(1).eq(label).sum().item<std::int64_t>();
    }
    return score;
}

}  // namespace tunebench
