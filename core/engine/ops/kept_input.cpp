#include "core/engine/ops/kept_input.h"

#include <memory>
#include <utility>

#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/rms_norm.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Node;

constexpr const char* kMaker = "maker";  // among what a context saves

/// The operation that gave an input. The graph holds it as long as the one that reads the input.
struct InputMaker : torch::CustomClassHolder {
    InputMaker(std::weak_ptr<Node> of, Again by) : operation(std::move(of)), again(by) {}

    std::weak_ptr<Node> operation;
    Again again;
};

Again again_of(const at::Tensor& x) {
    const auto& operation = x.grad_fn();
    if (!operation)
        return nullptr;
    const auto by_gate = gated_again(*operation);
    return by_gate ? by_gate : normed_again(*operation);
}

}  // namespace

bool is_made_again(const at::Tensor& x) {
    return again_of(x) != nullptr;
}

at::Tensor kept_input(AutogradContext& context, const at::Tensor& x) {
    const auto again = again_of(x);
    if (!again)
        return x;
    context.saved_data[kMaker] =
        c10::IValue::make_capsule(c10::make_intrusive<InputMaker>(x.grad_fn(), again));
    return {};
}

at::Tensor input_again(AutogradContext& context, const at::Tensor& kept) {
    const auto noted = context.saved_data.find(kMaker);
    if (noted == context.saved_data.end())
        return kept;
    const auto holder = noted->second.toCapsule();
    const auto& maker = static_cast<const InputMaker&>(*holder);
    return maker.again(*maker.operation.lock());
}

}  // namespace tunebench
