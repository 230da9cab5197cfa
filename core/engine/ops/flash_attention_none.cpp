#include "core/engine/ops/flash_attention.h"

// Nothing is taken here: the rest is never called.
namespace tunebench::flash {

bool takes(const at::Tensor& /*query*/, const AttentionLayout& /*layout*/) {
    return false;
}

Result attention(const at::Tensor& /*query*/, const at::Tensor& /*key*/, const at::Tensor& /*value*/,
                 const AttentionLayout& /*layout*/) {
    return {};
}

Gradients attention_backward(const at::Tensor& /*gradient*/, const at::Tensor& /*query*/,
                             const at::Tensor& /*key*/, const at::Tensor& /*value*/, const Result& /*result*/,
                             const AttentionLayout& /*layout*/) {
    return {};
}

}  // namespace tunebench::flash
