#include "core/engine/ops/accelerated.h"

// Nothing is taken here: the rest is never called.
namespace tunebench::accelerated {

bool takes(const at::Tensor& /*x*/) {
    return false;
}

bool takes_few(const at::Tensor& /*x*/, const QuantizedWeight& /*weight*/) {
    return false;
}

at::Tensor decode(const BlockCodes& /*blocks*/, at::ScalarType /*type*/) {
    return {};
}

at::Tensor decode(const QuantizedWeight& /*weight*/, at::ScalarType /*type*/) {
    return {};
}

at::Tensor product_of_few(const at::Tensor& /*x*/, const QuantizedWeight& /*weight*/) {
    return {};
}

Normed rms_norm(const at::Tensor& /*x*/, const at::Tensor& /*weight*/, double /*eps*/,
                at::ScalarType /*type*/) {
    return {};
}

at::Tensor rms_norm_input_gradient(const at::Tensor& /*gradient*/, const at::Tensor& /*x*/,
                                   const at::Tensor& /*weight*/, const at::Tensor& /*scale*/) {
    return {};
}

at::Tensor rms_norm_weight_gradient(const at::Tensor& /*gradient*/, const at::Tensor& /*x*/,
                                    const at::Tensor& /*scale*/) {
    return {};
}

at::Tensor rotate(const at::Tensor& /*x*/, const at::Tensor& /*cosine*/, const at::Tensor& /*sine*/) {
    return {};
}

void silu_multiply(const at::Tensor& /*gate*/, const at::Tensor& /*up*/, const at::Tensor& /*out*/) {}

void silu_multiply_gradient(const at::Tensor& /*gate*/, const at::Tensor& /*up*/,
                            const at::Tensor& /*gradient*/, const at::Tensor& /*for_gate*/,
                            const at::Tensor& /*for_up*/) {}

at::Tensor row_losses(const at::Tensor& /*logits*/, const at::Tensor& /*labels*/, const LossTerms& /*terms*/,
                      std::optional<double> /*scale*/) {
    return {};
}

void adam_update(const at::Tensor& /*parameter*/, const at::Tensor& /*gradient*/,
                 const at::Tensor& /*exp_avg*/, const at::Tensor& /*exp_avg_sq*/,
                 const AdamUpdate& /*update*/) {}

void adam_update(const at::Tensor& /*parameter*/, const at::Tensor& /*gradient*/,
                 const CodedState& /*exp_avg*/, const CodedState& /*exp_avg_sq*/,
                 const AdamUpdate& /*update*/) {}

void count_narrow(const at::Tensor& /*gradient*/, std::int64_t /*stride*/, double /*smallest*/,
                  const at::Tensor& /*counts*/) {}

}  // namespace tunebench::accelerated
