// Cross-entropy of a linear head, without the logits of all positions: rows are taken in chunks, so that
// chunk × vocabulary numbers exist at a time, forward and backward.
#pragma once

#include <ATen/ATen.h>

namespace tunebench {

/// Rows at a time: an accelerator needs more of them to be busy.
std::int64_t cross_entropy_chunk(const at::Device& device);

/// What the loss of a row holds besides −log p(label).
struct LossTerms {
    double label_smoothing = 0.0;  // share of the target that all classes get evenly
    double z_loss = 0.0;           // times the square of log Σ exp(logits)
};

/// Hidden states to logits: hidden · weightᵀ + bias, capped.
struct LinearHead {
    at::Tensor weight = {};  // (V, h)
    at::Tensor bias = {};    // (V); undefined: none
    double softcap = 0.0;    // of capped
};

/// cap · tanh(logits / cap); 0: as they are.
at::Tensor capped(const at::Tensor& logits, double softcap);

/// hidden (m, h): the supervised rows only; labels (m) int64.
/// → the sum of the rows' losses · scale, a scalar. Gradients of hidden, weight and bias are computed in the
/// same pass and kept (m·h, and V·h where the weight trains); backward only multiplies them.
at::Tensor linear_cross_entropy(const at::Tensor& hidden, const LinearHead& head, const at::Tensor& labels,
                                double scale, const LossTerms& terms = {});

/// The same with all logits at once, from LibTorch's own operations: for tests.
at::Tensor linear_cross_entropy_composed(const at::Tensor& hidden, const LinearHead& head,
                                         const at::Tensor& labels, double scale, const LossTerms& terms = {});

/// Of logits (m, classes): the sum of the rows' losses · scale.
at::Tensor cross_entropy(const at::Tensor& logits, const at::Tensor& labels, double scale,
                         const LossTerms& terms);

/// For evaluation, without gradients.
struct HeadScore {
    at::Tensor losses = {};    // (m) double
    std::int64_t correct = 0;  // rows whose largest logit is the label's
};
HeadScore score_head(const at::Tensor& hidden, const LinearHead& head, const at::Tensor& labels);

}  // namespace tunebench
