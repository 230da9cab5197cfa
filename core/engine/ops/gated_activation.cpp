#include "core/engine/ops/gated_activation.h"

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

bool takes_rows(const at::Tensor& gate, const at::Tensor& up) {
    return rows::takes(gate) && gate.is_contiguous() && up.is_contiguous();
}

bool is_accelerated(const at::Tensor& gate, const at::Tensor& up) {
    return accelerated::takes(gate) && accelerated::takes(up) && gate.scalar_type() == up.scalar_type();
}

at::Tensor multiplied_by_rows(const at::Tensor& gate, const at::Tensor& up) {
    const auto width = gate.size(-1);
    auto result = at::empty_like(gate);
    rows::in_parallel(gate.numel() / width, width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader gates(gate, width), ups(up, width);
        rows::Writer out(result, width);
        for (auto row = first; row < last; ++row) {
            rows::silu_multiply(gates.read(row), ups.read(row), out.place(row), width);
            out.done();
        }
    });
    return result;
}

variable_list gradients_by_rows(const at::Tensor& gate, const at::Tensor& up, const at::Tensor& gradient) {
    const auto width = gate.size(-1);
    auto for_gate = at::empty_like(gate), for_up = at::empty_like(up);
    rows::in_parallel(gate.numel() / width, width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader gates(gate, width), ups(up, width), from(gradient, width);
        rows::Writer gate_out(for_gate, width), up_out(for_up, width);
        for (auto row = first; row < last; ++row) {
            rows::silu_multiply_gradient(gates.read(row), ups.read(row), from.read(row), gate_out.place(row),
                                         up_out.place(row), width);
            gate_out.done();
            up_out.done();
        }
    });
    return {for_gate, for_up};
}

class SiluMultiply : public torch::autograd::Function<SiluMultiply> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& gate, const at::Tensor& up) {
        context->save_for_backward({gate, up});
        return result_of(gate, up);
    }

    static at::Tensor again(const AutogradContext& context) {
        const auto saved = context.get_saved_variables();
        return result_of(saved[0], saved[1]);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &gate = saved[0], &up = saved[1];
        const auto& gradient = gradients[0];
        if (takes_rows(gate, up))
            return gradients_by_rows(gate, up, gradient.contiguous());
        if (is_accelerated(gate, up)) {
            auto for_gate = at::empty_like(gate), for_up = at::empty_like(up);
            accelerated::silu_multiply_gradient(gate, up, gradient.contiguous(), for_gate, for_up);
            return {for_gate, for_up};
        }
        const auto for_up = at::silu(gate).mul_(gradient);
        const auto for_gate = at::silu_backward(gradient * up, gate);
        return {for_gate, for_up};
    }

private:
    static at::Tensor result_of(const at::Tensor& gate, const at::Tensor& up) {
        if (takes_rows(gate, up))
            return multiplied_by_rows(gate, up);
        if (!is_accelerated(gate, up))
            return at::silu(gate).mul_(up);
        auto result = at::empty_like(gate);
        accelerated::silu_multiply(gate, up, result);
        return result;
    }
};

/// SiluMultiply of a tensor's two halves, whose gradients are the halves of one tensor again.
class SiluMultiplyHalves : public torch::autograd::Function<SiluMultiplyHalves> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& both) {
        context->save_for_backward({both});
        return result_of(both);
    }

    static at::Tensor again(const AutogradContext& context) {
        return result_of(context.get_saved_variables()[0]);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto both = context->get_saved_variables()[0];
        const auto gradient = gradients[0].contiguous();
        const auto half = both.size(-1) / 2;
        const auto gate = both.narrow(-1, 0, half), up = both.narrow(-1, half, half);
        auto result = at::empty_like(both);
        if (accelerated::takes(both)) {
            accelerated::silu_multiply_gradient(gate, up, gradient, result.narrow(-1, 0, half),
                                                result.narrow(-1, half, half));
            return {result};
        }
        if (!rows::takes(both)) {
            result.narrow(-1, 0, half).copy_(at::silu_backward(gradient * up, gate));
            result.narrow(-1, half, half).copy_(at::silu(gate).mul_(gradient));
            return {result};
        }
        rows::in_parallel(both.size(0), half, [&](std::int64_t first, std::int64_t last) {
            rows::Reader in(both, 2 * half), from(gradient, half);
            rows::Writer out(result, 2 * half);
            for (auto row = first; row < last; ++row) {
                const float* values = in.read(row);
                float* to = out.place(row);
                rows::silu_multiply_gradient(values, values + half, from.read(row), to, to + half, half);
                out.done();
            }
        });
        return {result};
    }

private:
    static at::Tensor result_of(const at::Tensor& both) {
        const auto half = both.size(-1) / 2;
        const auto gate = both.narrow(-1, 0, half), up = both.narrow(-1, half, half);
        if (!rows::takes(both) && !accelerated::takes(both))
            return at::silu(gate).mul_(up);
        auto result = at::empty({both.size(0), half}, both.options());
        if (accelerated::takes(both)) {
            accelerated::silu_multiply(gate, up, result);
            return result;
        }
        rows::in_parallel(both.size(0), half, [&](std::int64_t first, std::int64_t last) {
            rows::Reader in(both, 2 * half);
            rows::Writer out(result, half);
            for (auto row = first; row < last; ++row) {
                const float* values = in.read(row);
                rows::silu_multiply(values, values + half, out.place(row), half);
                out.done();
            }
        });
        return result;
    }
};

at::Tensor activated(const at::Tensor& x, Activation activation) {
    switch (activation) {
        case Activation::Silu:
            return at::silu(x);
        case Activation::GeluTanh:
            return at::gelu(x, "tanh");
        case Activation::Gelu:
            return at::gelu(x);
        case Activation::Relu:
            return at::relu(x);
        case Activation::Tanh:
            return at::tanh(x);
    }
    return x;
}

}  // namespace

at::Tensor activate(const at::Tensor& x, Activation activation) {
    const auto type = x.scalar_type();
    return is_emulated(type, x.device()) ? activated(x.to(at::kFloat), activation).to(type)
                                         : activated(x, activation);
}

at::Tensor silu_multiply(const at::Tensor& gate, const at::Tensor& up) {
    return SiluMultiply::apply(gate, up);
}

at::Tensor gated_activation(const at::Tensor& gate, const at::Tensor& up, Activation activation) {
    return activation == Activation::Silu ? silu_multiply(gate, up) : activate(gate, activation) * up;
}

at::Tensor gated_halves(const at::Tensor& gate_and_up, Activation activation) {
    if (activation == Activation::Silu)
        return SiluMultiplyHalves::apply(gate_and_up.contiguous());
    const auto half = gate_and_up.size(-1) / 2;
    return activate(gate_and_up.narrow(-1, 0, half), activation) * gate_and_up.narrow(-1, half, half);
}

Again gated_again(const torch::autograd::Node& operation) {
    const auto of_two = again_by<SiluMultiply>(operation);
    return of_two ? of_two : again_by<SiluMultiplyHalves>(operation);
}

}  // namespace tunebench
