#include "core/engine/ops/gated_activation.h"

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class SiluMultiply : public torch::autograd::Function<SiluMultiply> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& gate, const at::Tensor& up) {
        context->save_for_backward({gate, up});
        return at::silu(gate).mul_(up);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &gate = saved[0], &up = saved[1];
        const auto& gradient = gradients[0];
        const auto for_up = at::silu(gate).mul_(gradient);
        const auto for_gate = at::silu_backward(gradient * up, gate);
        return {for_gate, for_up};
    }
};

}  // namespace

at::Tensor activate(const at::Tensor& x, Activation activation) {
    switch (activation) {
        case Activation::Silu:
            return at::silu(x);
        case Activation::GeluTanh:
            return at::gelu(x, "tanh");
        case Activation::Gelu:
            return at::gelu(x);
        case Activation::Relu:
            return at::relu(x);
    }
    return x;
}

at::Tensor silu_multiply(const at::Tensor& gate, const at::Tensor& up) {
    return SiluMultiply::apply(gate, up);
}

at::Tensor gated_activation(const at::Tensor& gate, const at::Tensor& up, Activation activation) {
    return activation == Activation::Silu ? silu_multiply(gate, up) : activate(gate, activation) * up;
}

}  // namespace tunebench
