#include "core/engine/ops/cross_entropy.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/precision/products.h"
#include "core/engine/precision/types.h"
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

/// The widest of the types that losses are computed in.
at::ScalarType loss_type(const at::Tensor& hidden) {
    return is_narrow(hidden.scalar_type()) ? at::kFloat : hidden.scalar_type();
}

/// The losses of rows of logits; with `scale`, the logits become their gradients times it.
double losses_by_rows(const at::Tensor& logits, const at::Tensor& label, const LossTerms& terms,
                      std::optional<double> scale) {
    const auto width = logits.size(1);
    const auto* labels = label.data_ptr<std::int64_t>();
    std::vector<double> losses(static_cast<std::size_t>(logits.size(0)));
    rows::in_parallel(logits.size(0), width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(logits, width);
        rows::Writer out(logits, width);
        for (auto row = first; row < last; ++row) {
            const float* x = in.read(row);
            const auto own = labels[row];
            const float shift = rows::largest(x, width);
            const double log_sum = shift + std::log(rows::sum_of_exponentials(x, 1.0F, shift, width));
            auto& loss = losses[static_cast<std::size_t>(row)];
            loss = log_sum - (1.0 - terms.label_smoothing) * x[own] + terms.z_loss * log_sum * log_sum;
            if (terms.label_smoothing > 0.0)
                loss -= terms.label_smoothing * rows::sum(x, width) / static_cast<double>(width);
            if (!scale)
                continue;
            float* to = out.place(row);
            const double factor = *scale * (1.0 + 2.0 * terms.z_loss * log_sum);
            rows::exponentials(x, 1.0F, static_cast<float>(log_sum), static_cast<float>(factor), to, width);
            if (terms.label_smoothing > 0.0)
                rows::add(to,
                          static_cast<float>(-*scale * terms.label_smoothing / static_cast<double>(width)),
                          width);
            to[own] -= static_cast<float>(*scale * (1.0 - terms.label_smoothing));
            out.done();
        }
    });
    return std::accumulate(losses.begin(), losses.end(), 0.0);
}

/// The same from LibTorch's operations.
at::Tensor losses_composed(at::Tensor& logits, const at::Tensor& labels, const LossTerms& terms,
                           std::optional<double> scale) {
    const auto label = labels.unsqueeze(1);
    const auto type = logits.scalar_type();
    auto wide = logits.to(loss_type(logits));
    const auto log_sum = at::logsumexp(wide, {1}, /*keepdim=*/true);
    const auto loss = row_losses(wide, log_sum, label, terms).sum(at::kDouble);
    if (scale)
        logits = logits_to_gradient(wide, log_sum, label, terms).mul_(*scale).to(type);
    return loss;
}

/// The weight's gradient += logits' gradientᵀ · hidden, multiplied in the type of the logits.
void add_weight_gradient(const at::Tensor& for_weight, const at::Tensor& logits, const at::Tensor& hidden) {
    if (for_weight.scalar_type() == logits.scalar_type())
        add_product(for_weight, logits.t(), hidden);
    else
        for_weight.add_(product(logits.t(), hidden));
}

/// The head's bias, or an empty one: operations with gradients take no undefined tensors.
at::Tensor bias_of(const LinearHead& head) {
    return head.bias.defined() ? head.bias : at::empty({0}, head.weight.options().requires_grad(false));
}

/// Logits of some rows, in memory of their own.
struct ChunkLogits {
    at::Tensor values;
    at::Tensor slope;  // what capping multiplies their gradient by; undefined without it

    ChunkLogits(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& bias, double softcap,
                bool trains)
        : values(product(hidden, weight.t())) {
        if (bias.numel() > 0)
            values.add_(bias);
        if (softcap <= 0.0)
            return;
        values.div_(softcap).tanh_();
        if (trains)
            slope = values.square().neg_().add_(1.0);
        values.mul_(softcap);
    }
};

class LinearCrossEntropy : public torch::autograd::Function<LinearCrossEntropy> {
public:
    struct Trains {
        bool hidden, weight, bias;
        bool any() const { return hidden || weight || bias; }
    };

