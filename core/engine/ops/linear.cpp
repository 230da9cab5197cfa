#include "core/engine/ops/linear.h"

#include "core/engine/ops/kept_input.h"
#include "core/engine/precision/products.h"
#include "core/engine/precision/types.h"
#include "core/engine/quantization/quantized_product.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class CastLinear : public torch::autograd::Function<CastLinear> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight) {
        context->save_for_backward({weight.requires_grad() ? kept_input(*context, x) : at::Tensor(), weight});
        return product(x, weight.t());
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &kept = saved[0], &weight = saved[1];
        const auto& gradient = gradients[0];
        at::Tensor for_x, for_weight;
        // First, so that an input that is made again is gone before the other comes.
        if (context->needs_input_grad(1))
            for_weight = product(gradient.t(), input_again(*context, kept)).to(weight.scalar_type());
        if (context->needs_input_grad(0))
            for_x = product(gradient, weight);
        return {for_x, for_weight};
    }
};

/// Carries a weight through the graph without saving a dense copy of codes.
struct WeightHolder : torch::CustomClassHolder {
    explicit WeightHolder(const FrozenWeight& weight) : dense(weight.dense) {
        if (weight.quantized)
            quantized = *weight.quantized;
    }

    /// x · Wᵀ, and gradient · W.
    at::Tensor forward(const at::Tensor& x) const {
        return quantized ? product_with(x, *quantized) : product(x, dense.t());
    }
    at::Tensor backward(const at::Tensor& gradient) const {
        return quantized ? product_back(gradient, *quantized) : product(gradient, dense);
    }

    at::Tensor dense;
    std::optional<QuantizedWeight> quantized;
};

const WeightHolder& held_weight(AutogradContext& context) {
    const auto holder = context.saved_data["weight"].toCapsule();
    return static_cast<const WeightHolder&>(*holder);  // which the context keeps
}

class QuantizedLinear : public torch::autograd::Function<QuantizedLinear> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const QuantizedWeight& weight) {
        const auto holder = c10::make_intrusive<WeightHolder>(FrozenWeight{.quantized = &weight});
        context->saved_data["weight"] = c10::IValue::make_capsule(holder);
        return holder->forward(x);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const bool needed = context->needs_input_grad(0);
        return {needed ? held_weight(*context).backward(gradients[0]) : at::Tensor(), at::Tensor()};
    }
};

class AdaptedLinear : public torch::autograd::Function<AdaptedLinear> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& a,
                              const at::Tensor& b, const FrozenWeight& weight, double scale) {
        const auto holder = c10::make_intrusive<WeightHolder>(weight);
        const auto inner = product(x, a.t()).mul_(scale);
        auto out = holder->forward(x);
        add_product(out, inner, b.t());
        context->saved_data["weight"] = c10::IValue::make_capsule(holder);
        context->saved_data["scale"] = scale;
        context->save_for_backward({kept_input(*context, x), a, b, inner});
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &kept = saved[0], &a = saved[1], &b = saved[2], &inner = saved[3];
        const auto& gradient = gradients[0];
        const auto for_inner = product(gradient, b).mul_(context->saved_data["scale"].toDouble());
        // First, so that an input that is made again is gone before its gradient comes.
        const auto for_a = product(for_inner.t(), input_again(*context, kept)).to(a.scalar_type());
        at::Tensor for_x;
        if (context->needs_input_grad(0)) {
            for_x = held_weight(*context).backward(gradient);
            add_product(for_x, for_inner, a);
        }
        return {for_x, for_a, product(gradient.t(), inner).to(b.scalar_type()), {}, {}};
    }
};

}  // namespace

at::Tensor apply_linear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
    const auto type = x.scalar_type();
    const auto cast_bias = bias.defined() ? bias.to(type) : bias;
    // LibTorch's own would keep the input; the products are the same.
    const bool spares_input = !bias.defined() && weight.requires_grad() && is_made_again(x);
    if (weight.scalar_type() == type && !is_emulated(type, x.device()) && !spares_input)
        return at::linear(x, weight, cast_bias);
    const auto out = CastLinear::apply(x, weight);
    return bias.defined() ? out + cast_bias : out;
}

at::Tensor quantized_linear(const at::Tensor& x, const QuantizedWeight& weight, const at::Tensor& bias) {
    const auto out = QuantizedLinear::apply(x, weight);
    // Outside: LibTorch 1.13 takes no undefined tensor as an input of an operation of one's own.
    return bias.defined() ? out + bias.to(out.scalar_type()) : out;
}

at::Tensor adapted_linear(const at::Tensor& x, const FrozenWeight& weight, const at::Tensor& a,
                          const at::Tensor& b, double scale) {
    return AdaptedLinear::apply(x, a, b, weight, scale);
}

}  // namespace tunebench
