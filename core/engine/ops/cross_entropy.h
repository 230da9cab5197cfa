// Cross-entropy of a linear head, without the logits of all positions: rows are taken in chunks, so that
// chunk × vocabulary numbers exist at a time, forward and backward.
#pragma once

#include <ATen/ATen.h>

namespace tunebench {

inline constexpr std::int64_t kCrossEntropyChunk = 256;  // rows

/// hidden (m, h): the supervised rows only; weight (V, h); labels (m) int64.
/// → Σ −log softmax(hidden · weightᵀ)[label] · scale, a scalar. Gradients of hidden and weight are computed
/// in the same pass and kept (m·h, and V·h where the weight trains); backward only multiplies them.
at::Tensor linear_cross_entropy(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& labels,
                                double scale);

/// The same with all logits at once, from LibTorch's own operations: for tests.
at::Tensor linear_cross_entropy_composed(const at::Tensor& hidden, const at::Tensor& weight,
                                         const at::Tensor& labels, double scale);

/// For evaluation, without gradients.
struct HeadScore {
    at::Tensor losses = {};    // (m) double
    std::int64_t correct = 0;  // rows whose largest logit is the label's
};
HeadScore score_head(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& labels);

}  // namespace tunebench
