// What an operation keeps of its input for backward. Where the operation that gave the input keeps what it
// was made of anyway, the input itself is not kept: backward makes it again, bit for bit, in one pass.
#pragma once

#include "core/engine/tensor.h"

namespace tunebench {

/// Makes the result of a recorded operation again from what that has saved for its own backward.
using Again = at::Tensor (*)(torch::autograd::Node& operation);

/// By `Operation::again(context)`; null where `operation` is another.
template <class Operation>
Again again_by(const torch::autograd::Node& operation) {
    using Recorded = torch::autograd::CppNode<Operation>;
    if (dynamic_cast<const Recorded*>(&operation) == nullptr)
        return nullptr;
    return [](torch::autograd::Node& recorded) {
        return Operation::again(static_cast<Recorded&>(recorded).ctx_);
    };
}

/// Whether the operation that gave x can make it again. A view of x has another operation, which cannot.
bool is_made_again(const at::Tensor& x);

/// What the operation of `context` saves of its input x: x, or nothing (undefined) where it is made again.
at::Tensor kept_input(torch::autograd::AutogradContext& context, const at::Tensor& x);

/// In backward: x, from what was saved of it.
at::Tensor input_again(torch::autograd::AutogradContext& context, const at::Tensor& kept);

}  // namespace tunebench