    static at::Tensor forward(AutogradContext* context, const at::Tensor& hidden, const at::Tensor& weight,
                              const at::Tensor& bias, const at::Tensor& labels, double softcap, double scale,
                              const LossTerms& terms, const Trains& trains) {
        auto loss = at::zeros({}, hidden.options().dtype(at::kDouble));
        const auto for_hidden = trains.hidden ? at::empty_like(hidden) : at::Tensor();
        const auto for_weight = trains.weight ? at::zeros_like(weight) : at::Tensor();
        const auto for_bias = trains.bias ? at::zeros_like(bias) : at::Tensor();
        const auto multiplied = weight.to(hidden.scalar_type());
        // An fp32 bias would widen all logits, and so would an fp32 sum of them.
        const auto added = bias.to(hidden.scalar_type());
        const auto gradient_scale = trains.any() ? std::optional(scale) : std::nullopt;
        const auto chunk_rows = cross_entropy_chunk(hidden.device());
        for (std::int64_t first = 0; first < hidden.size(0); first += chunk_rows) {
            const auto count = std::min(chunk_rows, hidden.size(0) - first);
            const auto part = hidden.narrow(0, first, count);
            const auto label = labels.narrow(0, first, count).contiguous();
            ChunkLogits chunk(part, multiplied, added, softcap, trains.any());
            auto& logits = chunk.values;
            if (rows::takes(logits))
                loss += losses_by_rows(logits, label, terms, gradient_scale);
            else if (accelerated::takes(logits))
                loss += accelerated::row_losses(logits, label, terms, gradient_scale);
            else
                loss += losses_composed(logits, label, terms, gradient_scale);
            if (chunk.slope.defined())
                logits.mul_(chunk.slope);
            if (trains.hidden)
                for_hidden.narrow(0, first, count).copy_(product(logits, multiplied));
            if (trains.weight)
                add_weight_gradient(for_weight, logits, part);
            if (trains.bias)
                for_bias.add_(logits.sum(0));
        }
        context->save_for_backward({for_hidden, for_weight, for_bias});
        return loss.mul_(scale).to(loss_type(hidden));
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        // In place: a second V·h would be the peak of full fine-tuning. The graph runs backward once.
        for (auto gradient : saved)
            if (gradient.defined())
                gradient.mul_(gradients[0]);
        return {saved[0], saved[1], saved[2], {}, {}, {}, {}, {}};
    }
};

}  // namespace

std::int64_t cross_entropy_chunk(const at::Device& device) {
    constexpr std::int64_t kOnProcessor = 256, kOnAccelerator = 1024;
    return device.is_cpu() ? kOnProcessor : kOnAccelerator;
}

at::Tensor capped(const at::Tensor& logits, double softcap) {
    return softcap > 0.0 ? at::tanh(logits / softcap) * softcap : logits;
}

at::Tensor linear_cross_entropy(const at::Tensor& hidden, const LinearHead& head, const at::Tensor& labels,
                                double scale, const LossTerms& terms) {
    const bool records = at::GradMode::is_enabled();
    const auto bias = bias_of(head);
    const auto trains = [&](const at::Tensor& x) { return records && x.requires_grad(); };
    return LinearCrossEntropy::apply(
        hidden, head.weight, bias, labels, head.softcap, scale, terms,
        LinearCrossEntropy::Trains{trains(hidden), trains(head.weight), trains(bias)});
}

at::Tensor linear_cross_entropy_composed(const at::Tensor& hidden, const LinearHead& head,
                                         const at::Tensor& labels, double scale, const LossTerms& terms) {
    auto logits = at::mm(hidden, head.weight.t());
    if (head.bias.defined())
        logits = logits + head.bias;
    return cross_entropy(capped(logits, head.softcap), labels, scale, terms);
}

at::Tensor cross_entropy(const at::Tensor& logits, const at::Tensor& labels, double scale,
                         const LossTerms& terms) {
    const auto wide = logits.to(loss_type(logits));
    auto loss = at::cross_entropy_loss(wide, labels, {}, at::Reduction::Sum, /*ignore_index=*/-100,
                                       terms.label_smoothing);
    if (terms.z_loss > 0.0)
        loss = loss + at::logsumexp(wide, {1}).square().sum() * terms.z_loss;
    return loss * scale;
}

HeadScore score_head(const at::Tensor& hidden, const LinearHead& head, const at::Tensor& labels) {
    const at::NoGradGuard no_gradients;
    HeadScore score{.losses = at::empty({hidden.size(0)}, hidden.options().dtype(at::kDouble))};
    const auto multiplied = head.weight.to(hidden.scalar_type());
    const auto added = bias_of(head).to(hidden.scalar_type());
    const auto chunk_rows = cross_entropy_chunk(hidden.device());
    for (std::int64_t first = 0; first < hidden.size(0); first += chunk_rows) {
        const auto count = std::min(chunk_rows, hidden.size(0) - first);
        const auto label = labels.narrow(0, first, count);
        const ChunkLogits chunk(hidden.narrow(0, first, count), multiplied, added, head.softcap,
                                /*trains=*/false);
        const auto logits = chunk.values.to(loss_type(hidden));
        const auto chosen = logits.gather(1, label.unsqueeze(1)).squeeze(1);
        score.losses.narrow(0, first, count).copy_(at::logsumexp(logits, {1}) - chosen);
        score.correct += logits.argmax(1).eq(label).sum().item<std::int64_t>();
    }
    return score;
}

}  // namespace tunebench
