#include "core/engine/ops/parameter_slice.h"

#include "core/engine/memory/memory_use.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class ParameterSlice : public torch::autograd::Function<ParameterSlice> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& parameter, std::int64_t dim,
                              std::int64_t begin, std::int64_t length) {
        // Not save_for_backward: backward needs the leaf itself, which holds the gradient.
        context->saved_data["parameter"] = parameter;
        context->saved_data["dim"] = dim;
        context->saved_data["begin"] = begin;
        return parameter.narrow(dim, begin, length);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto parameter = context->saved_data["parameter"].toTensor();
        const auto dim = context->saved_data["dim"].toInt();
        auto& whole = parameter.mutable_grad();
        if (!whole.defined()) {
            const MeteredAs gradient(MemoryUse::Gradients);
            whole = at::zeros_like(parameter);
        }
        whole.narrow(dim, context->saved_data["begin"].toInt(), gradients[0].size(dim)).add_(gradients[0]);
        return {at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

at::Tensor parameter_slice(const at::Tensor& parameter, std::int64_t dim, std::int64_t begin,
                           std::int64_t length) {
    return ParameterSlice::apply(parameter, dim, begin, length);
}

}  // namespace tunebench
