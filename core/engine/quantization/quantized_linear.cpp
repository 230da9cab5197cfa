#include "core/engine/quantization/quantized_linear.h"

#include "core/engine/precision/products.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Carries the codes through the autograd graph.
struct WeightHolder : torch::CustomClassHolder {
    explicit WeightHolder(QuantizedWeight quantized) : weight(std::move(quantized)) {}
    QuantizedWeight weight;
};

class QuantizedLinear : public torch::autograd::Function<QuantizedLinear> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const QuantizedWeight& weight) {
        context->saved_data["weight"] = c10::IValue::make_capsule(c10::make_intrusive<WeightHolder>(weight));
        return product(x, weight.dequantize(x.scalar_type()).t());
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto holder = context->saved_data["weight"].toCapsule();
        const auto& weight = static_cast<WeightHolder&>(*holder).weight;
        const auto& gradient = gradients[0];
        at::Tensor for_x;
        if (context->needs_input_grad(0))
            for_x = product(gradient, weight.dequantize(gradient.scalar_type()));
        return {for_x, at::Tensor()};
    }
};

}  // namespace

at::Tensor quantized_linear(const at::Tensor& x, const QuantizedWeight& weight, const at::Tensor& bias) {
    const auto out = QuantizedLinear::apply(x, weight);
    // Outside: LibTorch 1.13 takes no undefined tensor as an input of an operation of one's own.
    return bias.defined() ? out + bias.to(out.scalar_type()) : out;
}

at::Tensor quantized_linear_composed(const at::Tensor& x, const QuantizedWeight& weight,
                                     const at::Tensor& bias) {
    return at::linear(x, weight.dequantize(x.scalar_type()), bias);
}

}  // namespace tunebench
