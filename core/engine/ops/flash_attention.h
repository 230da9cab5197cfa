// Attention by LibTorch's own kernels for 16-bit numbers on an accelerator (arXiv:2307.08691), which keep no
// scores either: flash_attention_cuda.cpp, or flash_attention_none.cpp in an engine without them.
#pragma once

#include <ATen/ATen.h>

#include "core/engine/ops/attention.h"

namespace tunebench::flash {

/// Whether the kernels know this type, size and layout, on this device.
bool takes(const at::Tensor& query, const AttentionLayout& layout);

/// What backward needs besides query, key and value.
struct Result {
    at::Tensor out, log_sums, random_state, unused;
};
Result attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                 const AttentionLayout& layout);

struct Gradients {
    at::Tensor query, key, value;
};
Gradients attention_backward(const at::Tensor& gradient, const at::Tensor& query, const at::Tensor& key,
                             const at::Tensor& value, const Result& result, const AttentionLayout& layout);

}  // namespace tunebench::flash
