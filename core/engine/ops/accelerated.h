// Operations of our own on an accelerator, each in one pass over memory: accelerated_cuda.cpp, or
// accelerated_none.cpp in an engine without CUDA. What they do not take is left to LibTorch's own operations.
#pragma once

#include <optional>

#include <ATen/ATen.h>

#include "core/engine/ops/adam_update.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/quantization/quantized_weight.h"

namespace tunebench::accelerated {

/// Whether the operations take tensors like this: contiguous fp32, bf16 or fp16 on the accelerator.
bool takes(const at::Tensor& x);

/// The numbers of codes that lie on the accelerator, flat, in `type`.
at::Tensor decode(const BlockCodes& blocks, at::ScalarType type);
at::Tensor decode(const QuantizedWeight& weight, at::ScalarType type);

/// x (n, in) · Wᵀ → (n, out) without the weight's numbers in memory: for the few rows of generation, which
/// takes_few asks for.
bool takes_few(const at::Tensor& x, const QuantizedWeight& weight);
at::Tensor product_of_few(const at::Tensor& x, const QuantizedWeight& weight);

/// x (n, h) normed by rows with weight (h, fp32) in `type`, and the rows' scales (n, 1).
struct Normed {
    at::Tensor out, scale;
};
Normed rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps, at::ScalarType type);
at::Tensor rms_norm_input_gradient(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                                   const at::Tensor& scale);
at::Tensor rms_norm_weight_gradient(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& scale);

/// x (n, heads, head_dim) turned by cosine and sine (n, 1, half, fp32).
at::Tensor rotate(const at::Tensor& x, const at::Tensor& cosine, const at::Tensor& sine);

/// silu(gate) · up, and the gradients of both. `gate` and `up` are contiguous, or the halves of one
/// contiguous tensor's rows; results are written to tensors laid out alike.
void silu_multiply(const at::Tensor& gate, const at::Tensor& up, const at::Tensor& out);
void silu_multiply_gradient(const at::Tensor& gate, const at::Tensor& up, const at::Tensor& gradient,
                            const at::Tensor& for_gate, const at::Tensor& for_up);

/// The losses of rows of logits (m, V), their sum as a scalar (double); with `scale`, the logits become their
/// gradients times it.
at::Tensor row_losses(const at::Tensor& logits, const at::Tensor& labels, const LossTerms& terms,
                      std::optional<double> scale);

/// States may lie in page-locked memory of the host.
void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                 const at::Tensor& exp_avg_sq, const AdamUpdate& update);
void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const CodedState& exp_avg,
                 const CodedState& exp_avg_sq, const AdamUpdate& update);

/// Adds to `counts` (3, int64): of every `stride`-th row of a gradient (rows, width), numbers of rows that
/// are not zero, those of them below `smallest`, and numbers that are not finite.
void count_narrow(const at::Tensor& gradient, std::int64_t stride, double smallest, const at::Tensor& counts);

}  // namespace tunebench::accelerated
