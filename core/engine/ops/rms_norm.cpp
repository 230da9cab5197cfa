#include "core/engine/ops/rms_norm.h"

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor reciprocal_rms(const at::Tensor& x, double eps) {
    return x.square().mean(-1, /*keepdim=*/true).add_(eps).rsqrt_();
}

class RmsNorm : public torch::autograd::Function<RmsNorm> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                              double eps) {
        const auto scale = reciprocal_rms(x, eps);
        context->save_for_backward({x, weight, scale});
        return (x * scale).mul_(weight);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &x = saved[0], &weight = saved[1], &scale = saved[2];
        const auto& gradient = gradients[0];
        const auto normed = x * scale;
        at::Tensor for_weight;
        if (context->needs_input_grad(1))
            for_weight = (gradient * normed).reshape({-1, x.size(-1)}).sum(0);
        at::Tensor for_x;
        if (context->needs_input_grad(0)) {
            const auto weighted = gradient * weight;
            const auto along = (weighted * normed).mean(-1, /*keepdim=*/true);
            for_x = weighted.addcmul_(normed, along, -1.0).mul_(scale);
        }
        return {for_x, for_weight, at::Tensor()};
    }
};

}  // namespace

at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return RmsNorm::apply(x, weight, eps);
}

at::Tensor rms_norm_composed(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return x * reciprocal_rms(x, eps) * weight;
}

}  // namespace tunebench
